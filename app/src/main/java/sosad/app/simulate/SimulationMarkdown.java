package sosad.app.simulate;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import sosad.protocol.EnumNames;

/** The summary of a simulation as Markdown. */
final class SimulationMarkdown {
    private final SimulationSummary summary;
    private final StringBuilder text = new StringBuilder();

    private SimulationMarkdown(SimulationSummary summary) {
        this.summary = summary;
    }

    static String of(SimulationSummary summary) {
        SimulationMarkdown form = new SimulationMarkdown(summary);
        form.intro();
        summary.sizes().forEach(form::table);
        form.text.append(verdict(summary)).append('\n');
        return form.text.toString();
    }

    private void intro() {
        SimulationSettings settings = summary.settings();
        text.append(format(
                "%,d entries, %s %% of the messages lost, content %s, seeds %s. Every figure is the mean over the seeds, "
                        + "with the band that holds 95 %% of them. Messages and bytes are those of one node until all "
                        + "nodes hold all entries.%n%n",
                settings.entries(),
                PlainNumber.of(Math.round(settings.loss() * 1e6) / 1e4),
                EnumNames.of(settings.content()),
                summary.seeds()));
    }

    static String words(Topology topology, SimulationSettings settings) {
        return switch (topology) {
            case ALL -> "all: every node sends to all others";
            case RING -> format("ring: every node sends to its %d nearest neighbours", settings.fanout());
            case RANDOM_K -> format("random-k: every node sends to %d others by chance", settings.fanout());
        };
    }

    private void table(Topology topology, List<SizeSummary> sizes) {
        text.append("**").append(words(topology, summary.settings())).append("**\n\n");
        text.append(
                "| nodes | rounds | by the formula | time | messages | bytes | entries sent ÷ least | converged |\n");
        text.append("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (SizeSummary size : sizes) {
            text.append(format(
                    "| %,d | %s | %s | %s | %s | %s | %s | %d of %d |%n",
                    size.nodes(),
                    band(size.rounds(), PlainNumber::rounded),
                    PlainNumber.rounded(size.expectedRounds()),
                    band(size.millis(), PlainNumber::seconds),
                    band(size.messages(), PlainNumber::rounded),
                    band(size.bytes(), PlainNumber::bytes),
                    band(size.entriesToLeast(), PlainNumber::rounded),
                    size.converged(),
                    size.runs()));
        }
        text.append('\n');
    }

    private static String band(Band band, DoubleFunction<String> form) {
        return band.low() == band.high()
                ? form.apply(band.mean())
                : format("%s (%s – %s)", form.apply(band.mean()), form.apply(band.low()), form.apply(band.high()));
    }

    /** Says where all-to-all stops paying. */
    static String verdict(SimulationSummary summary) {
        if (summary.notConverged() > 0) {
            return notConverged(summary)
                    + " Figures are those until then. So it is not said where all-to-all stops paying.";
        }
        return format(
                "All-to-all stops paying at %s by bytes and at %s by messages: from there on a node needs more of them than "
                        + "under %s with fanout %d until all nodes hold all entries.",
                nodes(summary.stopsPayingByBytes(), summary),
                nodes(summary.stopsPayingByMessages(), summary),
                EnumNames.of(summary.other()),
                summary.settings().fanout());
    }

    private static String notConverged(SimulationSummary summary) {
        long late = summary.notConverged() - summary.stuck();
        String stuck = format(
                "%,d clusters never converge: no node is offered anything any more that it lacks.", summary.stuck());
        return late == 0
                ? stuck
                : format(
                        "%s %,d were stopped after %d times the rounds of the formula and %d more.",
                        stuck, late, Simulation.PATIENCE, Simulation.MORE_ROUNDS);
    }

    private static String nodes(OptionalDouble crossing, SimulationSummary summary) {
        if (crossing.isEmpty()) {
            return "none of these sizes";
        }
        int nodes = (int) Math.ceil(crossing.getAsDouble());
        int fewest = summary.settings().nodes().get(0);
        return nodes <= fewest ? format("%d nodes, the fewest here,", fewest) : format("%d nodes", nodes);
    }
}
