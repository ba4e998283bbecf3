package sosad.app.golden;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.export.table.HistoryReport;
import sosad.app.export.table.ReportFormat;
import sosad.app.export.table.RunReport;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.StepRun;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.ScenarioFile;
import sosad.protocol.EnumNames;

/** What {@code run} prints of each lesson, in every format. */
class GoldenLessonsTest {
    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void aLessonIsPrintedAsEver(String name) {
        RunReport report = report(BundledScenarios.loadWithPlaces(name));
        for (ReportFormat format : ReportFormat.values()) {
            Golden.assertSame("lessons/" + name + "." + EnumNames.of(format), format.text(report));
        }
    }

    private static RunReport report(ScenarioFile file) {
        ClusterPlan plan = file.scenario().cluster();
        List<Snapshot> snapshots = new ArrayList<>();
        try (SimulatedCluster cluster =
                new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames())) {
            cluster.startAll();
            new StepRun(file.scenario(), cluster, snapshots::add).playAll();
        }
        return HistoryReport.of(file, History.of(snapshots));
    }
}
