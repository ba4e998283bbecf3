package sosad.app.view.stage.link;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurve;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Translate;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.diagram.Box;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.explain.Question;
import sosad.app.fabric.Delay;
import sosad.app.fabric.LinkConditions;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.view.NodeColours;
import sosad.model.Link;

/** A link: a thin line, drawn over in the sender's colour as far as messages go on it, with a gap where it is cut. */
final class LinkLine extends Group implements Askable {
    /** The fate that is drawn when a link has several messages: the first of these. */
    private static final List<Fate> STRENGTH =
            List.of(Fate.IN_FLIGHT, Fate.DELIVERED, Fate.WAITING, Fate.HELD, Fate.LOST, Fate.DISCARDED);

    private static final List<Double> CUT_PLACES = List.of(0.5, 0.62, 0.38, 0.74, 0.26, 0.86, 0.14);

    private final QuadCurve ground = new QuadCurve(); // wide and unseen, for the pointer
    private final LazyTooltip tooltip = LazyTooltip.of(ground);
    private final QuadCurve ring = new QuadCurve(); // seen while it has the keyboard
    private final QuadCurve idle = new QuadCurve();
    private final QuadCurve active = new QuadCurve();
    private final Polygon head = new Polygon();
    private final FontIcon cross = FontIcon.of(Feather.X);
    private final StackPane cut = new StackPane(cross);
    private final Link link;
    private Optional<Long> carried = Optional.empty();

    /** @param chosen is run when the user clicks the link */
    LinkLine(Link link, Runnable chosen) {
        this.link = link;
        getStyleClass().addAll("stage-link", NodeColours.styleClass(link.from()));
        idle.getStyleClass().add("idle");
        active.getStyleClass().add("active");
        head.getStyleClass().add("head");
        cut.getStyleClass().add("cut");
        ground.getStyleClass().add("ground");
        ring.getStyleClass().add("ring");
        ground.setOnMouseClicked(click -> chosen.run());
        setAccessibleRole(AccessibleRole.BUTTON);
        // Before the first style is applied, too: a curve is filled black by itself.
        List.of(ground, ring, idle, active).forEach(curve -> curve.setFill(null));
        ring.visibleProperty().bind(focusedProperty());
        List.of(ring, idle, active, head, cut).forEach(shape -> shape.setMouseTransparent(true));
        getChildren().addAll(ground, ring, idle, active, head, cut);
        setPickOnBounds(false);
    }

    @Override
    public Optional<Question> question() {
        return Optional.of(new Question.OfLink(link));
    }

    Link link() {
        return link;
    }

    /**
     * Draws the link.
     *
     * @param places where on the curve its messages stand
     * @param showIdle whether the line is drawn where nothing is on it
     */
    void draw(Curve way, Collection<Message> messages, Map<Long, Double> places, boolean showIdle, double unit) {
        trace(ground, way);
        trace(ring, way);
        trace(idle, way);
        idle.setVisible(showIdle);
        Optional<Message> strongest =
                messages.stream().min(Comparator.comparingInt(message -> STRENGTH.indexOf(message.fate())));
        active.setVisible(strongest.isPresent());
        head.setVisible(false);
        carried = strongest.map(Message::id);
        strongest.ifPresent(message -> overlay(way, message, places, unit));
    }

    /** Dims what is drawn of its message, unless that is one of these; empty: it is not dimmed. */
    void light(Optional<Set<Long>> lit) {
        boolean isDimmed =
                lit.isPresent() && carried.filter(lit.get()::contains).isEmpty();
        List.of(active, head).forEach(shape -> Controls.state(shape, "dimmed", isDimmed));
    }

    private void overlay(Curve way, Message message, Map<Long, Double> places, double unit) {
        Fate fate = message.fate();
        boolean whole = fate == Fate.IN_FLIGHT || fate == Fate.DELIVERED;
        trace(active, whole ? way : way.part(0, places.getOrDefault(message.id(), 1.0)));
        for (Node shape : List.of(active, head)) {
            Controls.state(shape, "lost", fate == Fate.LOST || fate == Fate.DISCARDED);
            Controls.state(shape, "parked", fate == Fate.HELD || fate == Fate.WAITING);
            Controls.state(shape, "over", fate == Fate.DELIVERED);
        }
        head.setVisible(whole);
        Point tip = way.end();
        head.getPoints().setAll(0.0, 0.0, -9 * unit, -4 * unit, -9 * unit, 4 * unit);
        head.getTransforms().setAll(new Translate(tip.x(), tip.y()), new Rotate(way.degreesAt(1)));
    }

    /** Draws a gap with a cross where the link is cut, clear of the message boxes if it can be. */
    void drawCut(Curve way, boolean isCut, Collection<Box> boxes, double unit) {
        setAccessibleText("Link %s to %s, %s".formatted(link.from(), link.to(), isCut ? "cut" : "whole"));
        cut.setVisible(isCut);
        idle.getStrokeDashArray().clear();
        if (!isCut) {
            return;
        }
        idle.setVisible(true);
        double at = CUT_PLACES.stream()
                .filter(place ->
                        boxes.stream().noneMatch(box -> box.grown(12 * unit).contains(way.at(place))))
                .findFirst()
                .orElse(0.5);
        double length = way.length();
        double gap = 24 * unit;
        idle.getStrokeDashArray().setAll(Math.max(0, length * at - gap / 2), gap, length, 0.0);
        Controls.size(cross, 16 * unit);
        cut.autosize();
        Point middle = way.at(at);
        cut.relocate(middle.x() - cut.getWidth() / 2, middle.y() - cut.getHeight() / 2);
    }

    /** A link that loses messages is dashed, one that delays them is thick. */
    void drawFaults(LinkConditions faults, double unit) {
        boolean delays =
                !faults.delay().equals(Delay.NONE) || faults.reorderMillis() > 0 || faults.bytesPerSecond() > 0;
        Controls.state(idle, "delayed", delays);
        Controls.state(idle, "harmed", !faults.isNone());
        if (!faults.isNone()) {
            idle.setVisible(true);
        }
        if (!faults.cut() && faults.loss() + faults.corrupt() > 0) {
            idle.getStrokeDashArray().setAll(9 * unit, 6 * unit);
        }
    }

    /** Sets the tooltip of the link; empty: none. */
    void describe(String text) {
        tooltip.setText(text);
        setAccessibleHelp(text);
    }

    private static void trace(QuadCurve shape, Curve way) {
        shape.setStartX(way.start().x());
        shape.setStartY(way.start().y());
        shape.setControlX(way.control().x());
        shape.setControlY(way.control().y());
        shape.setEndX(way.end().x());
        shape.setEndY(way.end().y());
    }
}
