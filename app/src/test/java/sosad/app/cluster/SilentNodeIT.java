package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.StepRun;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.app.process.Signals;
import sosad.app.scenario.ScenarioReader;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.message.PeerMessage;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;

/** Nodes that fall silent: the app says which, and what it has waited for. */
@Timeout(120)
class SilentNodeIT {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId G = new NodeId("G1");
    private static final Key K = new Key("k");
    private static final Value V = Value.of("v");

    /** Those that were not frozen serve the next test. */
    private static final ProcessPool POOL = ProcessPool.of(Program.find().forLessons());

    @AfterAll
    static void closeAll() {
        POOL.close();
    }

    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Recorded listener = new Recorded();
    private final ProcessCluster cluster = new ProcessCluster(
            List.of(A, B),
            Rules.DOCUMENT,
            StoreKind.MEMORY,
            List.of(G),
            POOL,
            new ClientPorts(),
            listener,
            new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(1)));

    @BeforeEach
    void start() {
        cluster.startAll();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    /** Plays the first of these steps; then B hangs. */
    private StepRun playUntilBHangs(String steps) throws Exception {
        String file = """
                scenario: B hangs
                cluster: {nodes: [A, B], gateways: 1}
                steps:
                """;
        StepRun player = new StepRun(ScenarioReader.read("steps.yaml", file + steps), cluster, snapshots::add);
        listener.whenOneDies(player::died);
        player.beginStep();
        silence(B);
        return player;
    }

    private Snapshot present() {
        return snapshots.get(snapshots.size() - 1);
    }

    @Test
    void theNextStepGoesOnWithoutANodeThatHangs() throws Exception {
        StepRun player = playUntilBHangs("""
                - {time: 2, do: [put: {at: A, key: k, value: one}]}
                - {time: 3, do: [put: {at: B, key: k, value: two}, put: {at: A, key: k, value: three}, put: {via: G1, key: l, value: four}]}
                """);
        player.finishStep();
        player.beginStep();
        player.finishStep();
        assertThat(present().node(B).status()).isEqualTo(Status.DEAD);
        assertThat(present().node(A).entries()).hasSize(2);
        assertThat(listener.told.remove())
                .startsWith("B died: has not answered for 1 s and was killed; its last line: ");
        assertThat(snapshots)
                .filteredOn(snapshot -> snapshot.what() instanceof RunEvent.Failed)
                .extracting(snapshot -> ((RunEvent.Failed) snapshot.what()).reason())
                .containsExactly("B is dead");
    }

    @Test
    void aMessageToANodeThatHangsIsLostAsToOneThatIsDead() throws Exception {
        StepRun player = playUntilBHangs("""
                - {time: 2, do: [put: {at: A, key: k, value: one}, push: {from: A}]}
                - {time: 3, do: [put: {at: A, key: k, value: two}]}
                """);
        player.finishStep();
        assertThat(present().messages())
                .extracting(Message::fate, Message::why)
                .containsExactly(tuple(Fate.LOST, "B is dead"));
        player.beginStep();
        assertThat(present().node(A).value(K)).contains(Value.of("two"));
    }

    @Test
    void aGatewayThatHangsIsEndedAndNotWhoeverItShouldHaveNoticed() throws Exception {
        Signals.stop(cluster.gateway(G).pid());
        cluster.kill(B);
        cluster.poll();
        assertThat(listener.told.remove()).startsWith("G1 died: has not reported B as DOWN for 1 s and was killed");
        cluster.start(B, false);
        cluster.start(G, false);
        assertThat(cluster.put(G, K, V).node()).isEqualTo(A);
    }

    @Test
    void whoHangsWhenTheClocksStopIsDead() throws Exception {
        LiveCluster live = cluster.goLive(Live.since(System.currentTimeMillis()), 1, Runnable::run);
        silence(B);
        LiveCluster.Stopped stopped = live.freeze();
        assertThat(live.isUp(B)).isFalse();
        cluster.setTime(A, stopped.time() + 1);
        assertThat(cluster.put(A, K, V).entry().orElseThrow().timestamp()).isEqualTo(stopped.time() + 1);
    }

    /** Freezes a node's process behind the cluster's back. */
    private void silence(NodeId node) throws Exception {
        Signals.stop(cluster.tables(node).pid());
    }

    @Test
    void aDeliveryThatIsNotReportedNamesTheReceiverAndTheMessage() throws Exception {
        cluster.put(A, K, V);
        PeerMessage sent = cluster.push(A, Optional.empty()).get(0);
        silence(B);
        assertThatThrownBy(() -> cluster.deliver(sent))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith(
                        "node B has not reported message %d as received for 1 s; its last line: ", sent.id());
    }

    @Test
    void aCommandThatIsNotAnsweredNamesTheNode() throws Exception {
        silence(A);
        assertThatThrownBy(() -> cluster.push(A, Optional.empty()))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith("node A has not answered for 1 s; its last line: ");
    }

    @Test
    void aWriteThatIsNotAnsweredNamesTheNode() throws Exception {
        silence(A);
        assertThatThrownBy(() -> cluster.put(A, K, V))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith("node A has not answered a client for 1 s; its last line: ");
    }

    @Test
    void aRequestThatAGatewayDoesNotAnswerNamesTheGateway() throws Exception {
        Signals.stop(cluster.gateway(G).pid());
        assertThatThrownBy(() -> cluster.put(G, K, V))
                .isInstanceOf(NodeException.class)
                .hasMessageStartingWith("gateway G1 has not answered a client for 1 s; its last line: ");
    }

    @Test
    void aMessageThatNeverReachesTheNetworkIsNamedWithItsSenderAndDestination() {
        PeerMessage never =
                new PeerMessage(4711, new Update(A, B, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), List.of(), List.of()));
        assertThatThrownBy(() -> cluster.deliver(never))
                .isInstanceOf(NodeException.class)
                .hasMessage("node A says it has sent message 4711 to B, but the network has not seen it for 1 s");
    }
}
