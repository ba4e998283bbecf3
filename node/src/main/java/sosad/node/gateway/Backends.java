package sosad.node.gateway;

import static sosad.model.PlainFormat.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import sosad.model.NodeId;
import sosad.node.gateway.GatewaySettings.Balancing;

/** All backends, and the choice among them. */
final class Backends {
    private final Map<NodeId, Backend> byName = new TreeMap<>();
    private final Balancing balancing;
    private List<Backend> all = List.of();
    private int turn;

    Backends(Balancing balancing) {
        this.balancing = balancing;
    }

    /** Takes in a backend, without another's losing its turn; gives the one of its name that it replaces. */
    Optional<Backend> put(Backend backend) {
        Optional<NodeId> last =
                turn == 0 ? Optional.empty() : Optional.of(all.get(turn - 1).id());
        Optional<Backend> replaced = Optional.ofNullable(byName.put(backend.id(), backend));
        all = List.copyOf(byName.values());
        turn = (int) all.stream()
                .filter(one -> last.isPresent() && one.id().compareTo(last.get()) <= 0)
                .count();
        return replaced;
    }

    /** In alphabetical order. */
    List<Backend> all() {
        return all;
    }

    /** Another backend that is connected to this start of a server. */
    Optional<Backend> twin(Backend one, String start) {
        return all.stream().filter(other -> other != one && other.isAt(start)).findFirst();
    }

    /** Gives a request to the backend that is the right start of a server, if it is up. */
    boolean give(BackendRequest request, Predicate<Identity> isRight) {
        for (Backend backend : all) {
            if (backend.giveIf(request, isRight)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The backend for the next request of a lane, which is not DOWN: a suspected one only if no other is up.
     *
     * @param hash equal for requests for the same key
     * @param except not one of these
     */
    Optional<Backend> next(Lane lane, int hash, Collection<Backend> except) {
        int best = -1;
        for (int i = 0; i < all.size(); i++) {
            int at = (turn + i) % all.size();
            Backend candidate = all.get(at);
            if (candidate.takes(lane)
                    && !candidate.isFull(lane)
                    && !except.contains(candidate)
                    && (best < 0 || isBetter(candidate, all.get(best), hash))) {
                best = at;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        turn = best + 1;
        return Optional.of(all.get(best));
    }

    private boolean isBetter(Backend one, Backend other, int hash) {
        int byState = one.state().compareTo(other.state());
        if (byState != 0) {
            return byState < 0;
        }
        return switch (balancing) {
            case ROUND_ROBIN -> false;
            case LEAST_BUSY -> one.counts().outstanding < other.counts().outstanding;
            case BY_KEY -> weight(one, hash) > weight(other, hash);
        };
    }

    /** Rendezvous hashing: when a backend goes, only its own keys move, and they come back with it. */
    private static int weight(Backend backend, int hash) {
        int mixed = (backend.id().hashCode() * 0x85EBCA6B ^ hash) * 0xC2B2AE35;
        mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }

    /** Returns why {@link #next} found none. */
    String shortage(Lane lane) {
        boolean someFull = all.stream().anyMatch(one -> one.takes(lane) && one.isFull(lane));
        return someFull
                ? "BUSY the backends that are up have too many requests outstanding: try again later"
                : format("NOBACKEND none of the %d backends is up", all.size());
    }
}
