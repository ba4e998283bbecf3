package sosad.app.view.stage;

import java.util.List;
import java.util.Set;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import sosad.app.diagram.Box;
import sosad.app.history.Message;
import sosad.app.history.Moment;
import sosad.app.view.MessageActions;
import sosad.model.Key;

/** Where messages are handled: by keys on the focused box, by a click that opens the popover. */
final class MessageDesk {
    private static final double WIDTH = 370;
    private static final double NARROWEST = 290;
    private static final double GAP = 12;
    private static final double EDGE = 4;

    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");

    private final ObjectProperty<MessageActions> actions;
    private final BooleanExpression locked;
    private final MessagePopover popover = new MessagePopover(this::chosen, this::close);
    private MessageBox opened;
    private List<Long> queue = List.of();

    MessageDesk(ObjectProperty<MessageActions> actions, BooleanExpression locked) {
        this.actions = actions;
        this.locked = locked;
        locked.addListener((property, old, now) -> refresh());
        popover.addEventHandler(KeyEvent.KEY_PRESSED, this::keyInPopover);
        popover.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    }

    MessagePopover popover() {
        return popover;
    }

    /** Lets {@code box} react to the user. */
    void serve(MessageBox box) {
        box.setOnMousePressed(press -> {
            box.requestFocus();
            press.consume();
        });
        box.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                open(box);
            }
        });
        box.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                open(box);
                key.consume();
            } else {
                handle(box, key);
            }
        });
    }

    private void handle(MessageBox box, KeyEvent key) {
        int shift = FlightOrder.shift(key);
        if (shift != 0) {
            key.consume();
            move(box.message().id(), shift);
            return;
        }
        Handling.of(key).ifPresent(handling -> {
            key.consume();
            if (!locked.get() && Handling.allowed(box.message()).contains(handling)) {
                if (handling.asks()) {
                    open(box);
                }
                carryOut(handling, box.message());
            }
        });
    }

    private void keyInPopover(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        } else if (!popover.isAsking()) {
            handle(opened, key);
        }
    }

    private void chosen(Handling handling) {
        carryOut(handling, popover.message());
    }

    private void carryOut(Handling handling, Message message) {
        switch (handling) {
            case DELIVER -> actions.get().deliver(message.id());
            case DROP -> actions.get().drop(message.id());
            case DUPLICATE -> actions.get().duplicate(message.id());
            case HOLD -> actions.get().hold(message.id());
            case DELAY -> popover.askHowLong(steps -> delay(message, steps));
            case CORRUPT -> actions.get().corrupt(message.id());
            case TRIM -> popover.askWhatToTrim(keys -> trim(message, keys));
        }
        if (!handling.asks()) {
            close();
        }
    }

    /** Lets a message in flight be delivered so many places later; negative: earlier. */
    private void move(long id, int shift) {
        if (!locked.get()) {
            FlightOrder.place(queue, id, shift).ifPresent(place -> actions.get().reorder(id, place));
        }
    }

    private void delay(Message message, int steps) {
        actions.get().delay(message.id(), steps);
        close();
    }

    private void trim(Message message, Set<Key> keys) {
        actions.get().trim(message.id(), keys);
        close();
    }

    /** Opens the popover of {@code box}. */
    void open(MessageBox box) {
        close();
        opened = box;
        box.pseudoClassStateChanged(OPENED, true);
        popover.show(box.message(), !locked.get());
        popover.getParent().requestLayout();
        popover.focusFirst();
    }

    /** Closes the popover and gives the keyboard back to the message. */
    void close() {
        if (popover.isVisible()) {
            popover.setVisible(false);
            opened.pseudoClassStateChanged(OPENED, false);
            if (opened.getScene() != null) {
                opened.requestFocus();
            }
            opened = null;
        }
    }

    /** Shows the opened message as it is now, or nothing if it is gone. */
    void show(Moment moment) {
        queue = moment.queue();
        if (popover.isVisible()) {
            moment.message(popover.message().id())
                    .ifPresentOrElse(message -> popover.show(message, !locked.get()), this::close);
        }
    }

    private void refresh() {
        if (popover.isVisible()) {
            popover.show(popover.message(), !locked.get());
        }
    }

    /** Puts the popover beside the message it belongs to, within {@code bounds}. */
    void place(Box bounds, double unit) {
        if (!popover.isVisible() || opened == null) {
            return;
        }
        popover.scale(unit);
        double left = opened.getLayoutX() - GAP;
        double right = bounds.width() - opened.getLayoutX() - opened.getWidth() - GAP;
        double room = Math.max(left, right) - EDGE;
        double width = Math.min(bounds.width() - 2 * EDGE, Math.max(NARROWEST * unit, Math.min(WIDTH * unit, room)));
        popover.applyCss();
        double height = Math.ceil(popover.prefHeight(width));
        double x = right >= left ? bounds.width() - right : left - width;
        double y = opened.getLayoutY() + opened.getHeight() / 2 - height / 2;
        popover.resizeRelocate(
                Math.rint(Math.max(EDGE, Math.min(x, bounds.width() - EDGE - width))),
                Math.rint(Math.max(0, Math.min(y, bounds.height() - height))),
                width,
                height);
    }
}
