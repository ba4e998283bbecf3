package sosad.app.export;

import java.util.Objects;

/**
 * An expectation that was checked.
 *
 * @param expect what was expected, in words
 * @param met whether it was so
 */
public record ExpectationReport(String expect, boolean met) {
    public ExpectationReport {
        Objects.requireNonNull(expect);
    }
}
