package sosad.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.history.Phase;
import sosad.app.history.ScriptStatus;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.lesson.Narration;
import sosad.app.watch.BreakpointText;
import sosad.model.NodeId;

class PlaybackViewModelTest {
    @Test
    void aStepStopsWithItsMessagesInFlight() {
        TestLab desk = TestLab.sample(2);

        assertThat(desk.present().time()).isEqualTo(3);
        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.DELIVER);
        assertThat(desk.playback.positionProperty().getValue()).isEqualTo("of 5 · in flight");
    }

    @Test
    void aStepWithoutMessagesEndsAtOnce() {
        TestLab desk = TestLab.sample(1);

        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);
    }

    @Test
    void nextDeliversOneMessageAfterTheOtherEachAfterItsTravel() {
        TestLab desk = TestLab.sample(4);
        var queue = desk.present().queue();

        desk.playback.next();

        assertThat(queue).hasSize(2);
        assertThat(desk.motion.travelled()).endsWith(queue.toArray(Long[]::new));
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.asked()).endsWith("deliverNext", "deliverNext", "deliverNext");
    }

    @Test
    void whatTheScenarioDoesInFlightIsDoneByNextBeforeAnythingTravels() {
        TestLab desk = TestLab.with(ScenarioReader.read("in-flight", """
                scenario: in flight
                cluster: {nodes: [A, B]}
                steps:
                  - do: [put: {at: A, key: k, value: v}, push: {from: A, lose: [B]}]
                    in-flight: [message: {do: restore, from: A, to: B}]
                """));
        desk.playback.next();
        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(desk.present().queue()).isEmpty();
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.DELIVER);

        desk.playback.next();

        assertThat(desk.asked()).endsWith("beginStep", "deliverNext", "deliverNext", "deliverNext");
        assertThat(desk.motion.travelled()).hasSize(1);
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
    }

    private static void watch(TestLab desk, String breakpoint) {
        desk.engine.addBreakpoint(BreakpointText.parse(breakpoint));
    }

    @Test
    void playStopsAtABreakpointBetweenTwoDeliveries() {
        TestLab desk = TestLab.sample(4);
        watch(desk, "C-now at A >= 3");

        desk.playback.togglePlay();

        assertThat(desk.playback.playingProperty().get()).isFalse();
        assertThat(desk.present().queue()).hasSize(1);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.DELIVER);
        assertThat(desk.lab.bannerProperty().get().what())
                .isEqualTo("Stopped at T = 4 by “C-now at A >= 3”: C-now at A is 3, was 1.");
        assertThat(desk.lab.bannerProperty().get().kind()).isEqualTo(Banner.Kind.NOTE);
    }

    @Test
    void aBreakpointInAStepsActionsKeepsItsMessagesFromBeingDelivered() {
        TestLab desk = TestLab.sample(1);
        desk.playback.stopInFlightProperty().set(false);
        watch(desk, "message push from B");

        desk.playback.next();

        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);
    }

    @Test
    void whatTheBannerSaysOfAStopGoesWithTheNextStep() {
        TestLab desk = TestLab.sample(4);
        watch(desk, "C-now at A >= 3");
        desk.playback.next();
        desk.lab.bannerProperty().get().offer().orElseThrow().action().run();
        assertThat(desk.lab
                        .shownProperty()
                        .get()
                        .node(new NodeId("A"))
                        .rows()
                        .get(new NodeId("C"))
                        .now())
                .isEqualTo(3);

        desk.playback.next();

        assertThat(desk.lab.bannerProperty().get()).isNull();
        assertThat(desk.present().queue()).isEmpty();
    }

    @Test
    void runningOnPlaysToTheEndWithoutMotionOrAWord() {
        TestLab desk = TestLab.sample(0);

        desk.playback.toggleRunOn();

        assertThat(desk.playback.runningOnProperty().get()).isFalse();
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.NOTHING);
        assertThat(desk.motion.travelled()).isEmpty();
        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void aMessageIsNotDeliveredBeforeItHasTravelled() {
        TestLab desk = TestLab.sample(4);
        desk.motion.holdUp();

        desk.playback.next();

        assertThat(desk.present().queue()).hasSize(2);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.HURRY);
    }

    @Test
    void nextWhileMessagesTravelFinishesAtOnce() {
        TestLab desk = TestLab.sample(4);
        desk.motion.holdUp();
        desk.playback.next();

        desk.playback.next();

        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.asked()).endsWith("beginStep", "finishStep");
    }

    @Test
    void aMessageThatArrivesAfterTheHurryDeliversNothingMore() {
        TestLab desk = TestLab.sample(4);
        desk.motion.holdUp();
        desk.playback.next();
        desk.playback.next();

        desk.motion.advance();

        assertThat(desk.asked()).endsWith("beginStep", "finishStep");
        assertThat(desk.playback.nextStepProperty().getValue()).isNotEqualTo(NextStep.HURRY);
    }

    @Test
    void withoutStoppingInFlightNextGoesStraightThrough() {
        TestLab desk = TestLab.sample(1);
        desk.playback.stopInFlightProperty().set(false);

        desk.playback.next();

        assertThat(desk.present().time()).isEqualTo(3);
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
    }

    @Test
    void nextInThePastShowsThePresentAndDoesNothingElse() {
        TestLab desk = TestLab.sample(2);
        desk.lab
                .selectedProperty()
                .set(desk.lab.historyProperty().get().snapshots().get(1));
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.SHOW_PRESENT);

        desk.playback.next();

        assertThat(desk.lab.pastProperty().get()).isFalse();
        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);
    }

    @Test
    void afterTheLastStepNothingIsLeft() {
        TestLab desk = TestLab.sample(7);

        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.NOTHING);
        assertThat(desk.playback.positionProperty().getValue()).isEqualTo("of 5 · the end");
        int asked = desk.asked().size();
        desk.playback.next();
        assertThat(desk.asked()).hasSize(asked);
    }

    @Test
    void playGoesToTheEnd() {
        TestLab desk = TestLab.sample(0);

        desk.playback.togglePlay();

        assertThat(desk.present().time()).isEqualTo(5);
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.playback.playingProperty().get()).isFalse();
    }

    /** Returns how long each moment of this lesson is seen when it is played. */
    private static List<Long> rests(double speed) {
        TestLab desk = TestLab.with(ScenarioReader.read(
                "lesson.yaml", """
                scenario: A lesson
                cluster: {nodes: [A, B]}
                steps:
                  - {title: One, do: [put: {at: A, key: k, value: v}]}
                  - title: Two words
                    before: %s
                    say: %s
                    do: [push: {from: A}]
                  - {say: %s, do: [put: {at: A, key: k, value: w}, push: {from: A}]}
                """.formatted("flight ".repeat(18), "end ".repeat(38), "both ".repeat(20))));
        desk.playback.speedProperty().set(speed);

        desk.playback.togglePlay();

        return desk.motion.pauses().stream()
                .map(Duration::toMillis)
                .filter(rest -> rest > 150)
                .toList();
    }

    @Test
    void playRestsAsLongAsTheTextTakesToReadAndLongerAfterAStepThanInFlight() {
        assertThat(rests(1)).containsExactly(2_500L, 5_000L, 10_000L, 5_000L, 2_500L);
    }

    @Test
    void playRestsLessAtHigherSpeed() {
        assertThat(rests(2)).containsExactly(1_250L, 2_500L, 5_000L, 2_500L, 1_250L);
    }

    @Test
    void pauseStopsAfterWhatIsUnderWay() {
        TestLab desk = TestLab.sample(0);
        desk.motion.holdUp();
        desk.playback.togglePlay();

        desk.playback.togglePlay();
        desk.motion.advance();

        assertThat(desk.present().time()).isEqualTo(2);
        assertThat(desk.playback.playingProperty().get()).isFalse();
    }

    @Test
    void backGoesToTheFlightAndThenToTheStepBefore() {
        TestLab desk = TestLab.sample(5);

        desk.playback.back();
        assertThat(desk.present().time()).isEqualTo(4);
        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);

        desk.playback.back();
        assertThat(desk.present().time()).isEqualTo(3);
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
    }

    @Test
    void atTheStartThereIsNothingToGoBackTo() {
        TestLab desk = TestLab.sample(0);

        desk.playback.back();

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.playback.canGoBackProperty().getValue()).isFalse();
    }

    @Test
    void restartStandsAtTheStart() {
        TestLab desk = TestLab.sample(5);

        desk.playback.restart();

        assertThat(desk.present().phase()).isEqualTo(Phase.START);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);
    }

    @Test
    void nothingMoreIsDeliveredOneByOneOnceTheNodesGoLive() {
        TestLab desk = TestLab.sample(2);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.DELIVER);
        desk.motion.holdUp();
        desk.playback.next();

        new LiveViewModel(desk.lab, desk.engine, desk.playback).toggle();
        desk.motion.advance();

        assertThat(desk.asked()).endsWith("goLive");
        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void aShortWaitChangesNoControlButNothingCanBeDoneMeanwhile() {
        TestLab desk = TestLab.sample(1);
        desk.engine.keepWaiting();
        desk.motion.holdUp();

        desk.playback.next();
        List<String> asked = desk.asked();
        desk.playback.next();
        desk.playback.back();

        assertThat(asked).endsWith("beginStep");
        assertThat(desk.asked()).isEqualTo(asked);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.WAIT);
        assertThat(desk.playback.nextLabelProperty().getValue()).isEqualTo(NextStep.DELIVER);
        assertThat(desk.playback.canGoBackProperty().getValue()).isTrue();
    }

    @Test
    void aLongWaitIsSaidUntilItIsOver() {
        TestLab desk = TestLab.sample(1);
        desk.engine.keepWaiting();

        desk.playback.next();

        assertThat(desk.playback.nextLabelProperty().getValue()).isEqualTo(NextStep.WAIT);
        assertThat(desk.playback.canGoBackProperty().getValue()).isFalse();
        desk.engine.answer();
        assertThat(desk.playback.nextLabelProperty().getValue()).isEqualTo(NextStep.DELIVER);
        assertThat(desk.playback.canGoBackProperty().getValue()).isTrue();
    }

    @Test
    void aFailedStepIsToldAndCanBeTriedAgain() {
        TestLab desk = TestLab.sample(0);
        desk.engine.failWith("Node B does not answer.");

        desk.playback.next();

        assertThat(desk.lab.bannerProperty().get().what()).isEqualTo("Node B does not answer.");
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);
    }

    @Test
    void theLastStepIsOfferedAgainAfterItFailedAtItsBeginning() {
        TestLab desk = TestLab.sample(5);
        desk.engine.failNext("setTimes");

        desk.playback.next();

        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);
        desk.playback.next();
        desk.playback.next();
        assertThat(desk.present().time()).isEqualTo(5);
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.present().offScript()).isFalse();
    }

    @Test
    void theLastStepCanBeEndedAfterItFailedInTheMiddle() {
        TestLab desk = TestLab.sample(5);
        desk.engine.failNext("sync");

        desk.playback.next();

        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.END_STEP);
        desk.playback.next();
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.NOTHING);
        assertThat(desk.present().script()).isEqualTo(ScriptStatus.VOID);
    }

    @Test
    void nothingCanBeDoneBeforeAScenarioIsOpen() {
        TestLab desk = TestLab.empty();

        desk.playback.next();
        desk.playback.back();
        desk.playback.restart();
        desk.playback.togglePlay();

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.NOT_OPEN);
    }

    @Test
    void stepsOpenedByHandLeaveTheScenariosStepsWhereTheyWere() {
        TestLab desk = TestLab.sample(1);
        desk.engine.act(Scenarios.put(Scenarios.A, "mine", "x"));
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);

        desk.playback.next();

        assertThat(Narration.of(Scenarios.sample(), desk.lab.historyProperty().get(), desk.present())
                        .title())
                .isEqualTo("B pushes them; A's copy is lost");
    }
}
