package sosad.app.compare;

import static sosad.model.PlainFormat.format;

import java.util.List;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.sweep.Sweep;

/** The comparison as one page that needs no other file and no network. */
final class CompareHtml {
    private static final int NAME_WIDTH = 190;
    private static final int BAR_WIDTH = 440;
    private static final int BAR_HEIGHT = 16;
    private static final int LINE_HEIGHT = 24;

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>The rules compared</title>
            <style>
            :root{color-scheme:light dark;--ground:#F5F6F8;--pane:#FFFFFF;--line:#E2E5EB;--text:#171B22;--muted:#5C6573;--accent:#2F5BEA;--best:#FFF6D6}
            @media(prefers-color-scheme:dark){:root{--ground:#0F1217;--pane:#181D25;--line:#2A313C;--text:#E8ECF2;--muted:#98A2B3;--accent:#7C9CFF;--best:#3A3418}}
            body{margin:0;padding:32px;background:var(--ground);color:var(--text);font:13px/1.5 Inter,system-ui,sans-serif}
            section{background:var(--pane);border:1px solid var(--line);border-radius:10px;padding:16px;margin:16px 0;overflow-x:auto}
            h1{font-size:18px;margin:0 0 8px}h2{font-size:15px;margin:0 0 8px}
            table{border-collapse:collapse}th,td{padding:4px 10px;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
            th:first-child,td:first-child{text-align:left}th{color:var(--muted);font-weight:600}
            td{font-family:ui-monospace,monospace;font-size:12px}td:first-child{font-family:inherit;font-size:13px}
            td.best{background:var(--best);font-weight:700}tr.ghost td{color:var(--muted);font-style:italic}
            p,li{max-width:80ch}svg text{fill:var(--text);font-size:12px}rect{fill:var(--accent)}rect.ghost{fill:var(--muted);opacity:.6}
            </style>
            </head>
            <body>
            """;

    private CompareHtml() {}

    static String of(Sweep sweep, MeanComparison comparison) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<h1>The rules compared</h1>\n<p>")
                .append(escaped(CompareReport.conditions(sweep, comparison.mean())))
                .append("</p>\n");
        table(page, CompareTable.of(comparison));
        chart(page, CompareChart.of(comparison.mean(), CompareColumn.TIMES_LEAST), "Entries sent, times the least");
        chart(page, CompareChart.of(comparison.mean(), CompareColumn.BYTES), "Bytes sent");
        page.append("<section>\n<h2>Read it so</h2>\n<ul>\n");
        CompareReport.notes(sweep, comparison).forEach(note -> item(page, note));
        for (CompareColumn column : CompareColumn.values()) {
            item(page, column.title() + ": " + column.explanation());
        }
        page.append("</ul>\n</section>\n</body>\n</html>\n");
        return page.toString();
    }

    private static void item(StringBuilder page, String words) {
        page.append("<li>").append(escaped(words)).append("</li>\n");
    }

    private static void table(StringBuilder page, CompareTable table) {
        page.append("<section>\n<table>\n<tr><th>rule</th>");
        for (CompareTable.TableColumn column : table.columns()) {
            page.append(format(
                    "<th title=\"%s\">%s</th>", escaped(column.figure().explanation()), escaped(column.title())));
        }
        page.append("</tr>\n");
        for (CompareTable.TableLine line : table.lines()) {
            boolean isGhost = line.row().kind() == RowKind.GHOST;
            page.append(format(
                    "<tr%s><td>%s%s</td>",
                    isGhost ? " class=\"ghost\"" : "",
                    isGhost ? "ghost: " : "",
                    escaped(line.row().name())));
            line.cells()
                    .forEach(cell -> page.append(
                            format("<td%s>%s</td>", cell.isBest() ? " class=\"best\"" : "", escaped(cell.text()))));
            page.append("</tr>\n");
        }
        page.append(
                "</table>\n<p>Marked: the best of our rules that lost nothing. A ghost is another way to make stores equal, computed "
                        + "on the same run.</p>\n</section>\n");
    }

    private static void chart(StringBuilder page, CompareChart chart, String title) {
        List<CompareChart.Bar> bars = chart.bars().stream()
                .filter(bar -> bar.kind() != RowKind.MEASURED)
                .toList();
        int width = NAME_WIDTH + BAR_WIDTH + 120;
        page.append(format("<section>\n<h2>%s <small>(logarithmic scale)</small></h2>\n", escaped(title)));
        page.append(format(
                "<svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">\n",
                width, bars.size() * LINE_HEIGHT, escaped(title)));
        for (int i = 0; i < bars.size(); i++) {
            bar(page, bars.get(i), i * LINE_HEIGHT);
        }
        page.append("</svg>\n</section>\n");
    }

    private static void bar(StringBuilder page, CompareChart.Bar bar, int top) {
        double length = BAR_WIDTH * bar.length();
        int baseline = top + BAR_HEIGHT - 2;
        page.append(format("<text x=\"0\" y=\"%d\">%s</text>", baseline, escaped(bar.row())));
        page.append(format(
                "<rect%s x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"3\"/>",
                bar.kind() == RowKind.GHOST ? " class=\"ghost\"" : "", NAME_WIDTH, top + 2, length, BAR_HEIGHT));
        page.append(format(
                "<text x=\"%.1f\" y=\"%d\">%s</text>\n", NAME_WIDTH + length + 8, baseline, escaped(bar.text())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
