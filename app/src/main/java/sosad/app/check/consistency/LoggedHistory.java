package sosad.app.check.consistency;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.model.NodeId;

/** A history that lies in a log, judged afterwards. */
public final class LoggedHistory {
    private LoggedHistory() {}

    /**
     * Judges the reads of a log and notes in it by how much each is stale.
     *
     * @param stores the servers that hold data
     */
    public static ConsistencyReport judge(OperationLog log, Collection<NodeId> stores) {
        ConsistencyChecker checker = new ConsistencyChecker(stores);
        List<NodeId> servers = log.servers();
        List<Integer> sent = IntStream.range(0, log.size())
                .filter(i -> log.kind(i) != OperationKind.READ)
                .boxed()
                .sorted(Comparator.comparingLong(log::invokedNanos))
                .toList();
        List<Integer> over = IntStream.range(0, log.size())
                .boxed()
                .sorted(Comparator.comparingLong(log::completedNanos))
                .toList();
        int next = 0;
        for (int i : over) {
            Operation operation = log.get(i);
            for (; next < sent.size() && log.invokedNanos(sent.get(next)) <= operation.completedNanos(); next++) {
                int write = sent.get(next);
                checker.sends(
                        log.client(write),
                        servers.get(log.server(write)),
                        log.keyOf(log.key(write)),
                        log.version(write),
                        log.invokedNanos(write));
            }
            log.setStaleBy(i, checker.completed(operation));
        }
        return checker.report();
    }
}
