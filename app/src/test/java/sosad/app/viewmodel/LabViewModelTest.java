package sosad.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.testing.FakeLab;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.history.LogViewModel;

@Tag("locale")
class LabViewModelTest {
    @Test
    void whateverHappensBetweenTwoLooksIsOnePieceOfNews() {
        List<Runnable> looks = new ArrayList<>();
        FxLabListener listener = new FxLabListener(looks::add);
        FakeLab engine = new FakeLab(listener);
        LabViewModel lab = new LabViewModel(engine, listener, new LogViewModel(), Runnable::run);
        engine.open(Scenarios.sample());
        engine.beginStep();
        engine.finishStep();

        assertThat(looks).hasSize(1);
        assertThat(lab.statusProperty().get()).isEqualTo(LabStatus.NONE);

        looks.get(0).run();

        assertThat(lab.statusProperty().get()).isEqualTo(LabStatus.READY);
        assertThat(lab.shownProperty().get().time()).isEqualTo(2);
    }

    @Test
    void theMomentShownIsThePresentUntilOneIsSelected() {
        TestLab desk = TestLab.sample(3);
        Snapshot early = desk.lab.historyProperty().get().snapshots().get(2);

        desk.lab.selectedProperty().set(early);

        assertThat(desk.lab.shownProperty().get()).isSameAs(early);
        assertThat(desk.lab.pastProperty().get()).isTrue();
        desk.lab.showPresent();
        assertThat(desk.lab.shownProperty().get()).isSameAs(desk.present());
        assertThat(desk.lab.pastProperty().get()).isFalse();
    }

    @Test
    void thePastStaysInSightWhileThePresentGoesOn() {
        TestLab desk = TestLab.sample(2);
        Snapshot early = desk.lab.historyProperty().get().snapshots().get(1);
        desk.lab.selectedProperty().set(early);

        desk.engine.finishStep();

        assertThat(desk.lab.shownProperty().get()).isSameAs(early);
    }

    @Test
    void selectingThePresentIsNotThePast() {
        TestLab desk = TestLab.sample(2);

        desk.lab.selectedProperty().set(desk.present());

        assertThat(desk.lab.pastProperty().get()).isFalse();
    }

    @Test
    void changedIsMeasuredAgainstTheEndOfTheStepBefore() {
        TestLab desk = TestLab.sample(3);

        assertThat(desk.lab.baselineProperty().get().time()).isEqualTo(2);
        assertThat(TestLab.sample(0).lab.baselineProperty().get()).isNull();
    }

    @Test
    void aClusterThatCannotStartFailsInItsOwnWords() {
        TestLab desk = TestLab.empty();
        desk.engine.failWith("Node B did not start: no Java.");

        desk.lab.open(Scenarios.sample());

        assertThat(desk.lab.statusProperty().get()).isEqualTo(LabStatus.FAILED);
        assertThat(desk.lab.progressProperty().get()).isEqualTo("Node B did not start: no Java.");
    }

    @Test
    void aClusterThatCouldNotStartCanBeTriedAgain() {
        TestLab desk = TestLab.empty();
        desk.engine.failWith("Node B did not start.");
        desk.lab.open(Scenarios.sample());
        desk.engine.failWith("");

        desk.playback.restart();

        assertThat(desk.lab.statusProperty().get()).isEqualTo(LabStatus.READY);
    }

    @Test
    void aRemedyIsNotOverwrittenByTheSameFailureWithoutOne() {
        TestLab desk = TestLab.empty();

        desk.lab.report(new Banner("Node A died.", "Start it again."));
        desk.lab.report(new Banner("Node A died.", ""));

        assertThat(desk.lab.bannerProperty().get().remedy()).isEqualTo("Start it again.");
        desk.lab.dismiss();
        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void aRestartTakesAwayTheFailureThatAskedForIt() {
        TestLab desk = TestLab.sample(1);
        desk.lab.report(new Banner("Node B ended by itself.", "Press Restart."));

        desk.playback.restart();

        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void whatIsUnderWayIsNotAskedForASecondTime() {
        TestLab desk = TestLab.sample(1);
        HandsOnViewModel hands = new HandsOnViewModel(desk.lab, desk.engine);
        Action pause = new Action.Pause(Scenarios.A);
        desk.engine.keepWaiting();

        hands.act(pause);
        hands.act(pause);
        assertThat(desk.engine.asked()).containsOnlyOnce("act");
        desk.engine.answer();
        hands.act(new Action.Resume(Scenarios.A));
        hands.act(pause);

        assertThat(desk.engine.asked()).filteredOn("act"::equals).hasSize(3);
    }

    @Test
    void openingAnotherScenarioLeavesThePast() {
        TestLab desk = TestLab.sample(3);
        desk.lab
                .selectedProperty()
                .set(desk.lab.historyProperty().get().snapshots().get(1));

        desk.lab.open(Scenarios.wide(5));

        assertThat(desk.lab.pastProperty().get()).isFalse();
        assertThat(desk.lab.shownProperty().get().nodes()).hasSize(5);
    }

    @Test
    void messagesOfThePastCannotBeTouched() {
        TestLab desk = TestLab.sample(2);
        HandsOnViewModel hands = new HandsOnViewModel(desk.lab, desk.engine);
        desk.lab
                .selectedProperty()
                .set(desk.lab.historyProperty().get().snapshots().get(1));

        hands.handle(desk.present().queue().get(0), MessageAction.LOSE);

        assertThat(desk.engine.asked()).doesNotContain("drop");
        assertThat(desk.lab.bannerProperty().get().what()).contains("past");
    }

    @Test
    void restartsAreAskedForAndTheLogSaysSo() {
        TestLab desk = TestLab.sample(0);

        desk.lab.restartsProperty().set(true);

        assertThat(desk.asked()).containsExactly("restartAutomatically true");
        assertThat(desk.log.lines().get(desk.log.lines().size() - 1).text())
                .isEqualTo("Processes that are down are now restarted automatically.");
    }
}
