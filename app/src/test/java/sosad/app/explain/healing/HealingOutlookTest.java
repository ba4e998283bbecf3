package sosad.app.explain.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.explain.healing.HealingStretch.Share;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** The point of no return. */
class HealingOutlookTest {
    private static final Key K1 = new Key("k1");

    private static PlayedRun played(Scenario scenario) {
        SimulatedRun run = SimulatedRun.of(scenario);
        run.playAll();
        return run.played();
    }

    private static HealingBand band(PlayedRun run, Optional<Key> key) throws InterruptedException {
        return HealingOutlook.of(run, key, 1, share -> {});
    }

    @Test
    void inTheLostUpdateTheArrivalOfTheOtherPushSealsItAndNotTheLoss() throws InterruptedException {
        PlayedRun run = played(BundledScenarios.load("lost-update"));

        List<HealingStretch> stretches = band(run, Optional.of(K1)).stretches();

        assertThat(stretches).extracting(HealingStretch::share).containsExactly(Share.ALL, Share.SOME, Share.NONE);
        assertThat(stretches).allMatch(HealingStretch::exact);
        RunEvent loss = run.history().at(stretches.get(1).fromEvent()).what();
        assertThat(((RunEvent.Sent) loss).message().from()).isEqualTo(new NodeId("A"));
        RunEvent seal = run.history().at(stretches.get(2).fromEvent()).what();
        Message arrived = ((RunEvent.Delivered) seal).message();
        assertThat(arrived.from()).isEqualTo(new NodeId("B"));
        assertThat(arrived.changes()).containsExactly("k2@3");
    }

    @Test
    void inTheSampleWaffleIsLostToAByAPushThatArrivesAndNoneHealsFromThereOn() throws InterruptedException {
        PlayedRun run = played(ScenarioReader.read("lost.yaml", """
                scenario: B's update is lost on its way to A
                cluster: {nodes: [A, B, C], content: remote-now}
                steps:
                  - do: [put: {at: B, key: waffle, value: yoda}]
                  - do: [push: {from: B, lose: [A]}]
                  - do: [put: {at: A, key: tom, value: turkey}, push: {from: A}]
                  - do: [sync: {from: A}, sync: {from: B}, sync: {from: C}]
                """));

        List<HealingStretch> stretches =
                band(run, Optional.of(new Key("waffle"))).stretches();

        assertThat(stretches.get(0).share()).isEqualTo(Share.ALL);
        assertThat(stretches.get(stretches.size() - 1).share()).isEqualTo(Share.NONE);
        RunEvent seal = run.history()
                .at(stretches.get(stretches.size() - 1).fromEvent())
                .what();
        assertThat(((RunEvent.Delivered) seal).message().changes()).containsExactly("tom@4");
        assertThat(stretches.stream().map(HealingStretch::share).distinct())
                .containsExactly(Share.ALL, Share.SOME, Share.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Content.class,
            names = {"FULL", "PER_KEY"})
    void underFullAndPerKeyEveryWayHealsAtEveryMoment(Content content) throws InterruptedException {
        for (String name : List.of("lost-update", "sample", "partition")) {
            Scenario lesson = BundledScenarios.load(name);
            Rules rules = new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1);

            assertThat(band(played(lesson.under(rules)), Optional.empty()).stretches())
                    .extracting(HealingStretch::share)
                    .containsOnly(Share.ALL);
        }
    }

    @Test
    void theSameSeedGivesTheSameBandAndAnotherTriesOtherWays() throws InterruptedException {
        PlayedRun run = played(BundledScenarios.load("sample"));

        HealingBand band = HealingOutlook.of(run, Optional.empty(), 7, share -> {});

        assertThat(HealingOutlook.of(run, Optional.empty(), 7, share -> {})).isEqualTo(band);
        assertThat(HealingOutlook.of(run, Optional.empty(), 8, share -> {})).isNotEqualTo(band);
    }

    /**
     * Nothing but a write brings a key back to which no way leads: in these runs nothing is held, nobody dies, and each
     * sync and push goes to everybody, so whatever happens next is the beginning of a way on, or a loss.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void onceNoneHealsNoneDoesUntilAClientWritesTheKeyAnew(long seed) throws InterruptedException {
        PlayedRun run = SmallRuns.ofThreeNodes(seed, Content.REMOTE_NOW, 8);
        for (Key key : List.of(new Key("k0"), new Key("k1"))) {
            HealingBand band = band(run, Optional.of(key));
            boolean isSealed = false;
            for (int event = 0; event < run.history().size(); event++) {
                if (run.history().at(event).what() instanceof RunEvent.Wrote wrote
                        && wrote.entry().key().equals(key)) {
                    isSealed = false;
                }
                Share share = band.at(event).orElseThrow().share();
                assertThat(isSealed && share != Share.NONE)
                        .as("%s healed at event %d", key, event)
                        .isFalse();
                isSealed = share == Share.NONE;
            }
        }
    }

    @Test
    void itEndsWhenItsThreadIsInterrupted() {
        PlayedRun run = played(BundledScenarios.load("sample"));

        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> band(run, Optional.empty()));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void itsProgressRisesToTheWhole() throws InterruptedException {
        List<Double> told = new ArrayList<>();

        HealingOutlook.of(played(BundledScenarios.load("lost-update")), Optional.empty(), 1, told::add);

        assertThat(told).isSorted().last().isEqualTo(1.0);
    }

    /** The limit is one second on an idle machine. */
    @EnabledIfSystemProperty(named = "thorough", matches = "true")
    @Test
    void aRunOfFiftyEventsTakesLessThanASecond() throws InterruptedException {
        List<Long> millis = new ArrayList<>();
        for (long seed = 1; seed <= 40; seed++) {
            PlayedRun run = SmallRuns.ofThreeNodes(seed, Content.REMOTE_NOW, 12);
            PlayedRun fifty = run.upTo(Math.min(49, run.history().size() - 1));
            long begin = System.nanoTime();
            band(fifty, Optional.empty());
            millis.add((System.nanoTime() - begin) / 1_000_000);
        }
        millis.sort(null);
        System.out.println(millis.get(20) + " ms the median, " + millis.get(39) + " ms the longest");
        assertThat(millis.get(20)).isLessThan(1_000);
    }
}
