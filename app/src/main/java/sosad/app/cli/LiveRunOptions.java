package sosad.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;
import sosad.app.check.TrialSettings;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.app.fault.plan.Members;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** The options of {@code run --live}. */
final class LiveRunOptions {
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

    @Option(
            names = "--seed",
            defaultValue = "7",
            paramLabel = "N",
            description = "The seed of all random decisions (default: 7).")
    private long seed;

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

    /** @throws IllegalArgumentException naming what is out of range */
    TrialSettings settings() {
        return new TrialSettings(nodes, gateways, store, content, writesPerSecond, duration, seed);
    }

    /** @throws IllegalArgumentException if there is no bundled plan of the name */
    FaultPlan plan(Members members) {
        boolean isFile = !BundledPlans.names().contains(plan)
                && (plan.contains("/") || plan.contains(".") || Files.exists(Path.of(plan)));
        return isFile ? FaultPlanReader.read(Path.of(plan), members) : BundledPlans.load(plan, members);
    }
}
