package sosad.app.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The choice of the peers to which a node sends in a round. The words are {@link sosad.protocol.EnumNames#of}. */
public enum Topology {
    /** All others, as SOSAD does. */
    ALL {
        @Override
        int[] destinations(int node, int nodes, int fanout, int round, Draws draws) {
            int[] others = new int[nodes - 1];
            Arrays.setAll(others, i -> i < node ? i : i + 1);
            return others;
        }
    },
    /** The nearest neighbours on a ring, the same in every round: the next, the one before, the next but one… */
    RING {
        @Override
        int[] destinations(int node, int nodes, int fanout, int round, Draws draws) {
            int[] neighbours = new int[Math.min(fanout, nodes - 1)];
            for (int i = 0; i < neighbours.length; i++) {
                int distance = i / 2 + 1;
                neighbours[i] = Math.floorMod(i % 2 == 0 ? node + distance : node - distance, nodes);
            }
            return neighbours;
        }
    },
    /** As many others as the fanout says, drawn anew by each node in each round. */
    RANDOM_K {
        @Override
        int[] destinations(int node, int nodes, int fanout, int round, Draws draws) {
            int count = Math.min(fanout, nodes - 1);
            SplittableRandom chance = draws.of(round, node);
            int[] drawn = new int[count];
            for (int i = 0; i < count; i++) {
                drawn[i] = other(node, nodes, chance);
                while (contains(drawn, i, drawn[i])) {
                    drawn[i] = other(node, nodes, chance);
                }
            }
            return drawn;
        }
    };

    /** Returns the destinations of {@code node} in this round, each once, in the order in which it sends. */
    abstract int[] destinations(int node, int nodes, int fanout, int round, Draws draws);

    /** Returns a node other than {@code node}, each as likely as the next. */
    static int other(int node, int nodes, SplittableRandom chance) {
        int drawn = chance.nextInt(nodes - 1);
        return drawn < node ? drawn : drawn + 1;
    }

    private static boolean contains(int[] numbers, int length, int number) {
        for (int i = 0; i < length; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }
}
