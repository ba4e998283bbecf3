package sosad.app.simulate;

import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;

/**
 * The nodes of a simulated cluster and the entries that their clients write before the first round, node after node in
 * turn. Names, keys and timestamps all have the same length.
 *
 * @param nodes how many nodes, from 2
 * @param entries how many entries, from 1, each under a key of its own
 */
record ClusterSize(int nodes, int entries) {
    private static final Value VALUE = Value.of("value-of-16-byte");

    /** The name of a node; alphabetical order is that of the numbers. */
    NodeId name(int node) {
        return new NodeId("n" + padded(node, nodes));
    }

    /** The node at whose client port an entry is written. */
    int writer(int entry) {
        return entry % nodes;
    }

    Key key(int entry) {
        return new Key("k" + padded(entry, entries));
    }

    Value value() {
        return VALUE;
    }

    /** The time on the writer's clock at the write: entries are as old as their numbers say. */
    long timestamp(int entry) {
        return powerOfTen(entries) + entry;
    }

    /** An entry as its writer holds it; a node's store has the number of the node, from 1. */
    Entry entry(int entry) {
        int writer = writer(entry);
        return new Entry(
                key(entry),
                Optional.of(VALUE),
                new Version(timestamp(entry), name(writer), writer + 1L, entry / nodes + 1L));
    }

    private static String padded(int number, int count) {
        String digits = Integer.toString(number);
        return "0".repeat(Integer.toString(count - 1).length() - digits.length()) + digits;
    }

    /** The least power of ten that is not below {@code number}, so that adding less keeps the number of digits. */
    private static long powerOfTen(int number) {
        long power = 10;
        while (power < number) {
            power *= 10;
        }
        return power;
    }
}
