package sosad.app.scenario;

import java.util.Objects;
import sosad.model.NodeId;

/**
 * The destination of a client's request.
 *
 * @param name the node's name, or the gateway's
 * @param viaGateway whether it is a gateway, which passes the request on to a node
 */
public record Access(NodeId name, boolean viaGateway) {
    public Access {
        Objects.requireNonNull(name);
    }

    /** Straight to a node. */
    public static Access at(NodeId node) {
        return new Access(node, false);
    }

    /** Through a gateway. */
    public static Access via(NodeId gateway) {
        return new Access(gateway, true);
    }

    /** Returns the form in a sentence: {@code at A}, {@code via G1}. */
    @Override
    public String toString() {
        return (viaGateway ? "via " : "at ") + name;
    }
}
