package sosad.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.history.Phase;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Desk;
import sosad.app.testing.Scenarios;

class PlaybackViewModelTest {
    @Test
    void aStepStopsWithItsMessagesInFlight() {
        Desk desk = Desk.sample(2);

        assertThat(desk.present().time()).isEqualTo(3);
        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.DELIVER);
        assertThat(desk.playback.positionProperty().getValue()).isEqualTo("of 5 · in flight");
    }

    @Test
    void aStepWithoutMessagesEndsAtOnce() {
        Desk desk = Desk.sample(1);

        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);
    }

    @Test
    void nextDeliversOneMessageAfterTheOtherEachAfterItsTravel() {
        Desk desk = Desk.sample(4);
        var queue = desk.present().queue();

        desk.playback.next();

        assertThat(queue).hasSize(2);
        assertThat(desk.motion.travelled()).endsWith(queue.toArray(Long[]::new));
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.asked()).endsWith("deliverNext", "deliverNext", "deliverNext");
    }

    @Test
    void whatTheScenarioDoesInFlightIsDoneByNextBeforeAnythingTravels() {
        Desk desk = Desk.with(ScenarioReader.read("in-flight", """
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

    @Test
    void aMessageIsNotDeliveredBeforeItHasTravelled() {
        Desk desk = Desk.sample(4);
        desk.motion.holdUp();

        desk.playback.next();

        assertThat(desk.present().queue()).hasSize(2);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.HURRY);
    }

    @Test
    void nextWhileMessagesTravelFinishesAtOnce() {
        Desk desk = Desk.sample(4);
        desk.motion.holdUp();
        desk.playback.next();

        desk.playback.next();

        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.asked()).endsWith("beginStep", "finishStep");
    }

    @Test
    void aMessageThatArrivesAfterTheHurryDeliversNothingMore() {
        Desk desk = Desk.sample(4);
        desk.motion.holdUp();
        desk.playback.next();
        desk.playback.next();

        desk.motion.goOn();

        assertThat(desk.asked()).endsWith("beginStep", "finishStep");
        assertThat(desk.playback.deliveringProperty().get()).isFalse();
    }

    @Test
    void withoutStoppingInFlightNextGoesStraightThrough() {
        Desk desk = Desk.sample(1);
        desk.playback.stopInFlightProperty().set(false);

        desk.playback.next();

        assertThat(desk.present().time()).isEqualTo(3);
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
    }

    @Test
    void nextInThePastShowsThePresentAndDoesNothingElse() {
        Desk desk = Desk.sample(2);
        desk.lab
                .selectedProperty()
                .set(desk.lab.historyProperty().get().moments().get(1));
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.SHOW_PRESENT);

        desk.playback.next();

        assertThat(desk.lab.pastProperty().get()).isFalse();
        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);
    }

    @Test
    void afterTheLastStepNothingIsLeft() {
        Desk desk = Desk.sample(7);

        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.NOTHING);
        assertThat(desk.playback.positionProperty().getValue()).isEqualTo("of 5 · the end");
        int asked = desk.asked().size();
        desk.playback.next();
        assertThat(desk.asked()).hasSize(asked);
    }

    @Test
    void playGoesToTheEnd() {
        Desk desk = Desk.sample(0);

        desk.playback.togglePlay();

        assertThat(desk.present().time()).isEqualTo(5);
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.playback.playingProperty().get()).isFalse();
    }

    @Test
    void playRestsLongerAfterAStepThanInFlightAndLessAtHigherSpeed() {
        Desk desk = Desk.sample(0);
        desk.playback.speedProperty().set(2);

        desk.playback.togglePlay();

        assertThat(desk.motion.rests())
                .filteredOn(rest -> rest.toMillis() > 150)
                .startsWith(Duration.ofMillis(1_250), Duration.ofMillis(750));
    }

    @Test
    void pauseStopsAfterWhatIsUnderWay() {
        Desk desk = Desk.sample(0);
        desk.motion.holdUp();
        desk.playback.togglePlay();

        desk.playback.togglePlay();
        desk.motion.goOn();

        assertThat(desk.present().time()).isEqualTo(2);
        assertThat(desk.playback.playingProperty().get()).isFalse();
    }

    @Test
    void backGoesToTheFlightAndThenToTheStepBefore() {
        Desk desk = Desk.sample(5);

        desk.playback.back();
        assertThat(desk.present().time()).isEqualTo(4);
        assertThat(desk.present().phase()).isEqualTo(Phase.IN_FLIGHT);

        desk.playback.back();
        assertThat(desk.present().time()).isEqualTo(3);
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
    }

    @Test
    void atTheStartThereIsNothingToGoBackTo() {
        Desk desk = Desk.sample(0);

        desk.playback.back();

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.playback.canGoBackProperty().getValue()).isFalse();
    }

    @Test
    void restartStandsAtTheStart() {
        Desk desk = Desk.sample(5);

        desk.playback.restart();

        assertThat(desk.present().phase()).isEqualTo(Phase.START);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);
    }

    @Test
    void nothingMoreIsDeliveredOneByOneOnceTheNodesGoLive() {
        Desk desk = Desk.sample(2);
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.DELIVER);
        desk.motion.holdUp();
        desk.playback.next();

        new LiveViewModel(desk.lab, desk.engine, desk.playback).toggle();
        desk.motion.goOn();

        assertThat(desk.asked()).endsWith("goLive");
        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void aShortWaitChangesNoControlButNothingCanBeDoneMeanwhile() {
        Desk desk = Desk.sample(1);
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
        Desk desk = Desk.sample(1);
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
        Desk desk = Desk.sample(0);
        desk.engine.failWith("Node B does not answer.");

        desk.playback.next();

        assertThat(desk.lab.bannerProperty().get().what()).isEqualTo("Node B does not answer.");
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);
    }

    @Test
    void nothingCanBeDoneBeforeAScenarioIsOpen() {
        Desk desk = Desk.empty();

        desk.playback.next();
        desk.playback.back();
        desk.playback.restart();
        desk.playback.togglePlay();

        assertThat(desk.asked()).isEmpty();
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.NOT_OPEN);
    }

    @Test
    void stepsOpenedByHandLeaveTheScenariosStepsWhereTheyWere() {
        Desk desk = Desk.sample(1);
        desk.engine.act(Scenarios.put(Scenarios.A, "mine", "x"));
        assertThat(desk.playback.nextStepProperty().getValue()).isEqualTo(NextStep.BEGIN);

        desk.playback.next();

        assertThat(Narration.of(Scenarios.sample(), desk.lab.historyProperty().get(), desk.present())
                        .title())
                .isEqualTo("B pushes them; A's copy is lost");
    }
}
