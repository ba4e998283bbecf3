package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Objects;
import sosad.model.NodeId;

/**
 * A client that writes at a steady rate, and reads once for every four writes, under keys that no other client writes.
 *
 * @param name what its keys begin with
 * @param targets the processes that it may ask: it stays with one as long as that answers, and then goes on to the next
 * @param overwrites whether it overwrites a few of its keys again and again; only where it asks one node alone: two
 *     nodes have two clocks, so that of two writes of a key the later may lose
 * @param writesPerSecond how many, more than 0
 */
public record SteadyClient(NodeId name, List<NodeId> targets, boolean overwrites, double writesPerSecond) {
    public SteadyClient {
        Objects.requireNonNull(name);
        targets = List.copyOf(targets);
        refuseIf(targets.isEmpty(), "%s asks nobody", name);
        refuseIf(overwrites && targets.size() > 1, "%s overwrites keys at several processes", name);
        refuseIf(writesPerSecond <= 0, "%s writes %f times a second", name, writesPerSecond);
    }

    /** A client of one process. */
    public static SteadyClient of(NodeId process, boolean overwrites, double writesPerSecond) {
        return new SteadyClient(process, List.of(process), overwrites, writesPerSecond);
    }
}
