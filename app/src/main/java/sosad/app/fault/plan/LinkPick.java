package sosad.app.fault.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import sosad.model.Link;
import sosad.model.NodeId;

/** Links that are picked by chance, or all of them. */
public enum LinkPick implements Pick.OfLinks {
    /** One direction between two nodes. */
    ONE_LINK("one link", 2) {
        @Override
        List<Link> draw(List<NodeId> shuffled) {
            return List.of(new Link(shuffled.get(0), shuffled.get(1)));
        }
    },
    /** Every direction between every two nodes. */
    ALL_LINKS("all links", 2) {
        @Override
        List<Link> draw(List<NodeId> shuffled) {
            return shuffled.stream()
                    .flatMap(from ->
                            shuffled.stream().filter(to -> !to.equals(from)).map(to -> new Link(from, to)))
                    .toList();
        }
    },
    /** The links between two halves; of an odd number the second has one more. */
    HALVES("halves", 2) {
        @Override
        List<Link> draw(List<NodeId> shuffled) {
            return between(shuffled, shuffled.size() / 2);
        }
    },
    /** The links between one node and all others. */
    ONE_ALONE("one alone", 2) {
        @Override
        List<Link> draw(List<NodeId> shuffled) {
            return between(shuffled, 1);
        }
    },
    /**
     * The nodes stand in a ring, and each hears only itself and its neighbours on it, as many as make a majority: each
     * hears a majority, and no two the same.
     */
    RING_OF_MAJORITIES("ring of majorities", 3) {
        @Override
        List<Link> draw(List<NodeId> ring) {
            int size = ring.size();
            int majority = size / 2 + 1;
            int before = majority / 2;
            List<Link> unheard = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                for (int next = majority - before; next < size - before; next++) {
                    unheard.add(new Link(ring.get((i + next) % size), ring.get(i)));
                }
            }
            return unheard;
        }
    };

    private final String words;
    private final int minNodes;

    LinkPick(String words, int minNodes) {
        this.words = words;
        this.minNodes = minNodes;
    }

    /** Returns what it is called in a plan. */
    public String words() {
        return words;
    }

    /** Of how many nodes there must be for it to make sense. */
    public int minNodes() {
        return minNodes;
    }

    @Override
    public List<Link> draw(Members members, RandomGenerator chance) {
        return draw(Pick.shuffled(members.nodes(), chance)).stream().sorted().toList();
    }

    /** @param shuffled all nodes in an order that chance made */
    abstract List<Link> draw(List<NodeId> shuffled);

    /** Both directions between the first {@code size} of them and the others. */
    private static List<Link> between(List<NodeId> nodes, int size) {
        List<Link> links = new ArrayList<>();
        for (NodeId one : nodes.subList(0, size)) {
            for (NodeId other : nodes.subList(size, nodes.size())) {
                links.add(new Link(one, other));
                links.add(new Link(other, one));
            }
        }
        return links;
    }
}
