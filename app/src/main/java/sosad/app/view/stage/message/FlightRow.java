package sosad.app.view.stage.message;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import sosad.app.view.Controls;
import sosad.app.view.NodePool;
import sosad.model.NodeId;

/** The chips side by side, and the mark where one would be inserted. */
final class FlightRow extends Pane {
    /** Gives a message another place, from 1. */
    interface Drop {
        void drop(long id, int place);
    }

    private static final double MARK_WIDTH = 3;
    private static final double MARK_OVERHANG = 2;

    private final HBox chips = new HBox();
    private final Region mark = new Region();
    private final Drop drop;
    private final NodePool<FlightChip> pool = new NodePool<>();
    private List<FlightChip> shown = List.of();

    FlightRow(Drop drop) {
        this.drop = drop;
        getStyleClass().add("flight-row");
        chips.getStyleClass().add("flight-chips");
        mark.getStyleClass().add("flight-mark");
        mark.setManaged(false);
        mark.setVisible(false);
        mark.setMouseTransparent(true);
        getChildren().addAll(chips, mark);
    }

    @Override
    protected void layoutChildren() {
        chips.resizeRelocate(0, 0, Math.max(getWidth(), chips.prefWidth(-1)), getHeight());
    }

    /** Shows these chips; one of them is reached by Tab, the others from there by the arrow keys. */
    void show(List<FlightChip> newChips) {
        Optional<FlightChip> focused = focused();
        List<FlightChip> before = shown;
        shown = List.copyOf(newChips);
        before.stream().filter(chip -> !shown.contains(chip)).forEach(this::putAway);
        arrange();
        focused.filter(shown::contains).ifPresent(FlightChip::requestFocus);
        shown.forEach(chip -> chip.setFocusTraversable(chip.equals(focused().orElse(shown.get(0)))));
        mark.setVisible(false);
    }

    private void putAway(FlightChip chip) {
        if (!pool.keep(chip.sender(), chip)) {
            chips.getChildren().remove(chip);
        }
    }

    /** A chip that was put away and shows another message of its sender next. */
    Optional<FlightChip> pooled(NodeId sender) {
        return pool.take(sender);
    }

    /** Chips that stay are not removed and added again, since their style would have to be computed again. */
    private void arrange() {
        List<Node> row = chips.getChildren();
        Set<Node> present = new HashSet<>(row);
        shown.stream().filter(chip -> !present.contains(chip)).forEach(row::add);
        if (!row.stream().filter(Node::isVisible).toList().equals(shown)) {
            shown.forEach(Node::toFront);
        }
    }

    /** Shortens the chips to number and link if they are wider than {@code width}; says whether they fit then. */
    boolean fit(double width) {
        Controls.state(this, "tight", false);
        shown.forEach(chip -> chip.brief(false));
        applyCss();
        if (chips.prefWidth(-1) > width) {
            shown.forEach(chip -> chip.brief(true));
        }
        return chips.prefWidth(-1) <= width;
    }

    /** Moves short chips closer together; says whether they fit into {@code width} then. */
    boolean tighten(double width) {
        Controls.state(this, "tight", true);
        applyCss();
        return chips.prefWidth(-1) <= width;
    }

    Optional<FlightChip> chip(long id) {
        return shown.stream().filter(chip -> chip.id() == id).findFirst();
    }

    Optional<FlightChip> focused() {
        return shown.stream().filter(FlightChip::isFocused).findFirst();
    }

    void focusBeside(FlightChip chip, int shift) {
        int wanted = shown.indexOf(chip) + shift;
        if (wanted >= 0 && wanted < shown.size()) {
            shown.forEach(other -> other.setFocusTraversable(false));
            shown.get(wanted).setFocusTraversable(true);
            shown.get(wanted).requestFocus();
        }
    }

    /** The place, from 1, that a chip would get if it were dropped with its middle at {@code x}. */
    int placeAt(FlightChip dragged, double x) {
        return 1
                + (int) shown.stream()
                        .filter(chip -> !chip.equals(dragged) && chip.getLayoutX() + chip.getWidth() / 2 < x)
                        .count();
    }

    /** Shows where the chip would be inserted; nothing where it stands already. */
    void markAt(FlightChip dragged, int place) {
        int now = shown.indexOf(dragged) + 1;
        mark.setVisible(place != now);
        FlightChip neighbour = shown.get(place - 1);
        boolean behind = place > now;
        double x = behind ? neighbour.getLayoutX() + neighbour.getWidth() : neighbour.getLayoutX();
        double gap = chips.getSpacing() / 2;
        mark.resizeRelocate(
                Math.rint(Math.max(0, x + (behind ? gap : -gap) - MARK_WIDTH / 2)),
                dragged.getLayoutY() - MARK_OVERHANG,
                MARK_WIDTH,
                dragged.getHeight() + 2 * MARK_OVERHANG);
    }

    /** Takes the mark away. */
    void unmark() {
        mark.setVisible(false);
    }

    /** The chip was let go of at this place. */
    void drop(FlightChip chip, int place) {
        if (place != shown.indexOf(chip) + 1) {
            drop.drop(chip.id(), place);
        }
    }
}
