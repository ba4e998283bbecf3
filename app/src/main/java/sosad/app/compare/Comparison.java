package sosad.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures of one seed.
 *
 * @param least how many entries had to be sent
 * @param writes how many writes were acknowledged
 * @param reads how many reads were answered
 * @param unanswered how many requests came to a node that was down
 * @param faults how many faults of the plan happened
 * @param notSimulated the kinds of the plan's faults that a simulated cluster cannot have
 * @param rows the rules in the order given, then the ghosts, then what was measured
 */
public record Comparison(
        double least,
        double writes,
        double reads,
        double unanswered,
        double faults,
        List<String> notSimulated,
        List<CompareRow> rows) {
    public Comparison {
        notSimulated = List.copyOf(notSimulated);
        rows = List.copyOf(rows);
    }

    /** Returns the row of this name and kind. */
    public Optional<CompareRow> row(String name, CompareRow.RowKind kind) {
        return rows.stream()
                .filter(row -> row.name().equals(name) && row.kind() == kind)
                .findFirst();
    }

    /** The same with further rows. */
    public Comparison with(List<CompareRow> more) {
        return new Comparison(
                least,
                writes,
                reads,
                unanswered,
                faults,
                notSimulated,
                Stream.concat(rows.stream(), more.stream()).toList());
    }
}
