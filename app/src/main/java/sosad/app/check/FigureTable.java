package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Optional;

/**
 * Figures of the same kinds for several cases, such as throughput and latencies of several loads.
 *
 * @param head what its rows are, such as {@code load}
 * @param columns what its figures are, such as {@code 99 % within}
 * @param rows a case each
 */
public record FigureTable(String head, List<String> columns, List<Row> rows) {
    /** @throws IllegalArgumentException if a row has more or fewer figures than there are columns */
    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            refuseIf(
                    row.figures().size() != columns.size(),
                    "%s: %d figures for %d columns",
                    row.name(),
                    row.figures().size(),
                    columns.size());
        }
    }

    /**
     * A case.
     *
     * @param name which
     * @param figures by column; empty where there is none
     */
    public record Row(String name, List<Optional<Figure>> figures) {
        public Row {
            figures = List.copyOf(figures);
        }
    }
}
