package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.explain.Explainer;
import sosad.app.explain.Question;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Fates;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;

/**
 * The time that Why takes for an entry that was lost in the first step, asked at the end of a run of three nodes: each
 * step has a write, its push, and a sync by another node.
 */
final class WhyTimes implements Measurement {
    private static final List<NodeId> NODES = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C"));
    private static final double MAX_MILLIS = 100;

    @Override
    public List<BenchResult> take(BenchSize size) {
        return List.of(median(size.of(50, 4), size.of(29, 1)), median(size.of(500, 5), size.of(9, 1)));
    }

    private static BenchResult median(int steps, int rounds) {
        SimulatedRun run = SimulatedRun.of(scenario(steps));
        run.playAll();
        PlayedRun played = run.played();
        int end = played.history().size() - 1;
        double[] millis = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            new Explainer().explain(played, end, new Question.OfEntry(NODES.get(1), key(0)));
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        double median = millis[rounds / 2];
        String what = format("Why of an entry lost in the first step of %,d events; median of %d", end + 1, rounds);
        return BenchResult.of(what, format("%.1f ms", median), format("≤ %.0f ms", MAX_MILLIS), median <= MAX_MILLIS);
    }

    private static Scenario scenario(int steps) {
        List<Step> all = new ArrayList<>(
                IntStream.range(0, steps).mapToObj(WhyTimes::step).toList());
        return new Scenario(
                "A long run", Optional.empty(), new ClusterPlan(NODES, Rules.DOCUMENT, StoreKind.MEMORY, 0), all);
    }

    private static Key key(int step) {
        return new Key("key-" + step % 20);
    }

    private static Step step(int index) {
        NodeId writer = NODES.get(index % 3);
        NodeId other = NODES.get((index + 1) % 3);
        Fates fates = index == 0 ? new Fates(Set.of(NODES.get(1), NODES.get(2)), Set.of(), Set.of()) : Fates.NONE;
        Action write = index % 20 == 0 && index > 0
                ? new Action.Delete(writer, new Key("other"))
                : new Action.Put(writer, key(index), Value.of("v"));
        return new Step(
                index + 2L,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        write,
                        new Action.Push(writer, Optional.empty(), fates),
                        new Action.Sync(other, Optional.empty(), Optional.empty(), Fates.NONE)),
                List.of());
    }
}
