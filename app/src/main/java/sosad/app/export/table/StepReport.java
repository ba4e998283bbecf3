package sosad.app.export.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.history.RunEvent;
import sosad.app.history.SentByKind;

/**
 * The effects of a step.
 *
 * @param time T
 * @param title the step's heading
 * @param before its narration in flight, if it is another one, Markdown
 * @param say its narration, Markdown
 * @param rows the document's table at its end
 * @param requests what clients asked for and got
 * @param inquiries what nodes asked each other for the sake of reads
 * @param messages those composed in the step, and older ones whose fate changed in it
 * @param sent what nodes sent each other in it
 * @param told what neither table nor messages show, in sentences: reads, trims, writes that lost at once
 * @param failures what could not be carried out, each with its reason
 * @param expectations what was checked
 */
public record StepReport(
        long time,
        Optional<String> title,
        Optional<String> before,
        Optional<String> say,
        List<TableRow> rows,
        List<RequestReport> requests,
        List<RunEvent.Inquired> inquiries,
        List<MessageReport> messages,
        SentByKind sent,
        List<String> told,
        List<String> failures,
        List<ExpectationReport> expectations) {
    public StepReport {
        Objects.requireNonNull(title);
        Objects.requireNonNull(say);
        Objects.requireNonNull(sent);
        rows = List.copyOf(rows);
        requests = List.copyOf(requests);
        inquiries = List.copyOf(inquiries);
        messages = List.copyOf(messages);
        told = List.copyOf(told);
        failures = List.copyOf(failures);
        expectations = List.copyOf(expectations);
    }
}
