package sosad.app.view.tables;

import java.util.ArrayList;
import java.util.List;
import sosad.app.viewmodel.tables.Line;

/**
 * A line of a node's table and its place among the others, by which its cell is drawn: a cell that asked the list would
 * not hear of what changes beside it.
 *
 * @param lastRow whether it is the last of the rows
 * @param firstEntry whether it is the first after the rows
 */
record PlacedLine(Line line, boolean lastRow, boolean firstEntry) {
    static List<PlacedLine> of(List<Line> lines) {
        List<PlacedLine> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean isRow = isRow(lines, i);
            placed.add(new PlacedLine(lines.get(i), isRow && !isRow(lines, i + 1), !isRow && isRow(lines, i - 1)));
        }
        return placed;
    }

    private static boolean isRow(List<Line> lines, int index) {
        return index >= 0 && index < lines.size() && lines.get(index).kind() == Line.Kind.ROW;
    }
}
