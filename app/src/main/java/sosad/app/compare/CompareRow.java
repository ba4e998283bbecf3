package sosad.app.compare;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A row of the comparison.
 *
 * @param name the rules, or the ghost
 * @param kind where its figures come from
 * @param figures the figures; one that it does not have is left out
 */
public record CompareRow(String name, RowKind kind, Map<CompareColumn, Double> figures) {
    /** The sources of figures. */
    public enum RowKind {
        /** A simulated cluster under rules of ours. */
        RULE,
        /** What another way would have cost, computed. */
        GHOST,
        /** Real processes. */
        MEASURED
    }

    public CompareRow {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Map<CompareColumn, Double> copy = new EnumMap<>(CompareColumn.class);
        copy.putAll(figures);
        figures = Collections.unmodifiableMap(copy);
    }

    /** Returns a figure, if the row has it. */
    public OptionalDouble figure(CompareColumn column) {
        Double figure = figures.get(column);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    /** Returns a figure as it is shown; a dash if the row does not have it. */
    public String text(CompareColumn column) {
        Double figure = figures.get(column);
        return figure == null ? "–" : column.text(figure);
    }
}
