package sosad.app.check.consistency;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;

/**
 * The verdict of a check of consistency: what no rule explains has failed; what a rule can explain was broken as the
 * rule predicts if this run shows that it was the rule; and where no rule is known nothing is excused.
 */
final class ConsistencyVerdict {
    /** The lesson in which a read that asks one node gets old data. */
    static final String STALE_LESSON = "read-or-write";

    /** The lesson in which a lost message loses an update for ever. */
    static final String LOST_LESSON = "lost-update";

    private static final int MAX_EXAMPLES = 3;

    private final ConsistencyRun run;
    private final ConsistencyReport report;
    private final LastReads last;

    ConsistencyVerdict(ConsistencyRun run, ConsistencyReport report, LastReads last) {
        this.run = run;
        this.report = report;
        this.last = last;
    }

    /** Gives the verdict, with its evidence. */
    CheckResult of(CheckResultBuilder builder, String headline) {
        last.tell(builder);
        for (Anomaly anomaly : Anomaly.values()) {
            if (anomaly != Anomaly.STALE) {
                builder.evidence(run.evidence(report, anomaly, anomaly.words(), MAX_EXAMPLES));
            }
        }
        Optional<String> failure = failure();
        if (failure.isPresent()) {
            return builder.failed(failure.get());
        }
        if (!last.apart().isEmpty()) {
            return builder.because(
                            "The core of the protocol, loaded with what the nodes held in the end and continued without"
                                    + " losses, leaves the same keys apart.")
                    .brokenAsPredicted(
                            format(
                                    "%,d answers are never right, as the rule leaves it",
                                    last.apart().size()),
                            LOST_LESSON);
        }
        return report.isClean() ? builder.held(headline) : excused(builder, headline);
    }

    private Optional<String> failure() {
        if (report.inexcusable() > 0) {
            return Optional.of(report.counts().entrySet().stream()
                    .filter(one -> !one.getKey().isExcusable() && one.getValue() > 0)
                    .map(one -> format("%,d × %s", one.getValue(), one.getKey().words()))
                    .collect(Collectors.joining("; ")));
        }
        if (!last.wrong().isEmpty()) {
            return Optional.of(format(
                    "%,d of %,d answers are not right %.1f s after the last write",
                    last.wrong().size(), last.rounds(), last.tookMillis() / 1e3));
        }
        return run.system().isSingleServer() && !report.isClean()
                ? Optional.of(format("%,d stale reads at the only server there is", report.stale()))
                : Optional.empty();
    }

    private CheckResult excused(CheckResultBuilder builder, String headline) {
        if (run.cluster().isEmpty()) {
            return builder.because("The servers are not ours: which rule they follow is not known, so nothing predicts"
                            + " whether it allows this.")
                    .inconclusive(headline);
        }
        WatchedHistory history = run.history();
        if (history.reports() == 0) {
            return builder.because("Nothing is known of what the servers were sent, so nothing predicts this.")
                    .inconclusive(headline);
        }
        if (history.forgottenDeliveries() > 0) {
            return builder.because(format(
                            "The record of deliveries was full: of %,d messages it is not known what they brought.",
                            history.forgottenDeliveries()))
                    .inconclusive(headline);
        }
        return builder.because(format(
                        "No such read was sent to a server after that server had written, shown or reported something newer,"
                                + " or had had the time to read the message that brought it; %,d entries that messages"
                                + " brought and %,d that nodes reported were held against every read.",
                        history.deliveries(), history.reports()))
                .brokenAsPredicted(headline, STALE_LESSON);
    }

    /** Returns the guarantees of sessions that were broken, and how often; empty: none was. */
    static String sessions(ConsistencyReport report) {
        Map<Anomaly, String> names = Map.of(
                Anomaly.READ_YOUR_WRITES, "read your writes",
                Anomaly.MONOTONIC_READS, "monotonic reads",
                Anomaly.MONOTONIC_WRITES, "monotonic writes",
                Anomaly.WRITES_FOLLOW_READS, "writes follow reads");
        return List.of(Anomaly.values()).stream()
                .filter(anomaly -> names.containsKey(anomaly) && report.count(anomaly) > 0)
                .map(names::get)
                .collect(Collectors.joining(", "));
    }
}
