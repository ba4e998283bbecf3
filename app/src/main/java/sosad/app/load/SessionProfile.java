package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.OptionalDouble;
import sosad.model.NodeId;

/**
 * The requests of clients that go from server to server: each writes keys of its own at its home alone, and reads all
 * keys anywhere, one request after the other.
 *
 * @param clients how many clients
 * @param homes where they write, client by client in turn
 * @param readAt where they read, by chance
 * @param keys how many keys there are, at least one for each client
 * @param readShare which share of the requests reads, 0 to 1
 * @param perSecond at which rate all of them together ask at most; empty: the next as soon as a reply is there
 * @param keyPrefix with which the keys begin, before their numbers
 * @param seed decides what is left to chance
 */
public record SessionProfile(
        int clients,
        List<NodeId> homes,
        List<NodeId> readAt,
        int keys,
        double readShare,
        OptionalDouble perSecond,
        String keyPrefix,
        long seed) {
    /** The most clients. */
    public static final int MAX_CLIENTS = 1_000;

    /** @throws IllegalArgumentException naming what is out of range */
    public SessionProfile {
        homes = List.copyOf(homes);
        readAt = List.copyOf(readAt);
        refuseIf(clients < 1 || clients > MAX_CLIENTS, "%,d clients; there must be 1 to %,d", clients, MAX_CLIENTS);
        refuseIf(homes.isEmpty() || readAt.isEmpty(), "clients need a server to write at, and one to read at");
        refuseIf(keys < clients, "%,d keys for %,d clients; each must have one of its own", keys, clients);
        refuseIf(!(readShare >= 0 && readShare <= 1), "a share of %s reads; it must be 0 to 1", readShare);
        refuseIf(!(perSecond.orElse(1) > 0), "%s requests per second; there must be some", perSecond.orElse(1));
    }
}
