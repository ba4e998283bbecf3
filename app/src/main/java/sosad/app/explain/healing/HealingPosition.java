package sosad.app.explain.healing;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;

/** A point on a way on: the live nodes, the messages under way, and what is still to be sent. */
final class HealingPosition {
    final ReplicaState[] nodes;
    final int[] arriving;
    final List<Send> toSend;

    /**
     * A push or a sync that is still to come.
     *
     * @param from the sender's place among the live nodes
     * @param peer the destination's place among the sender's peers
     */
    record Send(int from, int peer, boolean isPush) {}

    HealingPosition(ReplicaState[] nodes, int[] arriving, List<Send> toSend) {
        this.nodes = nodes;
        this.arriving = arriving;
        this.toSend = toSend;
    }

    /** Returns in how many ways it can go on from here. */
    int choices() {
        return arriving.length + toSend.size();
    }

    /** Equal for positions from which the same can come. */
    IntBuffer identity() {
        int[] parts = new int[nodes.length + 1 + arriving.length + toSend.size() * 3];
        int end = 0;
        for (ReplicaState node : nodes) {
            parts[end++] = node.id;
        }
        parts[end++] = arriving.length;
        System.arraycopy(arriving, 0, parts, end, arriving.length);
        Arrays.sort(parts, end, end + arriving.length);
        end += arriving.length;
        for (Send send : toSend) {
            parts[end++] = send.from;
            parts[end++] = send.peer;
            parts[end++] = send.isPush ? 1 : 0;
        }
        return IntBuffer.wrap(parts);
    }
}
