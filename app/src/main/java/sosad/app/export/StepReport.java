package sosad.app.export;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a step brought about.
 *
 * @param time T
 * @param title the step's heading
 * @param rows the document's table at its end
 * @param messages those composed in the step, and older ones whose fate changed in it
 * @param failures what could not be carried out, each with its reason
 * @param expectations what was checked
 */
public record StepReport(
        long time,
        Optional<String> title,
        List<TableRow> rows,
        List<MessageReport> messages,
        List<String> failures,
        List<ExpectationReport> expectations) {
    public StepReport {
        Objects.requireNonNull(title);
        rows = List.copyOf(rows);
        messages = List.copyOf(messages);
        failures = List.copyOf(failures);
        expectations = List.copyOf(expectations);
    }
}
