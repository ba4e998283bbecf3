package sosad.app.check;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import sosad.app.load.OperationLog;

/**
 * A result that a check collects while it runs; the verdict comes last. What held but never met its situation becomes
 * inconclusive here, in one place.
 */
public final class CheckResultBuilder {
    private final CheckNumber number;
    private final List<Figure> figures = new ArrayList<>();
    private final List<FigureTable> tables = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<FaultBand> bands = new ArrayList<>();
    private Optional<OperationLog> operations = Optional.empty();
    private String did = "";
    private String reason = "";
    private final String situation;
    private long situations;

    /** A result without anything in it. */
    public CheckResultBuilder(Check check) {
        number = check.number();
        situation = check.situation();
    }

    /** Sets what the check did, in a sentence or two. */
    public CheckResultBuilder did(String sentence) {
        did = sentence;
        return this;
    }

    /** Sets why the verdict is what it is, in a sentence. */
    public CheckResultBuilder because(String sentence) {
        reason = sentence;
        return this;
    }

    /** Sets how often the situation arose that the check is about. */
    public CheckResultBuilder situations(long count) {
        situations = count;
        return this;
    }

    /** Adds a figure. */
    public CheckResultBuilder figure(Figure figure) {
        figures.add(figure);
        return this;
    }

    /** Adds figures of several cases. */
    public CheckResultBuilder table(FigureTable table) {
        tables.add(table);
        return this;
    }

    /** Adds a line to be drawn. */
    public CheckResultBuilder series(Series line) {
        series.add(line);
        return this;
    }

    /** Adds what explains the verdict. */
    public CheckResultBuilder evidence(Evidence one) {
        evidence.add(one);
        return this;
    }

    /** Adds what explains the verdict. */
    public CheckResultBuilder evidence(Collection<Evidence> several) {
        evidence.addAll(several);
        return this;
    }

    /** Adds faults that were in force. */
    public CheckResultBuilder bands(Collection<FaultBand> several) {
        bands.addAll(several);
        return this;
    }

    /** Sets the log of what clients asked and were told. */
    public CheckResultBuilder operations(OperationLog log) {
        operations = Optional.of(log);
        return this;
    }

    /** The system did what is expected; inconclusive if the situation never arose. */
    public CheckResult held(String headline) {
        return situations > 0
                ? result(CheckVerdict.HELD, headline, Optional.empty())
                : inconclusive(format("there were no %s", situation));
    }

    /**
     * The system did not do what is expected, as its rule predicts for this run; inconclusive if the situation never
     * arose.
     *
     * @param lesson the name of the bundled lesson that shows it
     */
    public CheckResult brokenAsPredicted(String headline, String lesson) {
        return situations > 0
                ? result(CheckVerdict.BROKEN_AS_PREDICTED, headline, Optional.of(lesson))
                : inconclusive(format("there were no %s", situation));
    }

    /** The system did not do what is expected. */
    public CheckResult failed(String headline) {
        return result(CheckVerdict.FAILED, headline, Optional.empty());
    }

    /** Nothing can be said. */
    public CheckResult inconclusive(String headline) {
        return result(CheckVerdict.INCONCLUSIVE, headline, Optional.empty());
    }

    /** The check makes no sense for the system, or cannot be done. */
    public CheckResult skipped(String because) {
        return result(CheckVerdict.SKIPPED, because, Optional.empty());
    }

    private CheckResult result(CheckVerdict verdict, String headline, Optional<String> lesson) {
        return new CheckResult(
                number,
                verdict,
                headline,
                did,
                reason,
                situations,
                figures,
                tables,
                series,
                evidence,
                bands,
                operations,
                lesson);
    }
}
