package sosad.app.simulate;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import sosad.model.PlainFormat;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules.Content;

/**
 * The clusters that are simulated.
 *
 * @param nodes the numbers of nodes, in ascending order
 * @param entries how many entries are written before the first round
 * @param loss the part of the messages that is lost, each by its own chance
 * @param topology to whom a node sends in a round
 * @param fanout to how many, unless to all
 * @param content what a sync contains
 */
public record SimulationSettings(
        List<Integer> nodes, int entries, double loss, Topology topology, int fanout, Content content) {
    /** The fewest nodes. */
    public static final int MIN_NODES = 2;

    /** The most nodes. */
    public static final int MAX_NODES = 1_000;

    private static final int MAX_ENTRIES = 1_000_000;
    private static final double MAX_LOSS = 0.9;
    private static final int FIRST_OF_SERIES = 4;
    private static final Set<String> NAMES = Set.of("nodes", "entries", "loss", "topology", "fanout", "content");

    /** @throws IllegalArgumentException naming what is out of range */
    public SimulationSettings {
        nodes = List.copyOf(nodes);
        refuseIf(nodes.isEmpty(), "no number of nodes");
        int before = 0;
        for (int count : nodes) {
            refuseIf(
                    count < MIN_NODES || count > MAX_NODES,
                    "%,d nodes; it must be from %d to %,d",
                    count,
                    MIN_NODES,
                    MAX_NODES);
            refuseIf(count <= before, "%d nodes after %d; they must be in ascending order", count, before);
            before = count;
        }
        refuseIf(entries < 1 || entries > MAX_ENTRIES, "%,d entries; it must be from 1 to %,d", entries, MAX_ENTRIES);
        refuseIf(
                !(loss >= 0 && loss <= MAX_LOSS),
                "a loss of %s; it must be from 0 to %s, where 0.05 loses every twentieth message",
                PlainNumber.of(loss),
                PlainNumber.of(MAX_LOSS));
        refuseIf(fanout < 1 || fanout >= MAX_NODES, "a fanout of %,d; it must be from 1 to %,d", fanout, MAX_NODES - 1);
    }

    /** Returns 4, 8, 16, … below {@code most}, and {@code most} itself. */
    public static List<Integer> seriesUpTo(int most) {
        List<Integer> series = new ArrayList<>();
        for (int count = FIRST_OF_SERIES; count < most; count *= 2) {
            series.add(count);
        }
        series.add(most);
        return series;
    }

    /** All to all, and what it is compared with: the topology chosen, or random peers. */
    List<Topology> topologies() {
        return List.of(Topology.ALL, topology == Topology.ALL ? Topology.RANDOM_K : topology);
    }

    /** Returns how many peers a node sends to in a round. */
    int peers(Topology of, int count) {
        return of == Topology.ALL ? count - 1 : Math.min(fanout, count - 1);
    }

    /** Returns whether one such cluster after the other fits into so much memory. */
    public boolean fits(long memoryBytes) {
        return memoryBytes(nodes.get(nodes.size() - 1), entries) <= memoryBytes;
    }

    /**
     * Refuses clusters that do not fit.
     *
     * @throws IllegalArgumentException saying what fits
     */
    public void checkFits(long memoryBytes) {
        if (!fits(memoryBytes)) {
            int most = nodes.get(nodes.size() - 1);
            throw new IllegalArgumentException(PlainFormat.format(
                    "%,d entries on %,d nodes take %.2f GiB, and there are %.2f GiB: at most %,d entries on %2$,d nodes, "
                            + "or %1$,d entries on %,d nodes, or more memory by java -Xmx",
                    entries,
                    most,
                    gibibytes(memoryBytes(most, entries)),
                    gibibytes(memoryBytes),
                    greatest(MAX_ENTRIES, count -> memoryBytes(most, count) <= memoryBytes),
                    greatest(MAX_NODES, count -> memoryBytes(count, entries) <= memoryBytes)));
        }
    }

    private long memoryBytes(int count, int ofEntries) {
        return topologies().stream()
                .mapToLong(each -> CompactCluster.memoryBytes(new ClusterSize(count, ofEntries), content, each, fanout))
                .max()
                .orElseThrow();
    }

    private static int greatest(int limit, IntPredicate fits) {
        int low = 0;
        int high = limit;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (fits.test(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static double gibibytes(long bytes) {
        return bytes / (double) (1L << 30);
    }

    /** The settings by name, as in the file of a sweep. */
    public Map<String, String> byName() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "nodes", String.join(",", nodes.stream().map(String::valueOf).toList()));
        settings.put("entries", Integer.toString(entries));
        settings.put("loss", PlainNumber.of(loss));
        settings.put("topology", EnumNames.of(topology));
        settings.put("fanout", Integer.toString(fanout));
        settings.put("content", EnumNames.of(content));
        return settings;
    }

    /**
     * Returns the settings of which {@link #byName} are the texts.
     *
     * @throws IllegalArgumentException if they are of another command
     */
    static SimulationSettings of(Map<String, String> settings) {
        refuseIf(!settings.keySet().equals(NAMES), "its settings are not those of simulate: %s", settings);
        return new SimulationSettings(
                Stream.of(settings.get("nodes").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(settings.get("entries")),
                Double.parseDouble(settings.get("loss")),
                word(Topology.class, settings.get("topology")),
                Integer.parseInt(settings.get("fanout")),
                word(Content.class, settings.get("content")));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return EnumNames.parse(type, word)
                .orElseThrow(() -> new IllegalArgumentException("its settings have \"%s\"".formatted(word)));
    }
}
