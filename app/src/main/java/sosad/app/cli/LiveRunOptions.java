package sosad.app.cli;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import sosad.app.check.nemesis.TrialSettings;
import sosad.app.export.file.OutputFile;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.Members;
import sosad.app.fault.plan.PlanPart;
import sosad.app.sweep.SeedRange;
import sosad.message.Launch.StoreKind;
import sosad.process.FileNames;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules.Content;

/** The options of {@code run --live}. */
final class LiveRunOptions {
    private static final long USUAL_SEED = 7;

    @Option(
            names = "--live",
            required = true,
            paramLabel = "PLAN",
            description =
                    "Instead of a scenario: let the nodes run by their own clocks under load and under a fault plan, "
                            + "a file or the name of a bundled one, and check that they agree once it is healed.")
    private String plan;

    @Option(
            names = "--for",
            defaultValue = "60s",
            paramLabel = "TIME",
            description = "How long the plan runs, 100ms to 60min (default: 60s).")
    private Duration duration;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of all random decisions (default: 7).")
    private Long seed;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            description = "Instead of --seed: a run for each of these seeds, and a table of them.")
    private SeedRange seeds;

    @Option(
            names = "--nodes",
            defaultValue = "3",
            paramLabel = "N",
            description = "How many nodes, 1 to 26 (default: 3).")
    private int nodes;

    @Option(
            names = "--gateways",
            defaultValue = "0",
            paramLabel = "N",
            description = "How many gateways, 0 to 4 (default: 0).")
    private int gateways;

    @Option(
            names = "--store",
            defaultValue = "disk",
            paramLabel = "STORE",
            description = "memory or disk (default: disk).")
    private StoreKind store;

    @Option(
            names = "--content",
            defaultValue = "per-key",
            paramLabel = "RULE",
            description = "remote-now, remote-prev, full or per-key (default).")
    private Content content;

    @Option(
            names = "--writes-per-second",
            defaultValue = "200",
            paramLabel = "N",
            description = "Writes per second of all clients together, 1 to 2000 (default: 200).")
    private int writesPerSecond;

    @Option(
            names = "--shrink",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FILE",
            description =
                    "If the run fails: search for the smallest part of the plan that still fails, and write it as "
                            + "a plan file (default: the plan's name with -shrunk.yaml, in this folder).")
    private String shrink;

    /** @throws IllegalArgumentException naming what is out of range */
    TrialSettings settings() {
        return new TrialSettings(nodes, gateways, store, content, writesPerSecond, duration, seed());
    }

    private long seed() {
        return seed == null ? USUAL_SEED : seed;
    }

    /** Returns whether a run for each of several seeds is asked for. */
    boolean isSweep() {
        return seeds != null;
    }

    /**
     * Returns the seeds, if a run for each of several is asked for.
     *
     * @throws IllegalArgumentException if something is named besides that goes with one seed only
     */
    Optional<SeedRange> seeds() {
        refuseIf(seeds != null && seed != null, "--seed and --seeds exclude each other");
        refuseIf(seeds != null && shrink != null, "--shrink goes with --seed, not with --seeds");
        return Optional.ofNullable(seeds);
    }

    /**
     * Returns where the smallest part of the plan goes, if it is to be searched for.
     *
     * @throws IllegalArgumentException if that cannot be written, or the plan has too many faults for it
     */
    Optional<OutputFile> shrunk(FaultPlan read, Members members) {
        return Optional.ofNullable(shrink).map(named -> {
            PlanPart.whole(read, members, seed(), duration.toMillis());
            OutputFile file = OutputFile.at(named.isEmpty() ? usualName() : FileNames.path(named));
            if (PlanChoice.isFile(plan)
                    && file.path().toAbsolutePath().equals(Path.of(plan).toAbsolutePath())) {
                throw new IllegalArgumentException("--shrink: %s is the plan itself".formatted(file.path()));
            }
            return file;
        });
    }

    private Path usualName() {
        String name = Path.of(plan).getFileName().toString();
        return FileNames.path(name.replaceFirst("\\.[^.]*$", "") + "-shrunk.yaml");
    }

    /** Returns the command that repeats a run with these options under another plan. */
    String repeat(String otherPlan, long forMillis) {
        return format(
                "sosad run --live %s --for %dms --seed %d --nodes %d --gateways %d --store %s --content %s "
                        + "--writes-per-second %d",
                otherPlan.contains(" ") ? "'" + otherPlan + "'" : otherPlan,
                forMillis,
                seed(),
                nodes,
                gateways,
                EnumNames.of(store),
                EnumNames.of(content),
                writesPerSecond);
    }

    /** @throws IllegalArgumentException if there is no bundled plan of the name */
    FaultPlan plan(Members members) {
        return PlanChoice.read(plan, members);
    }
}
