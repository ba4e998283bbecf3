package sosad.app.export.table;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * An expectation that was checked.
 *
 * @param expect what was expected, in words
 * @param met whether it was so
 * @param found what was so instead, in words; empty if it was met
 * @param line where it stands in the scenario's file, if that is known
 */
public record ExpectationReport(String expect, boolean met, String found, OptionalInt line) {
    public ExpectationReport {
        Objects.requireNonNull(expect);
        Objects.requireNonNull(found);
        Objects.requireNonNull(line);
    }

    /** One of which no more is known. */
    public ExpectationReport(String expect, boolean met) {
        this(expect, met, "", OptionalInt.empty());
    }

    /** Returns what was expected, and what was found instead. */
    String words() {
        return found.isEmpty() ? expect : expect + "; " + found;
    }
}
