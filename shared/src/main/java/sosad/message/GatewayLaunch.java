package sosad.message;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import sosad.model.Limits;
import sosad.model.NodeId;

/**
 * Everything a gateway is started with by the app, which hands it over as JSON like a node's {@link Launch}. Such a
 * gateway takes turns among its backends, listens on this machine alone, and ends when its connection to the app is
 * lost.
 *
 * @param id the gateway's name, which no node has
 * @param port where it listens for clients, if that port is free, or else on any; 0: on any
 * @param backends the client ports of the nodes that are up; {@link Command.SetBackend} adds and moves them
 * @param limits how long keys and values may be, as at the nodes
 * @param control where the app listens
 * @param secret what the gateway proves to the app
 */
public record GatewayLaunch(
        NodeId id, int port, Map<NodeId, Address> backends, Limits limits, Address control, String secret) {
    /** The name under which the app hands this over. */
    public static final String VARIABLE = "SOSAD_GATEWAY";

    public GatewayLaunch {
        Objects.requireNonNull(id);
        refuseIf(port < 0 || port > Address.HIGHEST_PORT, "%d is not a port: 0 to %d", port, Address.HIGHEST_PORT);
        backends = Collections.unmodifiableMap(new TreeMap<>(backends));
        Objects.requireNonNull(limits);
        Objects.requireNonNull(control);
        Objects.requireNonNull(secret);
        refuseIf(backends.containsKey(id), "%s is the gateway's own name; a backend has another", id);
    }

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return "GatewayLaunch[%s, backends=%s]".formatted(id, backends);
    }
}
