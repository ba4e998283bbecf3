package sosad.model;

/**
 * The way from one node to another; the way back is another link.
 *
 * @param from where messages enter
 * @param to where they come out
 */
public record Link(NodeId from, NodeId to) implements Comparable<Link> {
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
