package sosad.app.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/** The keys of the window, and their names as tooltips and the help show them. */
public enum Keys {
    NEXT("Next, Deliver, Finish", key(KeyCode.PAGE_DOWN)),
    BACK("Back", key(KeyCode.PAGE_UP)),
    PLAY("Play or pause (outside text fields)", key(KeyCode.P)),
    RESTART("Restart the scenario", key(KeyCode.F5)),
    OPEN("Open a scenario file", key(KeyCode.O, KeyCombination.SHORTCUT_DOWN)),
    NOW("Leave the past, close what is open", key(KeyCode.ESCAPE)),
    PER_NODE("Table per node", key(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN)),
    DOCUMENT("Document's table", key(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN)),
    MATRIX("Matrix", key(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN)),
    CLIENT("Client", key(KeyCode.K, KeyCombination.SHORTCUT_DOWN)),
    LOG("Log", key(KeyCode.L, KeyCombination.SHORTCUT_DOWN)),
    TOOLS("Fold or unfold the tools", key(KeyCode.J, KeyCombination.SHORTCUT_DOWN)),
    THEME("Light or dark", key(KeyCode.D, KeyCombination.SHORTCUT_DOWN)),
    PROJECTOR("Projector mode", key(KeyCode.F11)),
    HELP("Help", key(KeyCode.F1));

    private final String meaning;
    private final KeyCombination combination;

    Keys(String meaning, KeyCombination combination) {
        this.meaning = meaning;
        this.combination = combination;
    }

    private static KeyCombination key(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    /** What the key does. */
    public String meaning() {
        return meaning;
    }

    /** The key. */
    public KeyCombination combination() {
        return combination;
    }

    /** Its name, such as {@code PageDown} or {@code Ctrl+O}. */
    public String display() {
        return switch (this) {
            case NEXT -> "PageDown";
            case BACK -> "PageUp";
            default -> combination.getDisplayText();
        };
    }

    /** All keys and what they do, in one line each. */
    static String listed() {
        return List.of(values()).stream()
                .map(key -> key.display() + ": " + key.meaning())
                .collect(Collectors.joining("\n"));
    }
}
