package sosad.app.fault;

import sosad.app.cluster.LiveCluster;
import sosad.message.DiskFault;
import sosad.model.NodeId;

/**
 * The faults of a node's clock and disk.
 *
 * @param skewMillis how far the clock is ahead; negative: behind
 * @param driftPpm how much too fast it runs, in parts per million; negative: too slow
 */
record NodeConditions(long skewMillis, int driftPpm, DiskFault disk) {
    /** Nothing is wrong. */
    static final NodeConditions NONE = new NodeConditions(0, 0, new DiskFault(0, DiskFault.State.WORKS));

    NodeConditions withSkewMillis(long newSkewMillis) {
        return new NodeConditions(newSkewMillis, driftPpm, disk);
    }

    NodeConditions withDriftPpm(int newDriftPpm) {
        return new NodeConditions(skewMillis, newDriftPpm, disk);
    }

    NodeConditions withDiskMillis(int millis) {
        return new NodeConditions(skewMillis, driftPpm, new DiskFault(millis, disk.state()));
    }

    NodeConditions withDisk(DiskFault.State state) {
        return new NodeConditions(skewMillis, driftPpm, new DiskFault(disk.delayMillis(), state));
    }

    /** Lets exactly this be wrong with a node. */
    void set(LiveCluster cluster, NodeId node) {
        cluster.skew(node, skewMillis);
        cluster.drift(node, driftPpm);
        cluster.setDiskFault(node, disk);
    }
}
