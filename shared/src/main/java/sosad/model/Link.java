package sosad.model;

import java.util.Objects;

/**
 * The way from one node to another; the way back is another link.
 *
 * @param from where messages enter
 * @param to where they come out
 */
public record Link(NodeId from, NodeId to) implements Comparable<Link> {
    /** @throws IllegalArgumentException if it leads nowhere */
    public Link {
        Objects.requireNonNull(from);
        if (from.equals(to)) {
            throw new IllegalArgumentException("a link from %s to itself".formatted(from));
        }
    }

    /** Returns the way back. */
    public Link back() {
        return new Link(to, from);
    }

    /** Returns whether the node is one of the two. */
    public boolean touches(NodeId node) {
        return from.equals(node) || to.equals(node);
    }

    @Override
    public int compareTo(Link other) {
        int order = from.compareTo(other.from);
        return order == 0 ? to.compareTo(other.to) : order;
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
