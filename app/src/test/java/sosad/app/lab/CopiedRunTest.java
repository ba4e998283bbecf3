package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Player;
import sosad.app.scenario.Scenario;

/** What a player knows besides its cluster is a value. */
class CopiedRunTest {
    private static SimulatedCluster cluster(Scenario scenario) {
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames());
        cluster.startAll();
        return cluster;
    }

    private static void goOn(Player player) {
        if (player.present().phase() == Phase.IN_FLIGHT) {
            player.deliverNext();
        } else {
            player.beginStep();
        }
    }

    private static boolean isOver(Player player) {
        return player.isAtEnd() && player.present().phase() != Phase.IN_FLIGHT;
    }

    private static List<Snapshot> rest(Player player, List<Snapshot> snapshots) {
        while (!isOver(player)) {
            goOn(player);
        }
        return snapshots;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 737, 738, 739, 740})
    void aRunThatIsCopiedAtEveryStopGoesTheSameWayAndSoDoesEachThatWasCopied(long seed) {
        Scenario scenario = RandomScenarios.of(seed);
        List<Snapshot> whole = new ArrayList<>();
        rest(new Player(scenario, cluster(scenario), whole::add), whole);

        List<Snapshot> copied = new ArrayList<>();
        SimulatedCluster cluster = cluster(scenario);
        Player player = new Player(scenario, cluster, copied::add);
        while (!isOver(player)) {
            List<Snapshot> left = new ArrayList<>(copied);
            SimulatedCluster other = cluster.copy();
            Player goesOn = player.copy(other, copied::add);
            Player stays = player.copy(cluster, left::add);
            goOn(goesOn);
            assertThat(rest(stays, left)).isEqualTo(whole);
            player = goesOn;
            cluster = other;
        }
        assertThat(copied).isEqualTo(whole);
    }
}
