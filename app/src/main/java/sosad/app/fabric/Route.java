package sosad.app.fabric;

import java.util.Objects;
import sosad.model.NodeId;

/**
 * A directed link of the network.
 *
 * @param from the sender
 * @param to the destination
 */
public record Route(NodeId from, NodeId to) implements Comparable<Route> {
    /** @throws IllegalArgumentException if it leads nowhere */
    public Route {
        Objects.requireNonNull(from);
        if (from.equals(to)) {
            throw new IllegalArgumentException("a link from %s to itself".formatted(from));
        }
    }

    /** The way back. */
    public Route back() {
        return new Route(to, from);
    }

    @Override
    public int compareTo(Route other) {
        int order = from.compareTo(other.from);
        return order == 0 ? to.compareTo(other.to) : order;
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
