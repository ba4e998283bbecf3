package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;

/** When the moments of a session are told. */
class HistoryRecorderTest {
    private final List<Snapshot> step = new ArrayList<>();
    private final RecordedEvents told = new RecordedEvents();
    private long millis;
    private final HistoryRecorder recorder = new HistoryRecorder(told, () -> TimeUnit.MILLISECONDS.toNanos(millis));

    /** The start and the sample's first step, acted and not delivered. */
    @BeforeEach
    void play() {
        Scenario sample = BundledScenarios.load("sample");
        SimulatedCluster cluster = new SimulatedCluster(
                sample.cluster().nodes(),
                sample.cluster().rules(),
                sample.cluster().store());
        cluster.startAll();
        new StepRun(sample, cluster, step::add).beginStep();
        assertThat(step)
                .filteredOn(snapshot -> snapshot.phase() == Phase.ACTING)
                .hasSizeGreaterThan(2);
    }

    private static List<Phase> phases(List<Snapshot> snapshots) {
        return snapshots.stream().map(Snapshot::phase).toList();
    }

    @Test
    void nothingIsToldBeforeItBegins() {
        step.forEach(recorder::happened);
        recorder.tell();
        assertThat(told.told()).isEmpty();
        assertThat(recorder.present()).isEqualTo(step.get(step.size() - 1));
    }

    @Test
    void aStepThatActsBrieflyIsToldOnceItStandsInFlight() {
        recorder.begin();
        step.forEach(recorder::happened);
        assertThat(phases(told.told())).containsExactly(Phase.START, Phase.IN_FLIGHT);
        assertThat(recorder.history().snapshots()).isEqualTo(step);
    }

    @Test
    void whatALongStepDoesIsToldMeanwhile() {
        recorder.begin();
        for (Snapshot snapshot : step) {
            recorder.happened(snapshot);
            millis += 60;
        }
        assertThat(phases(told.told())).startsWith(Phase.START, Phase.ACTING).endsWith(Phase.IN_FLIGHT);
    }

    @Test
    void aStepThatFailsInTheMiddleIsToldUpToThere() {
        recorder.begin();
        recorder.happened(step.get(0));
        recorder.happened(step.get(1));
        recorder.tell();
        recorder.tell();
        assertThat(told.told()).containsExactly(step.get(0), step.get(1));
    }

    @Test
    void whatHappensAtOnceIsToldOnce() {
        recorder.begin();
        recorder.happened(step.get(0));
        recorder.atOnce(() -> step.stream().skip(1).forEach(recorder::happened));
        assertThat(told.told()).containsExactly(step.get(0), step.get(step.size() - 1));
    }
}
