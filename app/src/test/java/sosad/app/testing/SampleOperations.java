package sosad.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sosad.app.check.FaultBand;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** A log of operations as a cluster of three would make it, of which B is killed in the middle; by a seed. */
public final class SampleOperations {
    private static final long SECOND = 1_000_000_000;

    private SampleOperations() {}

    /** Returns a log of so many operations over so many seconds. */
    public static OperationLog log(int operations, int seconds) {
        return log(operations, seconds, 3);
    }

    /** Returns a log of so many operations over so many seconds at so many servers. */
    public static OperationLog log(int operations, int seconds, int nodes) {
        List<NodeId> servers = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            servers.add(new NodeId(Character.toString('A' + i)));
        }
        SplittableRandom chance = new SplittableRandom(7);
        OperationLog log = new OperationLog();
        long[] versions = new long[500];
        for (int i = 0; i < operations; i++) {
            long sent = (long) ((double) seconds * SECOND * i / operations);
            NodeId server = servers.get(chance.nextInt(nodes));
            double late = Math.exp(1.1 * gauss(chance)) * 300_000 + 60_000;
            long latency = (long) (chance.nextInt(200) == 0 ? late * 40 : late);
            boolean isDown = server.name().equals("B") && isKilled(sent, seconds);
            int key = chance.nextInt(versions.length);
            boolean isRead = chance.nextInt(5) > 0;
            OperationOutcome outcome = !isDown
                    ? OperationOutcome.OK
                    : chance.nextInt(3) == 0 ? OperationOutcome.UNANSWERED : OperationOutcome.REFUSED;
            if (isDown && chance.nextInt(20) > 0) {
                continue; // its clients wait
            }
            if (isDown) {
                latency = outcome == OperationOutcome.UNANSWERED ? 200_000_000 : 80_000;
            }
            boolean isStale = isRead
                    && !isDown
                    && versions[key] > 3
                    && chance.nextInt(server.name().equals("A") ? 90 : 25) == 0;
            int behind = isStale ? 1 + chance.nextInt(chance.nextInt(4) + 1) : 0;
            if (!isRead) {
                versions[key]++;
            }
            log.add(new Operation(
                    1 + chance.nextInt(8),
                    server,
                    isRead ? OperationKind.READ : OperationKind.WRITE,
                    "k" + key,
                    isRead ? Math.max(0, versions[key] - behind) : versions[key],
                    sent,
                    sent + latency,
                    outcome,
                    isRead && outcome == OperationOutcome.OK
                            ? (int) Math.min(behind, versions[key])
                            : Operation.NOT_JUDGED));
        }
        return log;
    }

    private static double gauss(SplittableRandom chance) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += chance.nextDouble();
        }
        return sum - 6;
    }

    private static boolean isKilled(long sent, int seconds) {
        return sent > 0.44 * seconds * SECOND && sent < 0.55 * seconds * SECOND;
    }

    /** Returns the faults of that log. */
    public static List<FaultBand> bands(int seconds) {
        long end = seconds * SECOND;
        return List.of(
                new FaultBand("killed", Optional.of(new NodeId("B")), (long) (0.44 * end), (long) (0.55 * end)),
                new FaultBand("loss 20 % on all links", Optional.empty(), (long) (0.7 * end), (long) (0.85 * end)));
    }
}
