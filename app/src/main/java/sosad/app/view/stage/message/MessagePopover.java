package sosad.app.view.stage.message;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.explain.Question;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.history.text.MessageText;
import sosad.app.lab.step.Preconditions;
import sosad.app.scenario.MessageAction.Kind;
import sosad.app.scenario.TrafficRule;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.model.Key;
import sosad.model.Link;

/** What can be done to a message, and below it its parts, as a sentence and as they are, which scroll. */
public final class MessagePopover extends VBox implements Askable {
    /** The height at least of what scrolls. */
    private static final double SCROLLED = 96;

    private final Label title = Controls.fixedLabel("", "title");
    private final Label fate = Controls.fixedLabel("", "fate");
    private final Label sentence = new Label();
    private final Label parts = new Label();
    private final Label locked = new Label("This is the past: come back to the present to handle messages.");
    private final Label note = Controls.label("", "locked");
    private final FlowPane buttons = new FlowPane();
    private final VBox content = new VBox(sentence, parts);
    private final ScrollPane scroll = new ScrollPane(content);
    private final Map<Kind, Button> byKind = new EnumMap<>(Kind.class);
    private final Button ask;
    private final Button likeThis;
    private final CheckBox oneCopy = new CheckBox();
    private final IconButton close;
    private final HBox head;
    private Message message;
    private boolean asking;
    private double scrolled = SCROLLED;

    /**
     * @param ruled called when a rule for all messages like this one is wanted
     * @param why called when it is asked why it is as it is
     */
    MessagePopover(Consumer<Kind> chosen, Runnable ruled, Runnable why, Runnable closed) {
        getStyleClass().add("stage-popover");
        setAccessibleRole(AccessibleRole.DIALOG);
        setManaged(false);
        setVisible(false);
        close = new IconButton(Feather.X, "Close (Escape)", closed);
        head = new HBox(title, fate, Controls.spring(), close);
        head.getStyleClass().add("popover-head");
        sentence.setWrapText(true);
        sentence.getStyleClass().add("sentence");
        parts.getStyleClass().add("parts");
        parts.setMaxWidth(Double.MAX_VALUE);
        content.getStyleClass().add("content");
        scroll.getStyleClass().add("content-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setAccessibleText("What it says");
        setVgrow(scroll, Priority.ALWAYS);
        locked.getStyleClass().add("locked");
        locked.setWrapText(true);
        buttons.getStyleClass().add("handlings");
        ask = MessageButton.why(why);
        buttons.getChildren().add(ask);
        for (Kind kind : MessageButton.KINDS) {
            Button button = MessageButton.of(kind, chosen);
            byKind.put(kind, button);
            buttons.getChildren().add(button);
        }
        likeThis = MessageButton.likeThis(ruled);
        buttons.getChildren().add(likeThis);
        note.setWrapText(true);
        oneCopy.getStyleClass().add("one-copy");
    }

    @Override
    public Optional<Question> question() {
        return Optional.of(new Question.OfMessage(message.id()));
    }

    Message message() {
        return message;
    }

    /** Returns whether what is chosen is meant for one of its copies alone. */
    boolean isForOneCopy() {
        return isVisible() && oneCopy.getParent() != null && oneCopy.isSelected();
    }

    /** Returns whether a form is open in it, which takes the keys. */
    boolean isAsking() {
        return asking;
    }

    /**
     * Shows what {@code newMessage} says.
     *
     * @param snapshot where it stands
     * @param handlable whether something can be done to messages at all
     */
    void show(Message newMessage, Snapshot snapshot, boolean handlable) {
        boolean same = isVisible() && asking && newMessage.equals(message);
        message = newMessage;
        String name = "%s's %s to %s".formatted(message.from(), MessageText.kind(message), message.to());
        title.setText(name);
        setAccessibleText(name);
        fate.setText(MessageText.fate(message));
        sentence.setText(MessageText.explain(message));
        parts.setText(MessageParts.text(message));
        boolean lost = message.fate() == Fate.LOST;
        byKind.forEach((kind, button) -> {
            Controls.show(button, lost == (kind == Kind.RESTORE));
            button.setDisable(!handlable || !MessageButton.isAllowed(snapshot, message, kind));
        });
        likeThis.setDisable(!handlable || snapshot.isLive());
        locked.setVisible(!handlable);
        if (!same) {
            asking = false;
            getChildren().setAll(head, buttons, scroll);
            if (!handlable) {
                getChildren().add(1, locked);
            }
            showHandlings(handlable);
            note.setText(handlable && lost ? afterAll(snapshot) : "");
            if (!note.getText().isEmpty()) {
                getChildren().add(2, note);
            }
            oneCopy.setSelected(false);
            oneCopy.setText("Only one of its %s copies".formatted(message.copies()));
            oneCopy.setAccessibleText(oneCopy.getText());
            if (handlable && message.copies() > 1 && message.fate() == Fate.IN_FLIGHT) {
                getChildren().add(1, oneCopy);
            }
            scroll.setVvalue(0);
        }
        setVisible(true);
    }

    /** In the past nothing can be done to a message, but one can ask why it is as it is. */
    private void showHandlings(boolean handlable) {
        buttons.getChildren().setAll(ask);
        if (handlable) {
            buttons.getChildren()
                    .addAll(MessageButton.KINDS.stream().map(byKind::get).toList());
            buttons.getChildren().add(likeThis);
        }
    }

    /** Returns why it cannot be delivered after all, or what had to be done first, or nothing. */
    private String afterAll(Snapshot snapshot) {
        if (snapshot.cut().contains(new Link(message.from(), message.to()))) {
            return "The link is cut: mend it first, or the message is lost again.";
        } else if (!snapshot.hasProcess(message.to())) {
            return "%s is dead: start it first, or the message is lost again.".formatted(message.to());
        }
        return Preconditions.unmet(snapshot, message, Kind.RESTORE)
                .map(why -> why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".")
                .orElse("");
    }

    /** Asks what is to be done to all messages like this one. */
    void askForARule(Consumer<TrafficRule> ruled) {
        ask(new LikeThisForm(message, ruled));
    }

    /** Asks which changes to take out. */
    void askWhatToTrim(Consumer<Set<Key>> trimmed) {
        ask(new TrimForm(message, trimmed));
    }

    /** Asks for how many steps to park it. */
    void askHowLong(IntConsumer delayed) {
        ask(new DelayForm(delayed));
    }

    private void ask(Region form) {
        asking = true;
        getChildren().setAll(head, form);
        form.applyCss(); // what scrolls has its content, which is to have the keyboard, only then
        form.requestFocus();
    }

    /** Puts the keyboard on the first thing to do. */
    void focusFirst() {
        byKind.values().stream()
                .filter(button -> !button.isDisabled() && button.isVisible() && button.getScene() != null)
                .findFirst()
                .ifPresentOrElse(Button::requestFocus, ask::requestFocus);
    }

    /** Returns how high it would like to be. */
    double heightFor(double width) {
        double inside = width - snappedLeftInset() - snappedRightInset();
        scroll.setPrefHeight(Math.ceil(content.prefHeight(inside)));
        return Math.ceil(prefHeight(width));
    }

    /** Returns how high it is at least: as high as what can be done to the message, and some lines. */
    double leastHeightFor(double width) {
        return asking ? heightFor(width) : heightFor(width) - Math.max(0, scroll.getPrefHeight() - scrolled);
    }

    void scale(double unit) {
        scrolled = SCROLLED * unit;
        close.scale(unit);
    }
}
