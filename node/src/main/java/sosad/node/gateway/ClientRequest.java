package sosad.node.gateway;

import java.util.Optional;
import sosad.model.Key;

/**
 * A client's request to the gateway.
 *
 * @param number counts the requests that this gateway passes on, from 1
 * @param client the client's address, {@code host:port}
 * @param command in lower case
 * @param key the key it concerns; none for a command over all keys
 */
public record ClientRequest(long number, String client, String command, Optional<Key> key) {
    /** Equal for requests for the same key; spread evenly for those without one. */
    int hash() {
        int hash = key.map(Key::hashCode).orElseGet(() -> Long.hashCode(number)) * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    /** Returns what a user calls it. */
    @Override
    public String toString() {
        return key.map(one -> command + " of " + one).orElse(command);
    }
}
