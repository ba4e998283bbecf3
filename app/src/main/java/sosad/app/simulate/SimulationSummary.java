package sosad.app.simulate;

import static sosad.model.ArgumentCheck.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import sosad.app.sweep.SeedRange;
import sosad.app.sweep.Sweep;
import sosad.protocol.EnumNames;

/**
 * Everything that the runs of a sweep say.
 *
 * @param sizes by topology, for each number of nodes in ascending order
 */
record SimulationSummary(SimulationSettings settings, SeedRange seeds, Map<Topology, List<SizeSummary>> sizes) {
    static SimulationSummary of(Sweep sweep) {
        SimulationSettings settings = SimulationSettings.of(sweep.settings());
        Map<Topology, List<SizeSummary>> sizes = new EnumMap<>(Topology.class);
        for (Topology topology : settings.topologies()) {
            List<SizeSummary> ofTopology = new ArrayList<>();
            for (int i = 0; i < settings.nodes().size(); i++) {
                ofTopology.add(SizeSummary.of(runs(sweep, topology, i), settings, topology));
            }
            sizes.put(topology, ofTopology);
        }
        return new SimulationSummary(settings, sweep.seeds(), sizes);
    }

    private static List<Convergence> runs(Sweep sweep, Topology topology, int size) {
        List<Convergence> runs = new ArrayList<>();
        String name = EnumNames.of(topology);
        for (JsonNode result : sweep.runs().values()) {
            JsonNode run = result.path(name).path(size);
            refuseIf(run.isMissingNode(), "a result of simulate without \"%s\" %d", name, size);
            runs.add(Convergence.of(run));
        }
        return runs;
    }

    /** The topology that all-to-all is compared with. */
    Topology other() {
        return settings.topologies().get(1);
    }

    /** Returns how many clusters did not come to hold everything everywhere. */
    long notConverged() {
        return sum(size -> size.runs() - size.converged());
    }

    /** Returns how many of them never will. */
    long stuck() {
        return sum(SizeSummary::stuck);
    }

    private long sum(ToLongFunction<SizeSummary> count) {
        return sizes.values().stream().flatMap(List::stream).mapToLong(count).sum();
    }

    /**
     * Returns the number of nodes from which on all-to-all takes more bytes a node; empty: not among those simulated.
     */
    OptionalDouble stopsPayingByBytes() {
        return crossing(size -> size.bytes().mean());
    }

    /**
     * Returns the number of nodes from which on all-to-all takes more messages a node; empty: not among those
     * simulated.
     */
    OptionalDouble stopsPayingByMessages() {
        return crossing(size -> size.messages().mean());
    }

    /** Between two sizes the figures are taken to be powers of the number of nodes. */
    private OptionalDouble crossing(ToDoubleFunction<SizeSummary> figure) {
        if (notConverged() > 0) {
            return OptionalDouble.empty();
        }
        List<SizeSummary> all = sizes.get(Topology.ALL);
        List<SizeSummary> others = sizes.get(other());
        int first = all.size();
        while (first > 0 && excess(all, others, first - 1, figure) > 0) {
            first--;
        }
        if (first == all.size()) {
            return OptionalDouble.empty();
        }
        if (first == 0) {
            return OptionalDouble.of(all.get(0).nodes());
        }
        double below = excess(all, others, first - 1, figure);
        double above = excess(all, others, first, figure);
        double from = Math.log(all.get(first - 1).nodes());
        double to = Math.log(all.get(first).nodes());
        return OptionalDouble.of(Math.exp(from + (to - from) * -below / (above - below)));
    }

    private static double excess(
            List<SizeSummary> all, List<SizeSummary> others, int size, ToDoubleFunction<SizeSummary> figure) {
        return Math.log(figure.applyAsDouble(all.get(size))) - Math.log(figure.applyAsDouble(others.get(size)));
    }
}
