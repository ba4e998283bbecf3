package sosad.app.history;

import java.util.List;
import java.util.OptionalInt;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * A gateway at a moment.
 *
 * @param id its name
 * @param pid its process id; 0 if it is dead
 * @param clientPort where clients connect on this machine; none if it is dead
 * @param passed the requests of this app's clients that it has passed on in the present step, in order
 */
public record GatewayState(NodeId id, long pid, OptionalInt clientPort, List<ForwardedRequest> passed) {
    public GatewayState {
        passed = PersistentList.copyOf(passed);
    }

    /**
     * A request that a node has answered.
     *
     * @param node the node that the gateway chose
     * @param writes whether it was a put or a delete; otherwise it was a get
     */
    public record ForwardedRequest(NodeId node, Key key, boolean writes) {}

    /** A gateway without a process. */
    public static GatewayState dead(NodeId id) {
        return new GatewayState(id, 0, OptionalInt.empty(), List.of());
    }

    /** Returns whether it has a process, paused or not. */
    public boolean hasProcess() {
        return clientPort.isPresent();
    }
}
