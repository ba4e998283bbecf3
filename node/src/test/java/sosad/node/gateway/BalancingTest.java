package sosad.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.node.gateway.GatewaySettings.Balancing;

/** Which backend is asked. */
@Timeout(60)
class BalancingTest {
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void roundRobinTakesTurns() throws Exception {
        try (Client client = rig.start(Balancing.ROUND_ROBIN, 1)) {
            String first = client.ask("GET k");
            String second = client.ask("GET k");
            assertThat(Set.of(first, second)).containsExactlyInAnyOrder("$A", "$B");
            assertThat(client.ask("GET k")).isEqualTo(first);
            assertThat(client.ask("GET k")).isEqualTo(second);
        }
    }

    @Test
    void leastBusyAvoidsTheOneThatIsSlow() throws Exception {
        try (Client slow = rig.start(Balancing.LEAST_BUSY, 1);
                Client client = rig.client()) {
            rig.a.heldCommands.add("get");
            rig.b.heldCommands.add("get");
            slow.send("GET k");
            rig.recorder.await("get of k to A");
            rig.b.heldCommands.clear();
            for (int i = 0; i < 5; i++) {
                assertThat(client.ask("GET k")).isEqualTo("$B");
            }
        }
    }

    @Test
    void byKeyTheSameBackendServesAKeyUntilItDies() throws Exception {
        try (Client client = rig.start(Balancing.BY_KEY, 1)) {
            Set<String> ofB = new TreeSet<>();
            for (int i = 0; i < 100; i++) {
                if (client.ask("GET k" + i).equals("$B")) {
                    ofB.add("GET k" + i);
                }
            }
            assertThat(ofB).hasSizeBetween(20, 80);
            rig.a.die();
            rig.recorder.await("A DOWN");
            assertThat(client.ask("GET k1")).isEqualTo("$B");
            rig.a.rise();
            rig.recorder.await("A UP");
            for (int i = 99; i >= 0; i -= 3) { // in another order
                assertThat(client.ask("GET k" + i)).isEqualTo(ofB.contains("GET k" + i) ? "$B" : "$A");
            }
        }
    }
}
