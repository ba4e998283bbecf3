package sosad.app.check.nemesis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import sosad.app.check.FaultBand;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/**
 * The time during which a server or gateway that was killed answered nobody; all times since the beginning of the log.
 *
 * @param server which one
 * @param killedNanos when it was killed
 * @param startedNanos when it was started again
 * @param answeredNanos when the first request that was sent to it after that was answered; empty: none was before the
 *     clients ended
 * @param acknowledgedBefore how many writes it had acknowledged within the last second
 */
record Downtime(
        NodeId server, long killedNanos, long startedNanos, OptionalLong answeredNanos, int acknowledgedBefore) {
    private static final long BEFORE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Returns those that the faults caused. */
    static List<Downtime> of(OperationLog log, List<FaultBand> bands) {
        return bands.stream()
                .filter(band -> band.server().isPresent())
                .map(band -> of(log, band, band.server().get()))
                .toList();
    }

    private static Downtime of(OperationLog log, FaultBand band, NodeId server) {
        int number = log.servers().indexOf(server);
        OptionalLong answered = OptionalLong.empty();
        int acknowledged = 0;
        for (int i = 0; number >= 0 && i < log.size() && answered.isEmpty(); i++) {
            if (log.server(i) != number || log.outcome(i) != OperationOutcome.OK) {
                continue;
            }
            if (log.invokedNanos(i) > band.fromNanos() && log.completedNanos(i) > band.untilNanos()) {
                answered = OptionalLong.of(log.completedNanos(i));
            } else if (log.completedNanos(i) > band.fromNanos() - BEFORE_NANOS && log.kind(i) == OperationKind.WRITE) {
                acknowledged++;
            }
        }
        return new Downtime(server, band.fromNanos(), band.untilNanos(), answered, acknowledged);
    }

    /** Returns how long it answered nobody, in milliseconds. */
    double millis(long endNanos) {
        return (answeredNanos.orElse(endNanos) - killedNanos) / 1e6;
    }

    /** Returns how long it took from its start to its first answer, in milliseconds. */
    OptionalDouble recoveryMillis() {
        return answeredNanos.isPresent()
                ? OptionalDouble.of((answeredNanos.getAsLong() - startedNanos) / 1e6)
                : OptionalDouble.empty();
    }

    /**
     * Returns the longest time for which a client had no answer, of those that overlap the faults, in milliseconds; 0
     * if it never had two answers.
     *
     * @param client its number in the log
     */
    static double longestGapMillis(OperationLog log, int client, List<FaultBand> bands) {
        long longest = 0;
        long last = -1;
        for (int i = 0; i < log.size(); i++) {
            if (log.client(i) != client || log.outcome(i) != OperationOutcome.OK) {
                continue;
            }
            long from = last;
            long until = log.completedNanos(i);
            if (from >= 0 && bands.stream().anyMatch(band -> band.fromNanos() < until && band.untilNanos() > from)) {
                longest = Math.max(longest, until - from);
            }
            last = until;
        }
        long since = last;
        if (since >= 0 && bands.stream().anyMatch(band -> band.untilNanos() > since)) {
            longest = Math.max(longest, LogSeries.end(log) - since); // it still waits
        }
        return longest / 1e6;
    }
}
