package sosad.app.view.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sosad.app.view.tables.Tabular.TextRow;

/**
 * What is copied of a table: text that spreadsheets understand, a line for each row and a tab between cells; or
 * Markdown, or CSV.
 */
final class CopiedText {
    /** What would begin another cell or row, and the signs that keep the direction of writing. */
    private static final Pattern BREAKS = Pattern.compile("[\t\r\n]+");

    /** What Markdown would take for its own. */
    private static final Pattern SIGNS = Pattern.compile("[\\\\|<`]");

    private static final Pattern ISOLATES = Pattern.compile("[\u2066-\u2069]");

    private CopiedText() {}

    /** Returns the selected rows; all of them, under their heading, if none is. */
    static String of(Tabular table) {
        boolean isWhole = table.selected().isEmpty();
        return lines(table, isWhole).stream()
                .map(cells -> String.join("\t", cells) + "\n")
                .collect(Collectors.joining());
    }

    /** Returns the selected rows, or all, under their heading, as a table of Markdown. */
    static String markdown(Tabular table) {
        List<List<String>> lines = lines(table, true);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).forEach(cell -> text.append("| ").append(escaped(cell)).append(' '));
            text.append("|\n");
            if (i == 0) {
                text.append("| --- ".repeat(lines.get(0).size())).append("|\n");
            }
        }
        return text.toString();
    }

    private static String escaped(String cell) {
        return SIGNS.matcher(cell).replaceAll("\\\\$0");
    }

    /** Returns the selected rows, or all, under their heading, as CSV. */
    static String csv(Tabular table) {
        return lines(table, true).stream()
                .map(cells -> cells.stream().map(CopiedText::quoted).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static List<List<String>> lines(Tabular table, boolean withHeading) {
        List<TextRow> all = table.rows();
        List<List<String>> lines = new ArrayList<>();
        if (withHeading) {
            lines.add(table.heading());
        }
        if (table.selected().isEmpty()) {
            all.forEach(row -> lines.add(row.cells()));
        } else {
            table.selected().forEach(place -> lines.add(all.get(place).cells()));
        }
        return lines.stream()
                .filter(cells -> !cells.isEmpty())
                .map(cells -> cells.stream().map(CopiedText::plain).toList())
                .toList();
    }

    private static String plain(String cell) {
        return ISOLATES.matcher(BREAKS.matcher(cell).replaceAll(" ")).replaceAll("");
    }
}
