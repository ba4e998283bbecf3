package sosad.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import sosad.app.sweep.SweepRuns;
import sosad.protocol.EnumNames;

/** Lets clusters of all sizes converge, once for each seed. */
public final class Simulation implements SweepRuns.Run {
    /** So many times the rounds that are expected are the most, and some more. */
    static final int PATIENCE = 5;

    static final int MORE_ROUNDS = 100;

    private final SimulationSettings settings;
    private final TreeMap<Integer, FrameSizes> sizes = new TreeMap<>();

    public Simulation(SimulationSettings settings) {
        this.settings = settings;
        settings.nodes().forEach(nodes -> sizes.put(nodes, new FrameSizes(groups(nodes))));
    }

    private EntryGroups groups(int nodes) {
        return new EntryGroups(new ClusterSize(nodes, settings.entries()), settings.content());
    }

    @Override
    public JsonNode of(long seed) throws InterruptedException {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Topology topology : settings.topologies()) {
            ArrayNode runs = result.putArray(EnumNames.of(topology));
            for (int nodes : settings.nodes()) {
                runs.add(converge(topology, nodes, new Draws(seed)).toJson());
            }
        }
        return result;
    }

    private Convergence converge(Topology topology, int nodes, Draws draws) throws InterruptedException {
        CompactCluster cluster = new CompactCluster(
                sizes.get(nodes), settings.content(), topology, settings.fanout(), settings.loss(), draws);
        double expected = expectedRounds(settings, topology, nodes);
        return Convergence.of(cluster, nodes, (int) (PATIENCE * expected) + MORE_ROUNDS);
    }

    static double expectedRounds(SimulationSettings settings, Topology topology, int nodes) {
        int writers = Math.min(nodes, settings.entries());
        return ExpectedRounds.of(topology, nodes, settings.peers(topology, nodes), settings.loss(), writers);
    }
}
