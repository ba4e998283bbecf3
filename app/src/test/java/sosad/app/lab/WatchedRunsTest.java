package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.History;
import sosad.app.history.Lag;
import sosad.app.history.Snapshot;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointText;
import sosad.app.watch.BreakpointWatch;
import sosad.app.watch.ConvergenceFigures;
import sosad.app.watch.ConvergenceMeter;
import sosad.app.watch.InvariantWatch;
import sosad.app.watch.Lamp;

/** Breakpoints, invariants and figures, found event by event, are those that all snapshots of a run define. */
class WatchedRunsTest {
    private static final int RUNS = Boolean.getBoolean("thorough") ? 1_000 : 40;

    private static List<Snapshot> play(Scenario scenario) {
        List<Snapshot> snapshots = new ArrayList<>();
        try (SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames())) {
            cluster.startAll();
            new StepRun(scenario, cluster, snapshots::add).playAll();
        }
        return snapshots;
    }

    private static List<Breakpoint> breakpoints(List<Snapshot> run, Random chance) {
        String a = run.get(0).nodes().get(0).id().name();
        String b = run.get(0).nodes().get(1).id().name();
        String key = "k" + chance.nextInt(4);
        int some = chance.nextInt(6);
        List<String> signs = List.of(">=", ">", "<=", "<", "=");
        List<Breakpoint> all = new ArrayList<>();
        for (String text : List.of(
                "key " + key + " changes",
                "key " + key + " changes at " + b,
                "key " + key + " differs",
                "key " + key + " differs on " + a + " and " + b,
                "key " + key + " differs for more than " + some % 3 + " steps",
                "key " + key + " differs on " + a + " and " + b + " for more than " + some + " ms",
                "write lost",
                "write lost of " + key,
                b + "-now at " + a + " >= " + (2 + some),
                b + "-now at " + a + " " + signs.get(chance.nextInt(5)) + " " + (3 + some),
                a + "-prev at " + b + " " + signs.get(chance.nextInt(5)) + " " + (2 + some),
                "message",
                "message sync to " + b,
                "message push from " + a,
                "message answer",
                "message ask to " + b,
                "message with " + key,
                "expect fails",
                "expect " + a + " holds no " + key,
                "expect all nodes show the same")) {
            all.add(BreakpointText.parse(text));
        }
        return all;
    }

    @Test
    void everyBreakpointIsHitAtTheEventsThatItsDefinitionNames() {
        Map<Class<?>, Integer> hit = new TreeMap<>((one, other) -> one.getName().compareTo(other.getName()));
        for (long seed = 0; seed < RUNS; seed++) {
            List<Snapshot> run = play(RandomScenarios.of(seed));
            Random chance = new Random(seed);
            int from = seed % 2 == 0 ? 0 : chance.nextInt(run.size());
            for (Breakpoint breakpoint : breakpoints(run, chance)) {
                BreakpointWatch watch = new BreakpointWatch();
                watch.add(1, breakpoint, History.of(run.subList(0, from + 1)));
                Set<Integer> hits = new TreeSet<>();
                for (Snapshot snapshot : run.subList(from + 1, run.size())) {
                    watch.next(snapshot).stream().map(BreakpointHit::event).forEach(hits::add);
                }
                assertThat(hits)
                        .as("%s in random %d from %d", breakpoint, seed, from)
                        .isEqualTo(new BreakpointOracle(run, from).hits(breakpoint));
                hit.merge(breakpoint.getClass(), hits.size(), Integer::sum);
            }
        }
        assertThat(hit).hasSize(6).allSatisfy((kind, hits) -> assertThat(hits).isGreaterThan(RUNS / 10));
    }

    @Test
    void theFiguresAreThoseOfEachSnapshotByItself() {
        for (long seed = 0; seed < RUNS; seed++) {
            ConvergenceMeter meter = new ConvergenceMeter();
            for (Snapshot snapshot : play(RandomScenarios.of(seed))) {
                meter.next(snapshot);

                ConvergenceFigures figures = meter.figures();
                assertThat(figures).isEqualTo(ConvergenceFigures.of(snapshot));
                assertThat(figures.lag()).isEqualTo(Lag.lackedEntries(snapshot));
                assertThat(figures.bytes())
                        .isEqualTo(snapshot.sent().run().total().bytes());
            }
        }
    }

    @Test
    void noRunBreaksWhatTheProtocolAlwaysKeeps() {
        for (long seed = 0; seed < 2L * RUNS; seed++) {
            List<Snapshot> run = play(RandomScenarios.of(seed));
            InvariantWatch watch = new InvariantWatch();
            for (Snapshot snapshot : run) {
                watch.next(snapshot);
                assertThat(watch.lamps())
                        .as("random %d at %d: %s", seed, snapshot.index(), snapshot.what())
                        .filteredOn(lamp -> lamp.invariant().isAlways())
                        .noneMatch(lamp -> lamp.state() == Lamp.State.BROKEN);
            }
        }
    }

    @Test
    void everyLampIsWhatItsDefinitionMakesOfTheSnapshotsSoFar() {
        for (long seed = 0; seed < RUNS; seed++) {
            List<Snapshot> run = play(RandomScenarios.of(seed));
            InvariantWatch watch = new InvariantWatch();
            LampOracle oracle = new LampOracle(run);
            for (int i = 0; i < run.size(); i++) {
                List<Lamp> before = watch.lamps();
                boolean changed = watch.next(run.get(i));
                assertThat(changed).isEqualTo(!before.equals(watch.lamps()));
                assertThat(watch.lamps())
                        .as("random %d at %d: %s", seed, i, run.get(i).what())
                        .isEqualTo(oracle.lamps(i));
            }
        }
    }

    @Test
    void inTheLessonsNothingIsBrokenThatTheProtocolAlwaysKeeps() {
        for (String lesson : BundledScenarios.names()) {
            InvariantWatch watch = new InvariantWatch();
            play(BundledScenarios.load(lesson)).forEach(watch::next);
            assertThat(watch.lamps())
                    .as(lesson)
                    .filteredOn(lamp -> lamp.invariant().isAlways())
                    .noneMatch(lamp -> lamp.state() == Lamp.State.BROKEN);
        }
    }
}
