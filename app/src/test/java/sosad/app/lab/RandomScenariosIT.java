package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.export.table.HistoryReport;
import sosad.app.export.table.RunReport;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Scenario;

/** Real processes show, to the cell, what the bare protocol prescribes, whatever goes wrong. */
@Timeout(120)
class RandomScenariosIT {
    private static final ProcessClusters CLUSTERS = new ProcessClusters();

    @AfterAll
    static void close() {
        CLUSTERS.close();
    }

    private static RunReport run(Scenario scenario, StepCluster cluster) {
        List<Snapshot> snapshots = new ArrayList<>();
        try (cluster) {
            cluster.startAll();
            new StepRun(scenario, cluster, snapshots::add).playAll();
        }
        return HistoryReport.of(scenario.title(), History.of(snapshots));
    }

    @ParameterizedTest
    @ValueSource(longs = {737, 738, 739, 740, 741, 742})
    void processesAndBareReplicasAgreeOnEveryCellMessageAndFailure(long seed) {
        Scenario scenario = RandomScenarios.of(seed);
        RunReport bare = run(
                scenario,
                new SimulatedCluster(
                        scenario.cluster().nodes(),
                        scenario.cluster().rules(),
                        scenario.cluster().store(),
                        scenario.cluster().gatewayNames()));
        RunReport real = run(scenario, CLUSTERS.create(scenario.cluster(), RandomScenariosIT::refuseUnasked));
        assertThat(real).isEqualTo(bare);
    }

    private static void refuseUnasked(ClusterEvent event) {
        assertThat(event).isNotInstanceOfAny(ClusterEvent.ClientWrote.class, ClusterEvent.ProcessDied.class);
    }
}
