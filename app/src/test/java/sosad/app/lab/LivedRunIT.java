package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.history.HistoryEvent;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.load.LoadSettings;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;

/** Live runs of real processes, looked at message by message when their clocks have stopped. */
@Timeout(120)
class LivedRunIT {
    private static final ProcessClusters CLUSTERS = new ProcessClusters();
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final Key K = new Key("k");

    private final RecordedEvents told = new RecordedEvents();
    private Lab lab;

    @AfterAll
    static void closeAll() {
        CLUSTERS.close();
    }

    @BeforeEach
    void goLive() {
        lab = new LabActor(CLUSTERS, told);
        lab.open(BundledScenarios.load("sample")).join();
        lab.beginStep().join();
        lab.goLive().join();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private List<Snapshot> lived() {
        return told.history().snapshots().stream().filter(Snapshot::isLived).toList();
    }

    private static List<NodeState> tables(Snapshot snapshot) {
        return snapshot.nodes().stream()
                .map(node ->
                        new NodeState(node.id(), node.status(), 0, OptionalInt.empty(), 0, node.rows(), node.entries()))
                .toList();
    }

    @Test
    void aWriteIsFollowedMessageByMessageToEveryNode() throws Exception {
        lab.act(new Action.Put(A, K, Value.of("v"))).join();
        told.await(
                snapshot -> Optional.of(Value.of("v")).equals(snapshot.node(C).value(K)));
        lab.stopClocks().join();
        assertThat(told.hasFailure()).isFalse();
        List<Snapshot> lived = lived();
        assertThat(lived.get(0).what()).isInstanceOf(RunEvent.StepOpened.class);
        assertThat(lived.get(0).node(A).entry(K)).isEmpty();
        Snapshot arrival = lived.stream()
                .filter(moment -> moment.what() instanceof RunEvent.Delivered delivered
                        && delivered.message().to().equals(C)
                        && delivered.applied().stream()
                                .anyMatch(entry -> entry.key().equals(K)))
                .findFirst()
                .orElseThrow();
        assertThat(arrival.node(C).value(K)).contains(Value.of("v"));
        assertThat(told.history().at(arrival.index() - 1).node(C).value(K)).isEmpty();
        HistoryEvent sending = arrival.event().causes().get(0);
        assertThat(sending.what()).isInstanceOf(RunEvent.Sent.class);
        assertThat(sending.causes())
                .extracting(HistoryEvent::what)
                .anyMatch(cause -> cause instanceof RunEvent.Wrote wrote
                        && wrote.node().equals(A)
                        && wrote.entry().key().equals(K));
        assertThat(tables(lived.get(lived.size() - 1))).isEqualTo(tables(told.present()));
    }

    @Test
    void aRunUnderLoadAndFaultsIsReplayedToTheSameTablesAndEachMessageIsSentBeforeItArrives() throws Exception {
        lab.setClients(new LoadSettings(150, 50, 40)).join();
        told.awaitLive(state -> state.load().writesPerSecond() > 20);
        lab.inject(new Fault.OnLinks(List.of(new Link(A, C)), new LinkFault.Cut()))
                .join();
        lab.act(new Action.Kill(B)).join();
        told.awaitLive(state -> state.load().writes().get(B) == 0);
        lab.act(new Action.Start(B, false)).join();
        told.awaitLive(state -> state.load().writes().get(B) > 0);
        lab.stopClocks().join();
        assertThat(told.hasLine("does not agree with the core")).isFalse();
        assertThat(told.hasLine("is lost")).isFalse();
        List<Snapshot> lived = lived();
        assertThat(tables(lived.get(lived.size() - 1))).isEqualTo(tables(told.present()));
        Map<Long, Integer> sent = new HashMap<>();
        int delivered = 0;
        for (Snapshot moment : lived) {
            if (moment.what() instanceof RunEvent.Sent sending) {
                sent.put(sending.message().id(), moment.index());
            } else if (moment.what() instanceof RunEvent.Delivered arrival
                    && sent.containsKey(arrival.message().id())) {
                delivered++;
                assertThat(moment.event().causes())
                        .extracting(HistoryEvent::id)
                        .contains(sent.get(arrival.message().id()));
            }
        }
        assertThat(delivered).isGreaterThan(20);
        assertThat(lived).extracting(Snapshot::what).contains(new RunEvent.Killed(B), new RunEvent.Started(B));
        assertThat(told.history().snapshots())
                .extracting(Snapshot::index)
                .isEqualTo(IntStream.range(0, told.history().size()).boxed().toList());
        lab.beginStep().join();
        assertThat(told.hasFailure()).isFalse();
    }
}
