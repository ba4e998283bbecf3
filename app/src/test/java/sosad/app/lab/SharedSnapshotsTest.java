package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.NodeState;
import sosad.app.history.PersistentList;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Fates;
import sosad.app.scenario.Scenario;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** A snapshot is the one before it, but for what the event has changed. */
class SharedSnapshotsTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final int KEYS = 1_000;

    private final List<Snapshot> snapshots = new ArrayList<>();
    private StepRun player;

    @BeforeEach
    void fillA() {
        Scenario sample = BundledScenarios.load("sample");
        SimulatedCluster cluster = new SimulatedCluster(
                sample.cluster().nodes(),
                sample.cluster().rules(),
                sample.cluster().store());
        cluster.startAll();
        player = new StepRun(sample, cluster, snapshots::add);
        for (int i = 0; i < KEYS; i++) {
            put("key" + i);
        }
    }

    private void put(String key) {
        player.act(new Action.Put(A, new Key(key), Value.of("v")));
    }

    private Snapshot last(int back) {
        return snapshots.get(snapshots.size() - 1 - back);
    }

    private static PersistentList<?> entries(Snapshot snapshot) {
        return PersistentList.copyOf(snapshot.node(A).entries());
    }

    @Test
    void aWriteCostsItsNodesTableAWayThroughItsTree() {
        put("one-more");
        put("key500");
        assertThat(entries(last(0))).hasSize(KEYS + 1);
        assertThat(PersistentList.nodes(List.of(entries(last(2)), entries(last(1)))))
                .isLessThan(KEYS + 20);
        assertThat(PersistentList.nodes(List.of(entries(last(1)), entries(last(0)))))
                .isLessThan(KEYS + 40);
        assertThat(last(0).node(A).rows()).isSameAs(last(1).node(A).rows());
        assertThat(last(0).node(B)).isSameAs(last(1).node(B));
    }

    @Test
    void whatAnEventDoesNotTouchStays() {
        player.act(new Action.Cut(List.of(new Link(A, B))));
        put("x");
        player.act(new Action.Get(A, new Key("x"), ReadMode.LOCAL, Optional.empty()));
        Snapshot read = last(0);
        Snapshot wrote = last(1);
        assertThat(read.nodes()).isSameAs(wrote.nodes());
        assertThat(read.gateways()).isSameAs(wrote.gateways());
        assertThat(read.messages()).isSameAs(wrote.messages());
        assertThat(read.queue()).isSameAs(wrote.queue());
        assertThat(read.cut()).isSameAs(wrote.cut());
        assertThat(read.rules()).isSameAs(wrote.rules());
    }

    @Test
    void deliveringAMessageChangesNoNodeButItsReceiver() {
        player.act(new Action.Sync(A, Optional.empty(), Optional.empty(), Fates.NONE));
        assertThat(player.deliverNext()).isTrue();
        long touched =
                last(0).nodes().stream().filter(node -> !isIn(node, last(1))).count();
        assertThat(touched).isEqualTo(1);
        assertThat(PersistentList.nodes(
                        List.of(PersistentList.copyOf(last(0).messages()), PersistentList.copyOf(last(1).messages()))))
                .isLessThan(2 * last(0).messages().size() + 1);
    }

    private static boolean isIn(NodeState node, Snapshot snapshot) {
        return snapshot.nodes().stream().anyMatch(other -> other == node);
    }
}
