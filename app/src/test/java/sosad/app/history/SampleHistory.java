package sosad.app.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.message.Launch.StoreKind;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/** The document's sample, with its own key lists at T=5, played in memory up to a chosen point. */
public final class SampleHistory {
    private SampleHistory() {}

    /** Five steps without actions: how the sample looks to a time line. */
    public static Scenario scenario() {
        List<Step> steps = new ArrayList<>();
        for (long time = 2; time <= 5; time++) {
            steps.add(new Step(
                    time, Optional.of("T = " + time), Optional.empty(), Optional.empty(), List.of(), List.of()));
        }
        List<NodeId> nodes = List.of(new NodeId("A"), new NodeId("B"), new NodeId("C"));
        return new Scenario(
                "The document's sample",
                Optional.empty(),
                new ClusterPlan(nodes, Rules.DOCUMENT, StoreKind.MEMORY, 0),
                steps);
    }

    /** T=1: the cluster is up. */
    public static MemoryRun atStart() {
        return new MemoryRun(Rules.DOCUMENT, "A", "B", "C");
    }

    /** T=2 is over. */
    public static MemoryRun afterTwo() {
        return atStart()
                .step(2, "B receives updates from the client")
                .put("B", "waffle", "yoda")
                .put("B", "grace", "jack")
                .finish();
    }

    /** T=3 in flight: B's update to A is lost, that to C on its way. */
    public static MemoryRun threeInFlight() {
        return afterTwo()
                .step(3, "B sends those updates, C receives a new one")
                .push("B", "A")
                .put("C", "frogger", "munchkin")
                .actionsDone();
    }

    /** T=4 in flight: C's update is on its way to A and to B. */
    public static MemoryRun fourInFlight() {
        return threeInFlight()
                .finish()
                .step(4, "C pushes that update")
                .push("C")
                .put("C", "tom", "turkey")
                .actionsDone();
    }

    /** T=4: C's update has reached B and is on its way to A. */
    public static MemoryRun fourHalfDelivered() {
        Link toB = new Link(new NodeId("C"), new NodeId("B"));
        return fourInFlight().actInFlight(new Action.Handle(toB, 1, MessageAction.DELIVER));
    }

    /** T=5 in flight: six messages. */
    public static MemoryRun fiveInFlight() {
        return fourHalfDelivered()
                .finish()
                .step(5, "All servers sync")
                .syncOnly("A", "frogger")
                .syncOnly("B", "waffle", "grace")
                .syncOnly("C", "frogger", "tom")
                .actionsDone();
    }

    /** All of it. */
    public static MemoryRun whole() {
        return fiveInFlight().finish();
    }
}
