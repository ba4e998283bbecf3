package sosad.app.view.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sosad.app.view.tables.Tabular.TextRow;

/** What is copied of a table: text that spreadsheets understand, a line for each row and a tab between cells. */
final class CopiedText {
    /** What would begin another cell or row, and the signs that keep the direction of writing. */
    private static final Pattern BREAKS = Pattern.compile("[\t\r\n]+");

    private static final Pattern ISOLATES = Pattern.compile("[\u2066-\u2069]");

    private CopiedText() {}

    /** Returns the selected rows; all of them, under their heading, if none is. */
    static String of(Tabular table) {
        List<TextRow> all = table.rows();
        List<List<String>> lines = new ArrayList<>();
        if (table.selected().isEmpty()) {
            lines.add(table.heading());
            all.forEach(row -> lines.add(row.cells()));
        } else {
            table.selected().forEach(place -> lines.add(all.get(place).cells()));
        }
        return lines.stream()
                .filter(cells -> !cells.isEmpty())
                .map(cells -> cells.stream().map(CopiedText::plain).collect(Collectors.joining("\t")) + "\n")
                .collect(Collectors.joining());
    }

    private static String plain(String cell) {
        return ISOLATES.matcher(BREAKS.matcher(cell).replaceAll(" ")).replaceAll("");
    }
}
