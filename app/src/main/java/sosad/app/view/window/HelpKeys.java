package sosad.app.view.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sosad.app.scenario.MessageAction.Kind;
import sosad.app.view.Keys;

/** All keys, by where they work. */
final class HelpKeys {
    private HelpKeys() {}

    /** Keys that work in one place. */
    record Section(String place, List<Line> lines) {}

    /** A key, or several, and what it does. */
    record Line(String keys, String meaning) {}

    static List<Section> sections() {
        return List.of(
                new Section("In every view", window(true)),
                new Section("In the Lab", lab()),
                new Section(
                        "In Checks",
                        List.of(
                                new Line(Keys.RESTART.display(), "Run all checks"),
                                new Line(Keys.CLIENTS.display(), "Stop the run"),
                                new Line("Up, Down", "The check above or below"),
                                new Line("Enter", "Run the selected check"),
                                new Line(Keys.OPEN.display(), "Choose what is checked"),
                                new Line(Keys.SAVE.display(), "Write a report"),
                                new Line(Keys.NOW.display(), "Close the form, dismiss what is said"))),
                new Section("Messages (Tab walks them)", messages()),
                new Section(
                        "The order of delivery",
                        List.of(
                                new Line("Left, Right", "The message beside"),
                                new Line("Alt+Left, Alt+Right", "Deliver it earlier or later; also Up and Down"),
                                new Line("Enter, Space", "Open it"))),
                new Section(
                        "Links and nodes (Tab)",
                        List.of(
                                new Line("Left, Right, Up, Down", "The link beside"),
                                new Line("Enter", "Cut and mend the link"),
                                new Line("Enter", "Open the menu of the node"),
                                new Line("G", "Choose the node for a group, as Shift and a click do"),
                                new Line("Esc", "Close what is open"))),
                new Section(
                        "Time line",
                        List.of(
                                new Line("Left, Right", "The moment before or after (Up, Down where time goes down)"),
                                new Line("Home", "The start"),
                                new Line("End, Esc", "Now"),
                                new Line(
                                        "Up, Down",
                                        "The event before or after: lights what led to it and followed; Enter shows it"),
                                new Line("+, -", "Closer, less close; also Ctrl and the wheel"),
                                new Line("0, F", "All of time"),
                                new Line("Shift+arrow keys", "Move the diagram; also Shift and a drag, or the wheel"),
                                new Line("/, " + Keys.FIND.display(), "Find events"),
                                new Line("N, Shift+N", "The next event found, the one before"),
                                new Line("T", "Time to the right or down"))),
                new Section(
                        "Branches",
                        List.of(
                                new Line("Enter", "Go to the end of the branch"),
                                new Line("R", "Rename it"),
                                new Line("Delete", "Take it away"),
                                new Line("C", "Show two side by side: two selected, or one and the present one"),
                                new Line("Left, Right", "Side by side: T before or after"))),
                new Section(
                        "Operation plot",
                        List.of(
                                new Line("Left, Right", "The operation before or after at the same node"),
                                new Line("Up, Down", "The operation of the node above or below"),
                                new Line(
                                        "N, Shift+N",
                                        "The next that is stale, refused or unanswered, or the one before"),
                                new Line("+, -", "Look closer, or less close"),
                                new Line("Shift+Left, Shift+Right", "Earlier, later"),
                                new Line("0, Home", "Show everything"))),
                new Section(
                        "Tabs, tables, text",
                        List.of(
                                new Line("Left, Right", "The tab beside"),
                                new Line("Up, Down", "The line above or below; with Shift, select lines"),
                                new Line("Left, Right", "In the matrix: the cell beside"),
                                new Line("W, Enter", "Why? Of the line or cell"),
                                new Line("Enter, Shift+Enter", "In a search: the next hit, the one before"),
                                new Line("Esc", "End the search"))));
    }

    private static List<Line> window(boolean isEverywhere) {
        return Arrays.stream(Keys.values())
                .filter(key -> key.isEverywhere() == isEverywhere)
                .map(key -> new Line(key.display(), key.meaning()))
                .toList();
    }

    private static List<Line> lab() {
        List<Line> lines = new ArrayList<>(window(false));
        lines.add(new Line("Space", "Next; presses a control reached by Tab"));
        return lines;
    }

    private static List<Line> messages() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Enter, Space", "Open the message"));
        Arrays.stream(Kind.values())
                .filter(kind -> !kind.key().isEmpty())
                .map(kind -> new Line(kind.key(), meaning(kind)))
                .forEach(lines::add);
        lines.add(new Line("E", "Every one like this: set a rule"));
        return lines;
    }

    private static String meaning(Kind kind) {
        return switch (kind) {
            case DELIVER -> "Deliver";
            case LOSE -> "Drop";
            case DUPLICATE -> "Duplicate";
            case HOLD -> "Hold";
            case DELAY -> "Delay by some steps";
            case CORRUPT -> "Corrupt";
            case TRIM -> "Trim: take changes out";
            case RESTORE -> "Deliver a lost one after all";
            case REORDER -> "Deliver earlier or later";
        };
    }
}
