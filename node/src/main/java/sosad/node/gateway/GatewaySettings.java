package sosad.node.gateway;

import static sosad.model.ArgumentCheck.refuseIf;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.message.Address;
import sosad.model.Limits;
import sosad.model.NodeId;

/**
 * The settings of a gateway.
 *
 * @param backends the servers behind it that are known from the start
 * @param balancing how one of them is chosen
 * @param writes how many of them take each write
 * @param reads what a GET gives
 * @param deadline how long a request may take before it fails
 * @param cache how values read are kept, if they are
 * @param limits how long keys and values may be
 * @param secret what clients must send by AUTH, if anything
 * @param backendSecret what backends are sent by AUTH, if anything
 */
public record GatewaySettings(
        Map<NodeId, Address> backends,
        Balancing balancing,
        int writes,
        Reads reads,
        Duration deadline,
        Optional<CacheSettings> cache,
        Limits limits,
        Optional<String> secret,
        Optional<String> backendSecret) {
    private static final Duration MAX_DEADLINE = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException if the settings contradict each other; the message is fit for the user */
    public GatewaySettings {
        backends = Collections.unmodifiableMap(new TreeMap<>(backends));
        refuseIf(
                writes < 1 || writes > Math.max(1, backends.size()),
                "%d writes with %d backends: a write goes to 1 to %2$d of them",
                writes,
                backends.size());
        refuseIf(
                deadline.isNegative() || deadline.isZero() || deadline.compareTo(MAX_DEADLINE) > 0,
                "a deadline of %d ms; it must be from 1 to %d",
                deadline.toMillis(),
                MAX_DEADLINE.toMillis());
        refuseIf(
                reads == Reads.NEWEST && cache.isPresent(),
                "reads of the newest value contradict a cache, which returns older ones");
    }

    /** The rule by which the gateway chooses among the backends that are up. */
    public enum Balancing {
        /** One after the other. */
        ROUND_ROBIN,
        /** The one with the fewest requests outstanding. */
        LEAST_BUSY,
        /** The same one for the same key, as long as it is up. */
        BY_KEY
    }

    /** The value that a GET through the gateway returns. */
    public enum Reads {
        /** The value that one backend holds. */
        ONE,
        /** The newest value of all nodes, found and repaired by the node that is asked. */
        NEWEST
    }
}
