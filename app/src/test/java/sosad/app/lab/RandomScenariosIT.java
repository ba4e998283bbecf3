package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.export.table.HistoryReport;
import sosad.app.export.table.RunReport;
import sosad.app.export.table.StepReport;
import sosad.app.history.History;
import sosad.app.history.SentByKind;
import sosad.app.history.SentByKind.Sum;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Scenario;
import sosad.wire.FrameKind;

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
        assertThat(withoutBytes(real)).isEqualTo(withoutBytes(bare));
    }

    /** Frames carry numbers that are drawn anew at each start, with more or fewer digits. */
    private static RunReport withoutBytes(RunReport report) {
        return new RunReport(
                report.scenario(),
                report.about(),
                report.steps().stream().map(RandomScenariosIT::withoutBytes).toList());
    }

    private static StepReport withoutBytes(StepReport step) {
        Map<FrameKind, Sum> kinds = new EnumMap<>(FrameKind.class);
        step.sent()
                .kinds()
                .forEach((kind, sum) -> kinds.put(kind, new Sum(sum.messages(), sum.entries(), sum.receipts(), 0)));
        return new StepReport(
                step.time(),
                step.title(),
                step.before(),
                step.say(),
                step.rows(),
                step.requests(),
                step.inquiries(),
                step.messages(),
                new SentByKind(kinds),
                step.told(),
                step.failures(),
                step.expectations());
    }

    private static void refuseUnasked(ClusterEvent event) {
        assertThat(event).isNotInstanceOfAny(ClusterEvent.ClientWrote.class, ClusterEvent.ProcessDied.class);
    }
}
