package sosad.app.view.stage.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import sosad.app.diagram.Box;
import sosad.app.diagram.PopoverPlacer;
import sosad.app.explain.Question;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageAction.Kind;
import sosad.app.view.Controls;
import sosad.app.view.StageActions;
import sosad.model.Link;
import sosad.model.NodeId;

/** The handling of messages: by keys on the focused box, by a click that opens the popover. */
public final class MessageInteraction {
    private static final double WIDTH = 370;
    private static final double HEIGHT = 480;
    private static final double EDGE = 4;

    private final ObjectProperty<StageActions> actions;
    private final BooleanExpression locked;
    private final MessagePopover popover = new MessagePopover(this::chosen, this::likeThis, this::why, this::close);
    private MessageBox opened;
    private boolean onlyOne;
    private Snapshot snapshot;

    public MessageInteraction(ObjectProperty<StageActions> actions, BooleanExpression locked) {
        this.actions = actions;
        this.locked = locked;
        locked.addListener((property, old, now) -> refresh());
        popover.addEventHandler(KeyEvent.KEY_PRESSED, this::keyInPopover);
        popover.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    }

    public MessagePopover popover() {
        return popover;
    }

    /** Lets {@code box} react to the user. */
    public void attach(MessageBox box) {
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
        if (key.getCode() == MessageButton.LIKE_THIS && MessageButton.isAlone(key) && !locked.get()) {
            key.consume();
            open(box);
            likeThis();
            return;
        }
        MessageButton.pressed(key).ifPresent(kind -> {
            key.consume();
            if (!locked.get() && MessageButton.isAllowed(snapshot, box.message(), kind)) {
                if (MessageButton.asks(kind)) {
                    open(box);
                }
                carryOut(kind, box.message());
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

    private void chosen(Kind kind) {
        carryOut(kind, popover.message());
    }

    private void why() {
        Question question = new Question.OfMessage(popover.message().id());
        close();
        Optional.ofNullable(actions.get()).ifPresent(asked -> asked.why(question));
    }

    private void likeThis() {
        popover.askForARule(rule -> {
            actions.get().act(new Action.SetRule(rule));
            close();
        });
    }

    private void carryOut(Kind kind, Message message) {
        onlyOne = popover.isForOneCopy();
        switch (kind) {
            case DELAY -> popover.askHowLong(steps -> carryOut(new MessageAction.DelayBy(steps), message));
            case TRIM -> popover.askWhatToTrim(keys -> carryOut(new MessageAction.Trim(keys), message));
            default -> carryOut(new MessageAction.Simple(kind), message);
        }
    }

    private void carryOut(MessageAction action, Message message) {
        if (onlyOne) {
            actions.get().act(new Action.Handle(new Link(message.from(), message.to()), placeOf(message), action));
        } else {
            actions.get().handle(message.id(), action);
        }
        close();
    }

    /** Returns the place of the last copy of a message in flight among those on its link. */
    private int placeOf(Message message) {
        List<Message> all = snapshot.queue().stream()
                .flatMap(id -> snapshot.message(id).stream())
                .toList();
        Link link = new Link(message.from(), message.to());
        int place = 0;
        for (Message other : all) {
            place += other.isOn(link) ? other.copies() : 0;
            if (other.id() == message.id()) {
                break;
            }
        }
        return place;
    }

    /** Moves a message in flight {@code shift} places later in the queue; negative: earlier. */
    private void move(long id, int shift) {
        if (!locked.get()) {
            FlightOrder.place(snapshot.queue(), id, shift)
                    .ifPresent(place -> actions.get().handle(id, new MessageAction.Reorder(place)));
        }
    }

    /** Opens the popover of {@code box}. */
    public void open(MessageBox box) {
        close();
        opened = box;
        Controls.state(box, "opened", true);
        show(box.message());
        popover.getParent().requestLayout();
        popover.focusFirst();
    }

    /** Closes the popover and gives the keyboard back to the message. */
    public void close() {
        if (popover.isVisible()) {
            popover.setVisible(false);
            Controls.state(opened, "opened", false);
            if (opened.getScene() != null) {
                opened.requestFocus();
            }
            opened = null;
        }
    }

    /** Shows the opened message as it is now, or nothing if it is gone. */
    public void show(Snapshot now) {
        snapshot = now;
        if (popover.isVisible()) {
            snapshot.message(popover.message().id()).ifPresentOrElse(this::show, this::close);
        }
    }

    private void show(Message message) {
        popover.show(message, snapshot, !locked.get());
    }

    private void refresh() {
        if (popover.isVisible()) {
            show(popover.message());
        }
    }

    /**
     * Puts the popover beside the message it belongs to.
     *
     * @param area the room within which it stays
     * @param cards where the nodes stand; it covers neither of the two that the message is about
     */
    public void place(Box area, Map<NodeId, Box> cards, double unit) {
        if (!popover.isVisible() || opened == null) {
            return;
        }
        popover.scale(unit);
        popover.applyCss();
        Message message = opened.message();
        Map<NodeId, Box> others = new TreeMap<>(cards);
        List<Box> essential = Stream.of(message.from(), message.to())
                .map(others::remove)
                .filter(Objects::nonNull)
                .toList();
        Box owner = new Box(opened.getLayoutX(), opened.getLayoutY(), opened.getWidth(), opened.getHeight());
        double width = Math.min(WIDTH * unit, area.width() - 2 * EDGE);
        Box place = new PopoverPlacer(area.grown(-EDGE), owner, essential, others.values())
                .place(width, Math.min(HEIGHT * unit, popover.heightFor(width)), popover.leastHeightFor(width));
        popover.resizeRelocate(place.x(), place.y(), place.width(), place.height());
    }
}
