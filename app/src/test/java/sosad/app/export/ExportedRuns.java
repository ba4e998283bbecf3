package sosad.app.export;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import sosad.app.history.History;
import sosad.app.lab.RandomScenarios;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;

/** Runs that are taken away: all lessons, and random ones in which much goes wrong. */
public final class ExportedRuns {
    private static final long RANDOM = Boolean.getBoolean("thorough") ? 1_000 : 25;

    private ExportedRuns() {}

    /** Returns the run of a bundled lesson. */
    public static History lesson(String name) {
        return of(BundledScenarios.load(name));
    }

    /** Returns the run of a whole scenario. */
    public static History of(Scenario scenario) {
        SimulatedRun run = SimulatedRun.of(scenario);
        run.run().playAll();
        return run.history();
    }

    /** Returns them all. */
    public static Stream<History> all() {
        return Stream.concat(
                BundledScenarios.names().stream().map(ExportedRuns::lesson),
                LongStream.range(0, RANDOM).mapToObj(seed -> of(RandomScenarios.of(seed))));
    }
}
