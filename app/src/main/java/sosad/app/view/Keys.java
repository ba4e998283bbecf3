package sosad.app.view;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the window, and their names as tooltips and the help show them. */
public enum Keys {
    NEXT("Next, Deliver, Finish", KeyCode.PAGE_DOWN, false),
    BACK("Back", KeyCode.PAGE_UP, false),
    FORWARD("Forward along the branch: what Back has left", KeyCode.PAGE_DOWN, KeyCombination.SHIFT_DOWN),
    STAND_HERE("Stand at the past moment shown: fresh nodes repeat the run", KeyCode.ENTER, true),
    PLAY("Play or pause (outside text fields)", KeyCode.P, false),
    RUN_ON("Run until a breakpoint or the end, or stop doing so", KeyCode.P, KeyCombination.SHIFT_DOWN),
    RESTART("Restart the scenario", KeyCode.F5, false),
    CLOCKS("Go live, stop the clocks", KeyCode.F9, false),
    CLIENTS("Start or stop the clients of a live cluster", KeyCode.F6, false),
    SLOWER_CLIENTS("Slower clients", KeyCode.F7, false),
    FASTER_CLIENTS("Faster clients", KeyCode.F8, false),
    OPEN("Open a scenario file", KeyCode.O, true),
    SAVE("Save what was done as a scenario file", KeyCode.S, true),
    SAVE_AS(
            "Save what was done as another scenario file",
            KeyCode.S,
            KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN),
    NEW_CLUSTER("New cluster", KeyCode.N, true),
    NEXT_LESSON("Next lesson", KeyCode.PAGE_DOWN, true),
    PREVIOUS_LESSON("Lesson before", KeyCode.PAGE_UP, true),
    WHY("Why? Of the cell, row, message or link with the focus; else what is lacking", KeyCode.W, false),
    SHOW_CHANGE("Show what would have made it otherwise (while Why is open)", KeyCode.W, KeyCombination.SHIFT_DOWN),
    HEALING("Whether the run still heals: off, for all keys, for the key asked about", KeyCode.B, false),
    STOP_WHEN("Stop when the cell, row, message or link with the focus changes", KeyCode.B, KeyCombination.SHIFT_DOWN),
    NOW("Leave the past, close what is open", KeyCode.ESCAPE, false),
    PER_NODE("Table per node", KeyCode.DIGIT1, true),
    DOCUMENT("Document's table", KeyCode.DIGIT2, true),
    MATRIX("Matrix", KeyCode.DIGIT3, true),
    FIND("Find entries in the tables", KeyCode.F, true),
    COPY("Copy the table, or its selected rows (in a table)", KeyCode.C, true),
    CLIENT("Client", KeyCode.K, true),
    FAULTS("Faults", KeyCode.E, true),
    EXPECTATIONS("Expectations", KeyCode.DIGIT6, KeyCombination.ALT_DOWN),
    BRANCHES("Branches", KeyCode.DIGIT7, KeyCombination.ALT_DOWN),
    WATCH("Watch: breakpoints", KeyCode.DIGIT8, KeyCombination.ALT_DOWN),
    LOG("Log", KeyCode.L, true),
    TOOLS("Fold or unfold the tools", KeyCode.J, true),
    THEME("Light or dark", KeyCode.D, true),
    LARGER("Larger text", KeyCode.PLUS, true),
    SMALLER("Smaller text", KeyCode.MINUS, true),
    USUAL_SIZE("Text of the usual size", KeyCode.DIGIT0, true),
    PROJECTOR("Projector mode", KeyCode.F11, false),
    STAGE_PAGE("In projector mode: the stage", KeyCode.DIGIT1, KeyCombination.ALT_DOWN),
    TABLES_PAGE("In projector mode: the tables", KeyCode.DIGIT2, KeyCombination.ALT_DOWN),
    MATRIX_PAGE("In projector mode: the matrix", KeyCode.DIGIT3, KeyCombination.ALT_DOWN),
    TIMELINE_PAGE("In projector mode: the time line", KeyCode.DIGIT4, KeyCombination.ALT_DOWN),
    CLIENT_PAGE("In projector mode: the client", KeyCode.DIGIT5, KeyCombination.ALT_DOWN),
    LAB_VIEW("The view Lab", KeyCode.F2, false),
    CHECKS_VIEW("The view Checks", KeyCode.F3, false),
    MEASURE_VIEW("The view Measure", KeyCode.F4, false),
    COMPARE_VIEW("The view Compare", KeyCode.F10, false),
    HELP("Help", KeyCode.F1, false);

    /** Those that do the same in every view. */
    private static final Set<Keys> EVERYWHERE = EnumSet.of(
            NOW,
            THEME,
            LARGER,
            SMALLER,
            USUAL_SIZE,
            PROJECTOR,
            LAB_VIEW,
            CHECKS_VIEW,
            MEASURE_VIEW,
            COMPARE_VIEW,
            HELP);

    private final String meaning;
    private final KeyCode code;
    private final KeyCombination.Modifier[] with;

    Keys(String meaning, KeyCode code, boolean withShortcutKey) {
        this(
                meaning,
                code,
                withShortcutKey
                        ? new KeyCombination.Modifier[] {KeyCombination.SHORTCUT_DOWN}
                        : new KeyCombination.Modifier[0]);
    }

    Keys(String meaning, KeyCode code, KeyCombination.Modifier... with) {
        this.meaning = meaning;
        this.code = code;
        this.with = with;
    }

    /** Returns what the key does. */
    public String meaning() {
        return meaning;
    }

    /** Returns whether the key does this in every view, and not in the Lab alone. */
    public boolean isEverywhere() {
        return EVERYWHERE.contains(this);
    }

    /** Returns whether {@code event} is this key. */
    public boolean matches(KeyEvent event) {
        return combination().match(event)
                || alsoOn().stream()
                        .map(other ->
                                new KeyCodeCombination(other, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY))
                        .anyMatch(other -> other.match(event));
    }

    /** Where keyboards have these signs elsewhere. */
    private List<KeyCode> alsoOn() {
        return switch (this) {
            case LARGER -> List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD);
            case SMALLER -> List.of(KeyCode.SUBTRACT);
            case USUAL_SIZE -> List.of(KeyCode.NUMPAD0);
            default -> List.of();
        };
    }

    private KeyCombination combination() {
        return new KeyCodeCombination(code, with);
    }

    /** Its name, such as {@code PageDown} or {@code Ctrl+O}. */
    public String display() {
        return switch (this) {
            case NEXT -> "PageDown";
            case BACK -> "PageUp";
            case FORWARD -> "Shift+PageDown";
            case STAND_HERE -> "Ctrl+Enter";
            case NEXT_LESSON -> "Ctrl+PageDown";
            case PREVIOUS_LESSON -> "Ctrl+PageUp";
            case NOW -> "Esc";
            case LARGER -> "Ctrl++";
            case SMALLER -> "Ctrl+-";
            default -> combination().getDisplayText();
        };
    }
}
