package sosad.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sosad.app.simulate.RumourReport;
import sosad.app.simulate.RumourRule;
import sosad.app.simulate.RumourRuns;
import sosad.app.simulate.RumourSettings;
import sosad.app.simulate.Simulation;
import sosad.app.simulate.SimulationReport;
import sosad.app.simulate.SimulationSettings;
import sosad.app.simulate.Topology;
import sosad.app.sweep.SeedRange;
import sosad.app.sweep.SweepReport;
import sosad.protocol.Rules.Content;

/** The command {@code simulate}: how fast large clusters come to hold the same, and what that costs. */
@Command(
        name = "simulate",
        description =
                "Simulates clusters of 4 to 1,000 nodes and prints how many rounds, messages and bytes it takes until "
                        + "all nodes hold all entries, beside the formula (docs/simulation.md).",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final int ENTRIES = 1_000;
    private static final double LOSS = 0.05;
    private static final int FANOUT = 2;
    private static final SeedRange SEEDS = new SeedRange(1, 20);
    private static final int SITES = 1_000;
    private static final SeedRange K = new SeedRange(1, 5);
    private static final SeedRange RUMOUR_SEEDS = new SeedRange(1, 1_000);

    /** The rest is for what does not grow with the clusters. */
    private static final double MEMORY_SHARE = 0.7;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--nodes",
            split = ",",
            paramLabel = "N",
            description =
                    "Clusters of 4, 8, 16, … up to so many nodes, or, as in 4,26,100, of exactly these sizes; 2 to "
                            + "1000 (default: 1000).")
    private List<Integer> nodes;

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "How many entries clients write, 1 to 1000000 (default: 1000).")
    private Integer entries;

    @Option(
            names = "--loss",
            paramLabel = "SHARE",
            description = "The share of messages that are lost, 0 to 0.9 (default: 0.05).")
    private Double loss;

    @Option(
            names = "--topology",
            paramLabel = "NAME",
            description = "To whom a node sends in a round: all (default), ring or random-k.")
    private Topology topology;

    @Option(names = "--fanout", paramLabel = "K", description = "To how many, on a ring or by chance (default: 2).")
    private Integer fanout;

    @Option(
            names = "--content",
            paramLabel = "RULE",
            description = "remote-now, remote-prev, full or per-key (default).")
    private Content content;

    @Option(
            names = "--rumours",
            paramLabel = "RULE",
            description =
                    "Instead: one rumour that is pushed until nobody is interested, feedback-counter or blind-coin, "
                            + "beside the tables of Demers et al. 1987.")
    private RumourRule rumours;

    @Option(
            names = "-k",
            paramLabel = "A..B",
            description = "With --rumours: after how many contacts a site loses interest (default: 1..5).")
    private SeedRange k;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            description = "The seeds, each a run of its own (default: 1..20, with --rumours 1..1000).")
    private SeedRange seeds;

    @Mixin
    private SweepOutput output;

    @Override
    public Integer call() throws InterruptedException {
        try {
            return rumours == null ? simulate() : spread();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int simulate() throws InterruptedException {
        refuse("-k", k, "needs --rumours");
        SimulationSettings settings = new SimulationSettings(
                sizes(),
                or(entries, ENTRIES),
                or(loss, LOSS),
                or(topology, Topology.ALL),
                or(fanout, FANOUT),
                or(content, Content.PER_KEY));
        long memory = (long) (Runtime.getRuntime().maxMemory() * MEMORY_SHARE);
        settings.checkFits(memory);
        int threads = Runtime.getRuntime().availableProcessors();
        while (!settings.fits(memory / threads)) {
            threads--;
        }
        SweepReport report = new SimulationReport();
        SweepOutput.Files files = output.files(report);
        return new SweepRun(report, settings.byName(), or(seeds, SEEDS), threads, new Simulation(settings))
                .run(files, spec.commandLine());
    }

    private int spread() throws InterruptedException {
        refuse("--entries", entries, "does not go with --rumours: there is one rumour");
        refuse("--loss", loss, "does not go with --rumours: nothing is lost");
        refuse("--topology", topology, "does not go with --rumours: sites push by chance");
        refuse("--fanout", fanout, "does not go with --rumours: sites push to one other");
        refuse("--content", content, "does not go with --rumours");
        List<Integer> sites = or(nodes, List.of(SITES));
        if (sites.size() != 1) {
            throw new IllegalArgumentException("--nodes takes one number with --rumours");
        }
        RumourSettings settings = new RumourSettings(sites.get(0), rumours, or(k, K));
        SweepReport report = new RumourReport();
        SweepOutput.Files files = output.files(report);
        int threads = Runtime.getRuntime().availableProcessors();
        return new SweepRun(report, settings.byName(), or(seeds, RUMOUR_SEEDS), threads, new RumourRuns(settings))
                .run(files, spec.commandLine());
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static void refuse(String name, Object given, String why) {
        if (given != null) {
            throw new IllegalArgumentException(name + " " + why);
        }
    }

    private List<Integer> sizes() {
        List<Integer> given = or(nodes, List.of(SimulationSettings.MAX_NODES));
        return given.size() == 1 ? SimulationSettings.seriesUpTo(given.get(0)) : given;
    }
}
