package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;
import sosad.app.cluster.LiveCluster.Stopped;
import sosad.app.fabric.Delay;
import sosad.app.fabric.LinkConditions;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.message.PeerMessage;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** Real node processes that run by their own clocks, and stop again. */
@Timeout(120)
class LiveClusterIT {
    /** Serves one test after the other. */
    private static final ProcessPool POOL = ProcessPool.of(Program.find().forLessons());

    @AfterAll
    static void closeAll() {
        POOL.close();
    }

    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final NodeId G = new NodeId("G");
    private static final Key K = new Key("k");
    private static final Key L = new Key("l");
    private static final Rules PER_KEY = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1);

    private final ArrayBlockingQueue<Boolean> came = new ArrayBlockingQueue<>(1);
    private final LinkedBlockingQueue<Runnable> owned = new LinkedBlockingQueue<>();
    private final Recorded listener = new Recorded(() -> came.offer(true));
    private final StepCluster cluster =
            new ProcessCluster(List.of(A, B, C), PER_KEY, StoreKind.MEMORY, List.of(G), POOL, listener);
    private LiveCluster live;

    @BeforeEach
    void goLive() {
        cluster.startAll();
        cluster.setTimes(java.util.Map.of(A, 5L, B, 5L, C, 5L));
        live = cluster.goLive(Live.since(System.currentTimeMillis()), 1, owned::add);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    /** Waits, event by event, until it is so; the class's timeout is the limit. */
    private void await(BooleanSupplier isSo) throws InterruptedException {
        do {
            cluster.poll();
            for (Runnable work = owned.poll(); work != null; work = owned.poll()) {
                work.run();
            }
        } while (!isSo.getAsBoolean() && (came.poll(100, TimeUnit.MILLISECONDS) != null || !Thread.interrupted()));
    }

    private void put(NodeId at, Key key, String value) throws IOException {
        try (RespClient client = new RespClient(RespClient.loopback(live.clientPort(at)), Duration.ofSeconds(10))) {
            assertThat(client.request(RespRequest.set(key, Value.of(value))).isError())
                    .isFalse();
        }
    }

    private boolean holds(NodeId node, Key key) {
        return cluster.tables(node).entries().stream()
                .anyMatch(entry -> entry.key().equals(key));
    }

    @Test
    void whatIsWrittenAtOneNodeComesToTheOthersByItselfUnlessTheLinksAreCut() throws Exception {
        put(A, K, "v");
        await(() -> holds(B, K) && holds(C, K));

        live.setConditions(new Link(A, B), LinkConditions.NONE.withCut(true));
        live.setConditions(new Link(C, B), LinkConditions.NONE.withCut(true));
        put(A, L, "w");
        await(() -> holds(C, L) && live.counts().get(new Link(A, B)).lost() > 0);
        assertThat(holds(B, L)).isFalse();

        live.setConditions(new Link(A, B), LinkConditions.NONE);
        await(() -> holds(B, L));
    }

    @Test
    void aNodeThatWasKilledComesBackLiveAndAGatewayToo() throws Exception {
        put(A, K, "v");
        live.kill(B);
        assertThat(live.isRunning(B)).isFalse();
        CompletableFuture<Void> up = live.start(B, false);
        await(up::isDone);
        up.get();
        await(() -> holds(B, K));
        live.pause(C);
        assertThat(live.isPaused(C)).isTrue();
        live.resume(C);

        live.kill(G);
        CompletableFuture<Void> gatewayUp = live.start(G, false);
        await(gatewayUp::isDone);
        gatewayUp.get();
        assertThat(live.clientPort(G)).isPositive();
    }

    @Test
    void aNodeKilledBeforeItIsUpIsOnlyThat() throws Exception {
        live.kill(B);
        CompletableFuture<Void> up = live.start(B, false);
        live.kill(B);
        await(up::isDone);
        assertThat(up).isCompletedExceptionally();
        assertThat(live.isRunning(B)).isFalse();
    }

    @Test
    void whenTheClocksStopWhatWasOnItsWayWaitsAndCanBeDelivered() throws Exception {
        live.setConditions(new Link(A, B), LinkConditions.NONE.withDelay(new Delay(600_000, 0, Delay.Spread.FIXED)));
        put(A, K, "v");
        await(() -> holds(A, K));
        long written = cluster.tables(A).entries().get(0).timestamp();
        await(() -> holds(C, K) && live.counts().get(new Link(A, B)).sent() > 0);

        Stopped stopped = live.freeze();

        assertThat(stopped.time()).isGreaterThanOrEqualTo(written);
        List<PeerMessage> held = stopped.underWay().stream()
                .map(LiveCluster.MessageUnderWay::message)
                .filter(message -> message.update().from().equals(A)
                        && message.update().to().equals(B))
                .toList();
        assertThat(held).isNotEmpty();
        assertThat(held.get(0).update().changes())
                .extracting(entry -> entry.key())
                .contains(K);
        assertThat(cluster.deliver(held.get(0)).applied()).hasSize(1);
        assertThat(cluster.push(A, Optional.of(List.of(B)))).hasSizeLessThan(2); // answers as in step mode
        cluster.setTime(A, stopped.time() + 1);
    }
}
