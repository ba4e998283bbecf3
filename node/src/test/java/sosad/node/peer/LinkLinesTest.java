package sosad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.message.Address;
import sosad.model.NodeId;
import sosad.node.TestPort;
import sosad.node.host.Hosts;
import sosad.node.host.LinkHealth;
import sosad.node.host.Links;
import sosad.node.host.NodeHost;
import sosad.node.host.PeerTraffic;
import sosad.node.net.HostLookup;
import sosad.node.net.Lines;
import sosad.node.net.RefusalLog;
import sosad.node.net.SocketTimers;
import sosad.protocol.Replica;
import sosad.protocol.Rules;
import sosad.protocol.Saved;
import sosad.protocol.Sizing;
import sosad.wire.GreetingAnswer;

/** What two nodes say of a link that does not come about, each once, and what they tell of it meanwhile. */
@Timeout(60)
class LinkLinesTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    /** Enough to tell a line a failure from a line an outage. */
    private static final int FAILURES = 4;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Lines dialling = new Lines(PeerLink.class);
    private final Lines accepting = new Lines(RefusalLog.class);
    private final Links ofA = new Links(List.of(B));
    private final Address address = new Address("127.0.0.1", TestPort.next());
    private Links ofB;
    private Channel port;
    private PeerLinks links;

    @AfterEach
    void close() throws Exception {
        loop.submit(links::close).get();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        dialling.close();
        accepting.close();
    }

    /** A node with this name, this secret and this peer listens where A looks for B. */
    private void listen(String name, String secret, String peer) {
        Set<NodeId> peers = Set.of(new NodeId(peer));
        ofB = new Links(peers);
        NodeHost host =
                Hosts.silent(new Replica(new NodeId(name), peers, Rules.DOCUMENT, Saved.nothing(1), Sizing.UNLIMITED));
        port = PeerPort.bind(
                        loop,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()),
                        host,
                        ofB,
                        secret)
                .syncUninterruptibly()
                .channel();
    }

    private void dial() {
        links = new PeerLinks(
                loop.next(), A, Map.of(B, address), 1, "the secret", new HostLookup(), ofA, new PeerTraffic(Set.of(B)));
    }

    private <T> T onLoop(Supplier<T> question) throws Exception {
        return loop.submit(question::get).get();
    }

    /** Asks the loop until it is so; the test has a deadline. */
    private void await(BooleanSupplier condition) throws Exception {
        while (!onLoop(condition::getAsBoolean)) {
            Thread.onSpinWait();
        }
    }

    private void awaitFailures() throws Exception {
        await(() -> ofA.with(B).failures() >= FAILURES);
    }

    @ParameterizedTest
    @CsvSource({
        "B, another secret, A, its secret is different, a greeting with a wrong secret",
        "C, the secret, A, 'it is C, not B', 'A looks for B here, but this is C'",
        "B, the secret, D, A is not one of its peers (--peer), A is not a peer of B (--peer)"
    })
    void aLinkThatIsRefusedIsALineAtEitherEndAndTheReasonIsTold(
            String name, String secret, String peer, String told, String said) throws Exception {
        listen(name, secret, peer);
        dial();
        awaitFailures();
        assertThat(dialling.all())
                .singleElement()
                .isEqualTo("WARN the link to B at " + address + " is down: it refuses: " + told
                        + "; retrying until it is up");
        assertThat(accepting.all())
                .singleElement()
                .asString()
                .matches("WARN refused at the peer port from 127.0.0.1:[0-9]+: .*; logged once, .*")
                .contains(": " + said + "; logged once");
        assertThat(onLoop(() -> ofA.with(B).state())).isEqualTo(LinkHealth.State.DOWN);
        assertThat(onLoop(() -> ofA.with(B).lastError())).isEqualTo("it refuses: " + told);
    }

    @Test
    void anUnreachablePeerIsALineAndItsRecoveryAnother() throws Exception {
        dial();
        awaitFailures();
        String down = "WARN the link to B at " + address + " is down: Connection refused; retrying until it is up";
        assertThat(dialling.all()).containsExactly(down);
        listen("B", "the secret", "A");
        await(() -> dialling.all().size() > 1);
        assertThat(dialling.all()).containsExactly(down, "INFO the link to B at " + address + " is up");
        assertThat(onLoop(() -> ofA.with(B).state())).isEqualTo(LinkHealth.State.UP);
        assertThat(onLoop(() -> ofB.with(A).incoming())).isEqualTo(1);
    }

    @Test
    void aPeerThatIsSilentIsALineAndItsAnswerAnother() throws Exception {
        try (ServerSocket silent = new ServerSocket(address.port(), 10, InetAddress.getLoopbackAddress())) {
            dial();
            try (Socket dialled = silent.accept()) {
                await(() -> ofA.with(B).state() == LinkHealth.State.DOWN);
                assertThat(dialling.all())
                        .singleElement()
                        .asString()
                        .startsWith("WARN the link to B at " + address + " is down: it does not answer the greeting");
                dialled.getOutputStream()
                        .write(GreetingAnswer.WELCOME.frame(B, A).bytes());
                await(() -> dialling.all().size() > 1);
                assertThat(dialling.all()).last().isEqualTo("INFO the link to B at " + address + " is up");
                assertThat(onLoop(() -> ofA.with(B).state())).isEqualTo(LinkHealth.State.UP);
            }
        }
    }

    @Test
    void theSystemAsksWhetherASilentPeerIsStillThere() throws Exception {
        listen("B", "the secret", "A");
        dial();
        await(() -> ofB.with(A).incoming() == 1);
        SocketTimers.assertAsking(address.port());
    }
}
