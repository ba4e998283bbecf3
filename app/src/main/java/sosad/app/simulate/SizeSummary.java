package sosad.app.simulate;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * The figures of clusters of one size and topology over all seeds; messages, bytes and entries are those of all nodes
 * divided by their number.
 *
 * @param nodes how many nodes each has
 * @param runs how many clusters there were
 * @param converged how many of them came to hold everything everywhere
 * @param stuck how many never will
 * @param expectedRounds how many rounds the formula says
 * @param entriesToLeast entries sent, divided by the least possible: each once to every node but its writer
 */
record SizeSummary(
        int nodes,
        int runs,
        int converged,
        int stuck,
        Band rounds,
        double expectedRounds,
        Band millis,
        Band messages,
        Band bytes,
        Band entriesToLeast) {
    static SizeSummary of(Collection<Convergence> runs, SimulationSettings settings, Topology topology) {
        int nodes = runs.iterator().next().nodes();
        double least = (double) settings.entries() * (nodes - 1);
        return new SizeSummary(
                nodes,
                runs.size(),
                (int) runs.stream().filter(Convergence::hasConverged).count(),
                (int) runs.stream()
                        .filter(run -> run.isStuck() && !run.hasConverged())
                        .count(),
                band(runs, Convergence::rounds),
                Simulation.expectedRounds(settings, topology, nodes),
                band(runs, run -> SimulatedTime.millisAfter(run.rounds())),
                band(runs, run -> run.messages() / (double) nodes),
                band(runs, run -> run.bytes() / (double) nodes),
                band(runs, run -> run.entries() / least));
    }

    private static Band band(Collection<Convergence> runs, ToDoubleFunction<Convergence> figure) {
        return Band.of(runs.stream().map(figure::applyAsDouble).toList());
    }
}
