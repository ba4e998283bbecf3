package sosad.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.Address;
import sosad.model.NodeId;
import sosad.node.gateway.GatewaySettings.Balancing;

/** Backends that are not what they are given for: gateways, and servers that are there already. */
@Timeout(60)
class IdentityTest {
    private static final long BETWEEN_LOOKS_NANOS = 5_000_000;

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void add(Gateway gateway, String name, InetSocketAddress address) {
        add(gateway, name, new Address(address.getHostString(), address.getPort()));
    }

    private void add(Gateway gateway, String name, Address address) {
        rig.onLoop(() -> gateway.setBackend(new NodeId(name), address));
    }

    /** Asks INFO until a backend is down for a reason; the test's time limit ends it. */
    private static void awaitDown(Client client, String backend, String why) throws Exception {
        String line = "backend_%s:state=down,.*last_error=%s\r\n".formatted(backend, why);
        while (!client.ask("INFO backends").matches("(?s).*" + line + ".*")) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS_NANOS); // which the limit interrupts
        }
    }

    @Test
    void aGatewayIsNotItsOwnBackendByWhateverName() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            add(rig.gateway, "S", new Address("localhost", rig.gateway.address().getPort()));
            awaitDown(client, "S", "it is a gateway itself; the backends of a gateway must be nodes");
            for (int i = 0; i < 6; i++) {
                assertThat(client.ask("GET k")).isIn("$A", "$B");
            }
            assertThat(client.ask("INFO stats")).contains("requests:6\r\n", "retried:0");
        }
    }

    @Test
    void gatewaysMakeNoRing() throws Exception {
        try (Client ofFirst = rig.start(Balancing.ROUND_ROBIN, 1)) {
            Gateway first = rig.gateway;
            try (Client ofSecond = rig.start(Balancing.ROUND_ROBIN, 1)) {
                add(first, "R", rig.gateway.address());
                add(rig.gateway, "R", first.address());
                awaitDown(ofFirst, "R", "it is a gateway itself.*");
                awaitDown(ofSecond, "R", "it is a gateway itself.*");
                rig.a.die();
                rig.b.die();
                rig.recorder.await("A DOWN");
                rig.recorder.await("B DOWN");
                assertThat(ofFirst.ask("GET k")).startsWith("-NOBACKEND");
                assertThat(ofSecond.ask("GET k")).startsWith("-NOBACKEND");
            } finally {
                first.close().join();
            }
        }
    }

    @Test
    void theSameServerUnderTwoNamesCountsOnce() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            add(rig.gateway, "C", rig.a.address());
            awaitDown(client, "C", "it is the same server as A");
            rig.b.die();
            rig.recorder.await("B DOWN");
            assertThat(client.ask("SET k v"))
                    .isEqualTo("-NOBACKEND 2 backends must take a write and 1 can: nothing was written");
            assertThat(rig.a.requests).isEmpty();
        }
    }

    @Test
    void whoeverIsThereFirstStaysWhateverTheNames() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 2)) {
            add(rig.gateway, "A1", rig.b.address());
            awaitDown(client, "A1", "it is the same server as B");
            assertThat(client.ask("INFO backends")).contains("backend_B:state=up");
        }
    }

    @Test
    void aBackendThatAsksForASecretSaysSoWhenTheGatewayHasNone() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.askFor("a secret of its own");
            awaitDown(client, "A", "it requires a secret, and the gateway has none");
            assertThat(client.ask("GET k")).isEqualTo("$B");
        }
    }
}
