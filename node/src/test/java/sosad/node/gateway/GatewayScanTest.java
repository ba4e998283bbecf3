package sosad.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.node.gateway.GatewaySettings.Balancing;

/** Scans through a gateway: the cursor names its backend and that backend's start. */
@Timeout(60)
class GatewayScanTest {
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** The cursor in a reply to SCAN. */
    private static String cursor(String reply) {
        assertThat(reply).matches("\\[\\$\\d+, \\[]]");
        return reply.substring(2, reply.indexOf(','));
    }

    @Test
    void twoScansOnOneConnectionEachGoOnWhereTheyBegan() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            String first = cursor(client.ask("SCAN 0"));
            String second = cursor(client.ask("SCAN 0"));
            assertThat(first).isNotEqualTo(second);
            for (int i = 0; i < 3; i++) {
                assertThat(cursor(client.ask("SCAN " + first + " MATCH w* COUNT 10")))
                        .isEqualTo(first);
                assertThat(cursor(client.ask("SCAN " + second))).isEqualTo(second);
            }
            String matching = "scan 7 MATCH w* COUNT 10";
            FakeBackend began = rig.a.requests.contains(matching) ? rig.a : rig.b;
            assertThat(began.requests).containsExactly("scan 0", matching, matching, matching);
            assertThat(began == rig.a ? rig.b.requests : rig.a.requests)
                    .containsExactly("scan 0", "scan 7", "scan 7", "scan 7");
        }
    }

    @Test
    void aCursorIsGoodOnAnotherConnectionAndAtAnotherGateway() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1);
                Client other = rig.client()) {
            String cursor = cursor(client.ask("SCAN 0"));
            assertThat(cursor(other.ask("SCAN " + cursor))).isEqualTo(cursor);
            Gateway first = rig.gateway;
            try (Client elsewhere = rig.start(Balancing.BY_KEY, 1)) {
                assertThat(cursor(elsewhere.ask("SCAN " + cursor))).isEqualTo(cursor);
            } finally {
                first.close().join();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "2147483647", "2147483648", "1099511627776", "9223372036854775807", "18446744073709551615"})
    void whateverTheBackendsCursorTheClientsIsANumberBelow2To63(String backends) throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.answers.put("scan", replies -> {
                replies.array(2);
                replies.bulk(backends);
                replies.array(0);
            });
            rig.b.answers.put("scan", rig.a.answers.get("scan"));
            String cursor = cursor(client.ask("SCAN 0"));
            assertThat(Long.parseLong(cursor)).isPositive();
            client.ask("SCAN " + cursor);
            assertThat(rig.a.requests.isEmpty() ? rig.b.requests : rig.a.requests)
                    .containsExactly("scan 0", "scan " + backends);
        }
    }

    @Test
    void theEndOfAScanIsZero() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            rig.a.answers.put("scan", replies -> replies.whole("*2\r\n$1\r\n0\r\n*1\r\n$1\r\nk\r\n".getBytes()));
            rig.b.answers.put("scan", rig.a.answers.get("scan"));
            assertThat(client.ask("SCAN 0")).isEqualTo("[$0, [$k]]");
        }
    }

    @Test
    void aScanOverABackendThatIsDownOrWasStartedAnewIsLost() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            String cursor = cursor(client.ask("SCAN 0"));
            FakeBackend began = rig.a.requests.isEmpty() ? rig.b : rig.a;
            String name = began == rig.a ? "A" : "B";
            began.die();
            rig.recorder.await(name + " DOWN");
            assertThat(client.ask("SCAN " + cursor)).startsWith("-SCANLOST ").endsWith("begin again with SCAN 0");
            began.rise();
            rig.recorder.await(name + " UP");
            assertThat(client.ask("SCAN " + cursor)).startsWith("-SCANLOST ").endsWith("begin again with SCAN 0");
            assertThat(began.requests).containsExactly("scan 0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "4611686018427387911", "9223372036854775807"})
    void aCursorThatNoBackendGaveIsLost(String cursor) throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            assertThat(client.ask("SCAN " + cursor)).startsWith("-SCANLOST ");
            assertThat(rig.a.requests).isEmpty();
            assertThat(rig.b.requests).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "9223372036854775808", "99999999999999999999", "1.5", "''"})
    void whatIsNoCursorIsRefused(String cursor) throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            assertThat(client.ask("SCAN " + cursor)).isEqualTo("-ERR invalid cursor");
        }
    }
}
