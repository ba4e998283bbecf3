package sosad.app.view.stage.message;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.scenario.MessageAction;
import sosad.app.view.Controls;
import sosad.app.view.StageActions;
import sosad.app.view.Theme;
import sosad.model.NodeId;

/**
 * The order in which the messages in flight will be delivered, one chip each, to be changed by dragging a chip or with
 * Alt and the arrow keys. It shows nothing while fewer than two are in flight, for then there is no order.
 */
public final class FlightStrip extends HBox {
    /** Nobody reads more than this, and each takes its time to be drawn; the stage has them all. */
    private static final int MAX_CHIPS = 48;

    private static final String TITLE = "In flight";

    private final ObjectProperty<Snapshot> snapshot = new SimpleObjectProperty<>(this, "snapshot");
    private final BooleanProperty fixed = new SimpleBooleanProperty(this, "fixed");
    private final ObjectProperty<StageActions> actions = new SimpleObjectProperty<>(this, "actions");
    private final BooleanExpression locked = fixed.or(actions.isNull());
    private final LongConsumer opener;
    private final Label title = Controls.fixedLabel(TITLE, "flight-title");
    private final FlightRow row = new FlightRow(this::drop);
    private final FlightDrag drag = new FlightDrag(row, locked);
    private final ScrollPane scroll = new ScrollPane(row);

    /** @param opener opens the message with this number */
    public FlightStrip(LongConsumer opener) {
        this.opener = opener;
        getStyleClass().add("flight-strip");
        getStylesheets().add(Theme.sheet("stage/stage.css"));
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Messages in flight, in the order of delivery");
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        widthProperty().addListener(changed -> fit());
        scroll.setFocusTraversable(false);
        scroll.setMinWidth(0);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll);
        snapshot.addListener((property, old, now) -> show(now));
        setVisible(false);
    }

    /** The moment shown. */
    public ObjectProperty<Snapshot> snapshotProperty() {
        return snapshot;
    }

    /** Returns whether the moment shown is over: then nothing can be done to it. */
    public BooleanProperty fixedProperty() {
        return fixed;
    }

    /** Returns what is done to messages; null: nothing can be. */
    public ObjectProperty<StageActions> actionsProperty() {
        return actions;
    }

    /** Puts a chip that is being dragged back where it was; says whether one was. */
    public boolean giveUpDrag() {
        return drag.giveUp();
    }

    private void show(Snapshot now) {
        drag.giveUp();
        List<Long> queue = now.queue().size() < 2 ? List.of() : now.queue();
        List<FlightChip> chips = new ArrayList<>();
        for (long id : queue.subList(0, Math.min(queue.size(), MAX_CHIPS))) {
            Message message = now.message(id).orElseThrow();
            FlightChip chip = row.chip(id).or(() -> row.pooled(message.from())).orElseGet(() -> fresh(message.from()));
            chip.show(message, chips.size() + 1, queue.size());
            chips.add(chip);
        }
        row.show(chips);
        title.setText(
                queue.size() > MAX_CHIPS ? format("In flight, the first %d of %d", MAX_CHIPS, queue.size()) : TITLE);
        fit();
        setVisible(!chips.isEmpty());
    }

    /** Where there is little room the chips shorten, and the heading goes before a chip is cut off. */
    private void fit() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        boolean fits = row.fit(room - title.prefWidth(-1) - getSpacing());
        boolean fitsAlone = !fits && row.tighten(room);
        Controls.show(title, !fitsAlone);
    }

    private FlightChip fresh(NodeId sender) {
        FlightChip chip = new FlightChip(sender);
        drag.attach(chip, () -> opener.accept(chip.id()));
        chip.setOnKeyPressed(key -> pressed(chip, key));
        chip.focusedProperty().addListener((property, old, focused) -> {
            if (focused) {
                reveal(chip);
            }
        });
        return chip;
    }

    private void pressed(FlightChip chip, KeyEvent key) {
        int shift = FlightOrder.shift(key);
        if (shift != 0) {
            FlightOrder.place(snapshot.get().queue(), chip.id(), shift).ifPresent(place -> drop(chip.id(), place));
        } else if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
            row.focusBeside(chip, key.getCode() == KeyCode.LEFT ? -1 : 1);
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            opener.accept(chip.id());
        } else {
            return;
        }
        key.consume();
    }

    private void drop(long id, int place) {
        if (!locked.get()) {
            actions.get().handle(id, new MessageAction.Reorder(place));
        }
    }

    /** The wheel goes along the row, which has no bar. */
    private void wheel(ScrollEvent wheel) {
        double hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden > 0) {
            scroll.setHvalue(scroll.getHvalue() - (wheel.getDeltaX() + wheel.getDeltaY()) / hidden);
            wheel.consume();
        }
    }

    /** Scrolls so that the chip is seen. */
    private void reveal(FlightChip chip) {
        double hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden > 0) {
            double middle = chip.getLayoutX()
                    + chip.getWidth() / 2
                    - scroll.getViewportBounds().getWidth() / 2;
            scroll.setHvalue(Math.max(0, Math.min(1, middle / hidden)));
        }
    }
}
