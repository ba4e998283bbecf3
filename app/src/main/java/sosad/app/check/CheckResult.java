package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.load.OperationLog;

/**
 * The verdict of a check and what it rests on.
 *
 * @param number which check
 * @param verdict its verdict
 * @param headline what came out, in half a line: {@code 3.1 % of reads stale, at most 2 versions}
 * @param did what it did, in a sentence or two
 * @param reason why the verdict is this one, in a sentence; empty if {@code headline} says it
 * @param situations how often the situation arose that it is about
 * @param figures what was measured and counted, the most important first
 * @param tables figures of the same kinds for several cases
 * @param series lines to be drawn
 * @param evidence what explains the verdict, the most telling first
 * @param bands when which faults were in force
 * @param operations the requests of its clients, if it kept a log of them
 * @param lesson the bundled lesson that shows why it is broken as predicted
 */
public record CheckResult(
        CheckNumber number,
        CheckVerdict verdict,
        String headline,
        String did,
        String reason,
        long situations,
        List<Figure> figures,
        List<FigureTable> tables,
        List<Series> series,
        List<Evidence> evidence,
        List<FaultBand> bands,
        Optional<OperationLog> operations,
        Optional<String> lesson) {
    /** @throws IllegalArgumentException if it has a verdict on a situation that never arose */
    public CheckResult {
        Objects.requireNonNull(number);
        Objects.requireNonNull(verdict);
        refuseIf(headline.isBlank(), "check %s has no headline", number);
        Objects.requireNonNull(did);
        Objects.requireNonNull(reason);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        series = List.copyOf(series);
        evidence = List.copyOf(evidence);
        bands = List.copyOf(bands);
        Objects.requireNonNull(operations);
        Objects.requireNonNull(lesson);
        refuseIf(
                situations < 1 && (verdict == CheckVerdict.HELD || verdict == CheckVerdict.BROKEN_AS_PREDICTED),
                "check %s: \"%s\" without a single situation that it is about",
                number,
                verdict.words());
        refuseIf(
                lesson.isPresent() && verdict != CheckVerdict.BROKEN_AS_PREDICTED,
                "check %s: a lesson explains what is broken as predicted, not \"%s\"",
                number,
                verdict.words());
    }
}
