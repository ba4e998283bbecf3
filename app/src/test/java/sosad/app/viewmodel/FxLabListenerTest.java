package sosad.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.fabric.Sample;
import sosad.app.history.History;
import sosad.app.lab.LabEvent;
import sosad.app.lab.LabEvent.Failed;
import sosad.app.lab.LabEvent.Happened;
import sosad.app.lab.LabEvent.HealthChanged;
import sosad.app.lab.LabEvent.LiveUpdate;
import sosad.app.lab.LabEvent.Logged;
import sosad.app.lab.LabEvent.Opened;
import sosad.app.lab.LabEvent.Opening;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.testing.FakeLab;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.history.LogViewModel;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointText;

/** Of what the lab told since the last look the window gets what is not out of date. */
class FxLabListenerTest {
    @Test
    void ofAFloodOfHitsTheFirstIsTold() {
        List<Runnable> pulses = new ArrayList<>();
        List<LabEvent> told = new ArrayList<>();
        FxLabListener listener = new FxLabListener(pulses::add);
        listener.readBy(told::add);
        for (int i = 0; i < 1_000; i++) {
            listener.accept(new LabEvent.BreakpointsHit(
                    List.of(new BreakpointHit(BreakpointText.parse("message"), i, i, "a message"))));
        }
        pulses.forEach(Runnable::run);

        assertThat(told).singleElement().isInstanceOfSatisfying(LabEvent.BreakpointsHit.class, hit -> assertThat(
                        hit.hits().get(0).event())
                .isZero());
    }

    private static final Scenario SCENARIO = Scenarios.sample();
    private static final History HISTORY =
            TestLab.sample(2).lab.historyProperty().get();
    private static final LiveState LIVE = FakeLab.LIVE;

    private final List<Runnable> looks = new ArrayList<>();
    private final List<LabEvent> seen = new ArrayList<>();
    private final FxLabListener listener = new FxLabListener(looks::add);

    @BeforeEach
    void read() {
        listener.readBy(seen::add);
    }

    private List<LabEvent> seen(LabEvent... events) {
        List.of(events).forEach(listener);
        assertThat(looks).hasSize(1);
        looks.remove(0).run();
        return seen;
    }

    private static LiveState withTotal(long total) {
        return new LiveState(0, LIVE.faults(), Map.of(), 0, new Sample.Taken(List.of(), total), Optional.empty());
    }

    @Test
    void ofManyHistoriesTheLastOneIsSeen() {
        assertThat(seen(new Happened(HISTORY.first(1)), new Logged("x"), new Happened(HISTORY)))
                .containsExactly(new Logged("x"), new Happened(HISTORY));
    }

    @Test
    void looksAtALiveClusterBringTheMessagesOfThoseThatNobodySaw() {
        assertThat(seen(
                        new Happened(HISTORY.first(1)),
                        new LiveUpdate(HISTORY, withTotal(3)),
                        new LiveUpdate(HISTORY, withTotal(4))))
                .singleElement()
                .isInstanceOfSatisfying(
                        LiveUpdate.class,
                        lived -> assertThat(lived.state().sample().total()).isEqualTo(7));
    }

    @Test
    void whatHappenedBeforeAnotherClusterOpensIsGone() {
        Opening opening = new Opening(SCENARIO, "Starting", Optional.empty());
        assertThat(seen(new Happened(HISTORY), new HealthChanged(Map.of()), new Failed("a", "b"), opening))
                .containsExactly(new Failed("a", "b"), new HealthChanged(Map.of()), opening);
        seen.clear();
        Opened opened = new Opened(SCENARIO, HISTORY);
        assertThat(seen(opening, new Happened(HISTORY), opened)).containsExactly(new HealthChanged(Map.of()), opened);
    }

    @Test
    void ofAFloodOfLinesTheEndIsSeen() {
        IntStream.range(0, LogViewModel.MAX_LINES + 5).forEach(i -> listener.accept(new Logged("line " + i)));
        assertThat(seen(new Failed("a", "b")))
                .hasSize(LogViewModel.MAX_LINES + 1)
                .startsWith(new Logged("line 5"))
                .endsWith(new Failed("a", "b"));
    }
}
