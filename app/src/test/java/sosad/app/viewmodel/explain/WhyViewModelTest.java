package sosad.app.viewmodel.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.explain.Question;
import sosad.app.explain.healing.HealingStretch.Share;
import sosad.app.scenario.BundledScenarios;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.model.Key;

/** What is asked, and what comes of it, without a window. */
class WhyViewModelTest {
    private static final Question K1_AT_B = new Question.OfEntry(Scenarios.B, new Key("k1"));

    /** What the window's thread is given to do. */
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();

    private TestLab desk;
    private WhyViewModel why;
    private HealingBandViewModel band;

    @BeforeEach
    void open() {
        desk = TestLab.with(BundledScenarios.load("lost-update"));
        why = new WhyViewModel(desk.lab, desk.engine, fx::add);
        band = new HealingBandViewModel(desk.lab, desk.engine, why.questionProperty(), fx::add);
    }

    @AfterEach
    void close() {
        why.close();
        band.close();
    }

    private void next(int presses) {
        for (int i = 0; i < presses; i++) {
            desk.playback.next();
        }
    }

    /** Does what the window's thread is given until this is so. */
    private void await(BooleanSupplier isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            while (!isSo.getAsBoolean()) {
                Runnable task = fx.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                assertThat(task).as("something is told to the window").isNotNull();
                task.run();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void ask(Question question) {
        why.ask(question);
        await(() -> why.statusProperty().get() == WhyStatus.ANSWERED);
    }

    private List<String> sentences() {
        return why.answerProperty().get().lines().stream().map(WhyLine::text).toList();
    }

    @Test
    void whatIsLackingIsExplainedWithWhatBecameOfItAndThatNothingBringsIt() {
        next(6);
        ask(K1_AT_B);

        assertThat(why.titleProperty().get()).isEqualTo("Why does B lack k1?");
        assertThat(sentences()).anyMatch(line -> line.contains("k1@2 was lost on its way to B"));
        WhyAnswer answer = why.answerProperty().get();
        assertThat(answer.prospect().kind()).isEqualTo(WhyAnswer.Prospect.Kind.NEVER);
        assertThat(answer.lit()).isPositive().isLessThan(answer.of());
        assertThat(why.lightingProperty().get().lost())
                .extracting(Lighting.LostOnItsWay::words)
                .containsExactly("k1@2, lost at T=4");
        assertThat(why.saidProperty().get()).startsWith("Why does B lack k1?");
    }

    @Test
    void aQuestionOfThePresentIsAskedAgainWhenTheRunGoesOn() {
        next(2);
        ask(K1_AT_B);
        assertThat(why.answerProperty().get().prospect().kind()).isEqualTo(WhyAnswer.Prospect.Kind.HEALS);

        next(4);
        await(() -> why.answerProperty().get().explanation().event()
                == desk.present().index());
        assertThat(why.answerProperty().get().prospect().kind()).isEqualTo(WhyAnswer.Prospect.Kind.NEVER);
    }

    @Test
    void aQuestionOfAPastMomentStandsForThatMoment() {
        next(5);
        desk.lab.showMoment(3);
        ask(K1_AT_B);
        desk.lab.showPresent();
        next(1);
        band.choiceProperty().set(BandChoice.ALL);
        await(() -> band.bandProperty().get() != null);

        assertThat(why.answerProperty().get().explanation().event()).isEqualTo(3);
    }

    @Test
    void ofTwoQuestionsTheLastOneIsAnswered() {
        next(6);
        why.ask(K1_AT_B);
        ask(new Question.OfEntry(Scenarios.A, new Key("k2")));
        assertThat(why.answerProperty().get().title()).isEqualTo("Why does A hold k2 = found?");

        band.choiceProperty().set(BandChoice.ALL);
        await(() -> band.bandProperty().get() != null);
        assertThat(why.answerProperty().get().title()).isEqualTo("Why does A hold k2 = found?");
    }

    @Test
    void endingItPutsTheLightOut() {
        next(6);
        ask(K1_AT_B);

        assertThat(why.end()).isTrue();
        assertThat(why.statusProperty().get()).isEqualTo(WhyStatus.CLOSED);
        assertThat(why.lightingProperty().get()).isNull();
        assertThat(why.end()).isFalse();
    }

    @Test
    void anotherLessonEndsIt() {
        next(6);
        ask(K1_AT_B);

        desk.lab.open(Scenarios.sample());
        assertThat(why.statusProperty().get()).isEqualTo(WhyStatus.CLOSED);
    }

    @Test
    void restartKeepsTheQuestion() {
        next(6);
        ask(K1_AT_B);

        desk.lab.restart();
        await(() -> why.answerProperty().get() != null
                && why.answerProperty().get().explanation().event() == 0);
        assertThat(why.questionProperty().get()).isEqualTo(K1_AT_B);
    }

    @Test
    void whereThereIsNoAnswerItIsSaidWhy() {
        why.ask(new Question.OfMessage(99));
        await(() -> why.statusProperty().get() == WhyStatus.FAILED);

        assertThat(why.failureProperty().get()).isNotBlank();
        assertThat(why.answerProperty().get()).isNull();
    }

    @Test
    void theKeyGoesFromOneThingThatIsLackingToTheNext() {
        why.askNext();
        assertThat(why.statusProperty().get()).isEqualTo(WhyStatus.HINT);

        next(2);
        why.askNext();
        assertThat(why.titleProperty().get()).isEqualTo("Why does A lack k2?");
        why.askNext();
        assertThat(why.titleProperty().get()).isEqualTo("Why does B lack k1?");
        why.askNext();
        assertThat(why.titleProperty().get()).isEqualTo("Why does A lack k2?");
    }

    @Test
    void theBandIsOfTheKeyThatIsAskedAboutAndGoesWithTheQuestion() {
        next(6);
        assertThat(band.bandProperty().get()).isNull();
        why.ask(K1_AT_B);
        await(() -> band.bandProperty().get() != null);

        assertThat(band.bandProperty().get().key()).contains(new Key("k1"));
        assertThat(band.bandProperty().get().stretches())
                .last()
                .extracting(stretch -> stretch.share())
                .isEqualTo(Share.NONE);
        why.end();
        assertThat(band.bandProperty().get()).isNull();
    }

    @Test
    void aRoomReadsTheOutlookFirstAndThenASentenceAtATime() {
        WhyReading reading = new WhyReading(why);
        next(6);
        ask(K1_AT_B);

        assertThat(reading.shownProperty().get().orElseThrow().title()).isEqualTo("Why does B lack k1?");
        int sentences = sentences().size();
        for (int i = 0; i < sentences; i++) {
            assertThat(reading.next()).isTrue();
        }
        why.end();
        assertThat(reading.shownProperty().get()).isEmpty();
    }
}
