package sosad.sim;

import java.util.List;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Sizing;

/**
 * The parts of a world.
 *
 * @param nodes the nodes, in any order
 * @param rules the cluster's switches
 * @param disk what a node keeps over a crash
 * @param readMode how far a read goes that does not say so itself
 * @param sizing how much fits into one message
 * @param network how long messages take, and which are lost
 */
public record WorldPlan(
        List<NodeId> nodes, Rules rules, DiskModel disk, ReadMode readMode, Sizing sizing, NetworkModel network) {
    /** The contents of a node's disk after a crash. */
    public enum DiskModel {
        /** Nothing: its store is in memory. */
        NONE,
        /** Everything: a change is on the disk at once. */
        AT_ONCE,
        /**
         * Previously written changes: a change is on the disk after {@link SimStep.WriteDisk} and revealed only then.
         */
        BY_STEP
    }

    public WorldPlan {
        nodes = List.copyOf(nodes);
    }

    /** Nodes that keep nothing, on a network where messages wait until they are delivered. */
    public static WorldPlan of(List<NodeId> nodes, Rules rules) {
        return new WorldPlan(
                nodes, rules, DiskModel.NONE, ReadMode.LOCAL, Sizing.UNLIMITED, NetworkModel.UNTIL_DELIVERED);
    }

    /** The same under other rules. */
    public WorldPlan under(Rules others) {
        return new WorldPlan(nodes, others, disk, readMode, sizing, network);
    }

    /** The same with nodes that keep this much. */
    public WorldPlan with(DiskModel newDisk) {
        return new WorldPlan(nodes, rules, newDisk, readMode, sizing, network);
    }

    /** The same on another network. */
    public WorldPlan with(NetworkModel newNetwork) {
        return new WorldPlan(nodes, rules, disk, readMode, sizing, newNetwork);
    }

    /** The same with messages of bounded size. */
    public WorldPlan with(Sizing newSizing) {
        return new WorldPlan(nodes, rules, disk, readMode, newSizing, network);
    }
}
