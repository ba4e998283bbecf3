package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import sosad.app.bench.Bench.BenchSize;
import sosad.app.bench.Bench.Measurement;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.Branch;
import sosad.app.lab.Lab;
import sosad.app.lab.LabActor;
import sosad.app.lab.ProcessClusters;
import sosad.app.process.NodeException;
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
 * The time from the wish to stand at a past moment of a run on three real processes until something is done there: each
 * step has a write, the pushes of it, and a sync by another node to both peers.
 */
final class JumpTimes implements Measurement {
    private static final List<NodeId> NODES = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C"));
    private static final Key KEY = new Key("branch");
    private static final double MAX_MILLIS = 1_000;

    @Override
    public List<BenchResult> take(BenchSize size) {
        int steps = size.of(50, 4);
        int rounds = size.of(9, 1);
        try (Lab lab = new LabActor(new ProcessClusters(), event -> {})) {
            lab.open(scenario(steps)).join();
            for (int i = 0; i < steps; i++) {
                lab.beginStep().join();
                lab.finishStep().join();
            }
            Branch run = lab.branches().join().present();
            List<Integer> writes = run.run().history().snapshots().stream()
                    .filter(snapshot -> snapshot.what() instanceof RunEvent.Wrote)
                    .map(Snapshot::index)
                    .toList();
            String ofRun = format(
                    " of a run of %d steps, %,d events, until a write there is done; three real processes, median of %d",
                    steps, run.events(), rounds);
            String wish = "from the wish to stand ";
            return List.of(
                    result(wish + "in the first step" + ofRun, lab, run, writes.get(0), rounds),
                    result(wish + "in the middle" + ofRun, lab, run, writes.get(steps / 2), rounds),
                    result(wish + "in the last step" + ofRun, lab, run, writes.get(steps - 1), rounds));
        } catch (CompletionException e) {
            throw new NodeException(e.getCause().getMessage());
        }
    }

    private static Scenario scenario(int steps) {
        List<Step> all = IntStream.range(0, steps).mapToObj(JumpTimes::step).toList();
        ClusterPlan plan = new ClusterPlan(NODES, Rules.DOCUMENT, StoreKind.MEMORY, 0);
        return new Scenario("A long run", Optional.empty(), plan, all);
    }

    private static Step step(int index) {
        NodeId writer = NODES.get(index % 3);
        NodeId other = NODES.get((index + 1) % 3);
        return new Step(
                index + 2L,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Action.Put(writer, new Key("key-" + index % 20), Value.of("v" + index)),
                        new Action.Push(writer, Optional.empty(), Fates.NONE),
                        new Action.Sync(other, Optional.empty(), Optional.empty(), Fates.NONE)),
                List.of());
    }

    private static BenchResult result(String what, Lab lab, Branch run, int event, int rounds) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            lab.jump(run.id(), event).join();
            lab.act(new Action.Put(NODES.get(0), KEY, Value.of("v" + i))).join();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        double median = Bench.median(millis);
        return BenchResult.of(what, format("%.0f ms", median), format("≤ %.0f ms", MAX_MILLIS), median <= MAX_MILLIS);
    }
}
