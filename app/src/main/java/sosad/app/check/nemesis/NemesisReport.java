package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.FigureTable;

/** What every check under faults tells of its run. */
final class NemesisReport {
    private static final String UNAVAILABLE = "without an answer";
    private static final String RECOVERY = "from start to first answer";
    private static final String ACKNOWLEDGED = "acknowledged within the second before";

    private NemesisReport() {}

    /** Adds figures, lines, bands and the log of a run without kills. */
    static void tell(CheckResultBuilder builder, CheckedRun run, TrialResult result) {
        tell(builder, run, result, List.of(), 0);
    }

    /**
     * Adds figures, lines, bands and the log.
     *
     * @param planned how many processes were to be killed
     */
    static void tell(
            CheckResultBuilder builder, CheckedRun run, TrialResult result, List<Downtime> downtimes, int planned) {
        builder.operations(run.log()).bands(run.bands());
        builder.figure(Figure.count("writes acknowledged", result.tally().acknowledged()));
        builder.figure(Figure.count("writes not answered", result.tally().unanswered()));
        if (!downtimes.isEmpty()) {
            builder.figure(Figure.count("kills", downtimes.size()));
            if (planned > downtimes.size()) {
                builder.figure(
                        Figure.count("kills left out: the process was not back yet", planned - downtimes.size()));
            }
            builder.figure(
                    Figure.millis("longest time without an answer at a killed process", longest(downtimes, run)));
            downtimes.stream()
                    .map(Downtime::recoveryMillis)
                    .flatMapToDouble(OptionalDouble::stream)
                    .max()
                    .ifPresent(
                            millis -> builder.figure(Figure.millis("longest time from start to first answer", millis)));
        }
        builder.figure(Figure.count(
                "acknowledged and held by no node", result.absences().lost().size()));
        builder.figure(Figure.count(
                "acknowledged and gone with a store that was emptied",
                result.absences().gone().size()));
        builder.figure(Figure.count(
                "acknowledged and held by some nodes only",
                result.absences().partly().size()));
        result.convergedAfterMillis()
                .ifPresent(millis -> builder.figure(Figure.millis("time until all nodes agreed", (double) millis)));
        new LogSeries(run.log()).throughput().forEach(builder::series);
        if (!downtimes.isEmpty()) {
            builder.table(table(downtimes, LogSeries.end(run.log())));
        }
    }

    /** A row for each kill. */
    private static FigureTable table(List<Downtime> downtimes, long endNanos) {
        return new FigureTable(
                "killed",
                List.of(UNAVAILABLE, RECOVERY, ACKNOWLEDGED),
                downtimes.stream()
                        .map(downtime -> new FigureTable.Row(
                                format("%s at %.1f s", downtime.server(), downtime.killedNanos() / 1e9),
                                List.of(
                                        Optional.of(Figure.millis(UNAVAILABLE, downtime.millis(endNanos))),
                                        recovery(downtime),
                                        Optional.of(Figure.count(ACKNOWLEDGED, downtime.acknowledgedBefore())))))
                        .toList());
    }

    private static Optional<Figure> recovery(Downtime downtime) {
        OptionalDouble millis = downtime.recoveryMillis();
        return millis.isPresent() ? Optional.of(Figure.millis(RECOVERY, millis.getAsDouble())) : Optional.empty();
    }

    /** Returns when who was killed and answered again, if there is anything to explain. */
    static List<Evidence> evidence(TrialResult result, List<Downtime> downtimes) {
        return result.isGood() && result.absences().total() == 0
                ? List.of()
                : downtimes.stream().map(NemesisReport::evidence).toList();
    }

    /** Returns the longest time without an answer, in milliseconds. */
    static double longest(List<Downtime> downtimes, CheckedRun run) {
        long end = LogSeries.end(run.log());
        return downtimes.stream()
                .mapToDouble(downtime -> downtime.millis(end))
                .max()
                .orElse(0);
    }

    private static Evidence evidence(Downtime downtime) {
        String back = downtime.answeredNanos().isPresent()
                ? format("answered again after %.1f s", downtime.millis(0) / 1e3)
                : "was not asked again before the clients ended";
        return Evidence.at(
                downtime.server(),
                downtime.killedNanos(),
                format("%s was killed", downtime.server()),
                List.of(
                        format("killed at %.1f s", downtime.killedNanos() / 1e9),
                        format("started at %.1f s", downtime.startedNanos() / 1e9),
                        back,
                        format(
                                "it had acknowledged %,d writes within the second before",
                                downtime.acknowledgedBefore())));
    }
}
