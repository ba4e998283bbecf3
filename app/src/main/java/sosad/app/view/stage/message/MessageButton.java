package sosad.app.view.stage.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Preconditions;
import sosad.app.scenario.MessageAction.Kind;
import sosad.app.view.Controls;
import sosad.app.view.Keys;

/** The buttons for what can be done to a message, and their keys. */
final class MessageButton {
    /** The kinds of action that have a button, in this order. */
    static final List<Kind> KINDS =
            Arrays.stream(Kind.values()).filter(kind -> !kind.key().isEmpty()).toList();

    /** The key that asks for a rule for all messages like one. */
    static final KeyCode LIKE_THIS = KeyCode.E;

    private MessageButton() {}

    static Button of(Kind kind, Consumer<Kind> chosen) {
        Button button = button(name(kind), icon(kind), asks(kind), kind.key(), () -> chosen.accept(kind));
        Controls.name(button, name(kind), help(kind) + " (" + kind.key() + ")");
        return button;
    }

    /** Returns the button that asks why a message is as it is; its key is the window's. */
    static Button why(Runnable chosen) {
        String key = Keys.WHY.display();
        Button button = button("Why?", Feather.HELP_CIRCLE, false, key, chosen);
        button.getStyleClass().add("why-button");
        Controls.name(button, "Why?", "Why it carries what it carries, and what became of it (" + key + ")");
        return button;
    }

    /** Returns the button that asks for a rule for all messages like this one. */
    static Button likeThis(Runnable chosen) {
        String name = "Every one like this";
        String key = LIKE_THIS.getName();
        Button button = button(name, Feather.FILTER, true, key, chosen);
        Controls.name(button, name, "Set a rule for messages as they are sent from now on (" + key + ")");
        return button;
    }

    private static Button button(String name, Feather icon, boolean asks, String key, Runnable chosen) {
        HBox face = new HBox(
                FontIcon.of(icon),
                Controls.fixedLabel(asks ? name + "…" : name, "word"),
                Controls.fixedLabel(key, "key"));
        face.getStyleClass().add("face");
        Button button = new Button(null, face);
        button.getStyleClass().add("handling");
        button.setOnAction(click -> chosen.run());
        return button;
    }

    private static String name(Kind kind) {
        return kind == Kind.RESTORE
                ? "Deliver after all"
                : kind.word().substring(0, 1).toUpperCase(Locale.ROOT)
                        + kind.word().substring(1);
    }

    private static Feather icon(Kind kind) {
        return switch (kind) {
            case DELIVER -> Feather.CHECK;
            case LOSE -> Feather.X;
            case DUPLICATE -> Feather.COPY;
            case HOLD -> Feather.PAUSE;
            case DELAY -> Feather.CLOCK;
            case CORRUPT -> Feather.ZAP;
            case TRIM -> Feather.SCISSORS;
            case RESTORE, REORDER -> Feather.ROTATE_CCW;
        };
    }

    private static String help(Kind kind) {
        return switch (kind) {
            case DELIVER -> "Deliver it now";
            case LOSE -> "Lose it";
            case DUPLICATE -> "Let it arrive once more";
            case HOLD -> "Park it at its sender's side";
            case DELAY -> "Park it at its sender's side for some steps";
            case CORRUPT -> "Change its bytes on the way: its receiver refuses it";
            case TRIM -> "Take changes out of it";
            case RESTORE -> "Let it go on although it was lost";
            case REORDER -> "Give it another place";
        };
    }

    /** Returns whether something more is asked before it is done. */
    static boolean asks(Kind kind) {
        return kind == Kind.DELAY || kind == Kind.TRIM;
    }

    /**
     * Returns whether it can be done to {@code message} where it is; a message without changes has nothing to choose
     * from.
     */
    static boolean isAllowed(Snapshot snapshot, Message message, Kind kind) {
        return Preconditions.unmet(snapshot, message, kind).isEmpty()
                && (kind != Kind.TRIM || !message.entries().isEmpty());
    }

    /** The kind whose key was pressed, alone. */
    static Optional<Kind> pressed(KeyEvent event) {
        if (!isAlone(event)) {
            return Optional.empty();
        }
        String key = event.getCode() == KeyCode.NUMPAD2 ? "2" : event.getCode().getName();
        return KINDS.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Returns whether no other key is down with it. */
    static boolean isAlone(KeyEvent event) {
        return !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShortcutDown();
    }
}
