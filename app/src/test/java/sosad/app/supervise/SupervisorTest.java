package sosad.app.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;

/** In virtual time, tick by tick. */
@Tag("locale")
class SupervisorTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId G1 = new NodeId("G1");

    private final Supervisor supervisor = new Supervisor(List.of(A, G1));
    private final List<String> told = new ArrayList<>();
    private final List<Long> restarts = new ArrayList<>();
    private boolean answering = true;
    private boolean stillborn;
    private long now;

    /** Time goes on by this much; whatever is due is started, and is up at once unless it is stillborn. */
    private void pass(long millis) {
        for (long end = now + millis; now < end; ) {
            now += Supervisor.TICK_MILLIS;
            List<NodeId> asked = supervisor.tick(now);
            if (answering) {
                asked.forEach(supervisor::answered);
            }
            for (NodeId due : supervisor.due(now)) {
                restarts.add(now);
                supervisor.started(due);
                if (stillborn) {
                    supervisor.ended(due);
                }
            }
            supervisor
                    .takeJudgements()
                    .forEach(one -> told.add(String.format(Locale.ROOT, "%d %s %s", now, one.process(), one.health())));
        }
    }

    @Test
    void whoAnswersIsUpAndNothingIsSaidOfIt() {
        pass(10_000);
        assertThat(told).isEmpty();
    }

    @Test
    void silenceIsSuspectedAfterASecondAndDownAfterThree() {
        answering = false;
        pass(5_000);
        assertThat(told).containsExactly("1500 A SUSPECTED", "1500 G1 SUSPECTED", "3500 A DOWN", "3500 G1 DOWN");
        supervisor.answered(A);
        assertThat(supervisor.takeJudgements())
                .extracting(Judgement::sentence)
                .containsExactly("Supervisor: A is up: it answers.");
    }

    @Test
    void aPausedProcessIsNotSuspectedUntilItGoesOn() {
        supervisor.paused(A);
        answering = false;
        pass(10_000);
        assertThat(told).noneMatch(line -> line.contains(" A "));
        supervisor.resumed(A);
        pass(1_500);
        assertThat(told).contains("11500 A SUSPECTED");
    }

    @Test
    void whatHasEndedStaysDownWhileNobodyIsToStartIt() {
        supervisor.ended(A);
        pass(10_000);
        assertThat(told).containsExactly("500 A DOWN");
        assertThat(restarts).isEmpty();
    }

    @Test
    void whatHasEndedIsStartedAgainAfterHalfASecond() {
        supervisor.restart(true);
        supervisor.ended(G1);
        pass(2_000);
        assertThat(told).containsExactly("500 G1 DOWN", "500 G1 RESTARTING", "1000 G1 UP");
        assertThat(restarts).containsExactly(1_000L);
    }

    @Test
    void aProcessThatKeepsDyingIsStartedFiveTimesEachTimeLaterAndThenGivenUp() {
        supervisor.restart(true);
        stillborn = true;
        supervisor.ended(A);
        pass(60_000);
        assertThat(restarts).containsExactly(1_000L, 2_500L, 5_000L, 9_500L, 18_000L);
        assertThat(supervisor.healths()).containsEntry(A, Health.GIVEN_UP).containsEntry(G1, Health.UP);
        assertThat(told.get(told.size() - 1)).isEqualTo("18500 A GIVEN_UP");
    }

    @Test
    void afterAQuietMinuteTheCountBeginsAnew() {
        supervisor.restart(true);
        supervisor.ended(A);
        pass(70_000);
        supervisor.ended(A);
        long died = now;
        pass(2_000);
        assertThat(restarts).containsExactly(1_000L, died + 1_000);
    }

    @Test
    void whoeverTurnsRestartsOffLeavesWhatWasPlanned() {
        supervisor.restart(true);
        supervisor.ended(A);
        supervisor.tick(500);
        supervisor.restart(false);
        pass(5_000);
        assertThat(restarts).isEmpty();
        assertThat(supervisor.healths()).containsEntry(A, Health.DOWN);
    }

    @Test
    void whatWasGivenUpIsWatchedAgainOnceItIsStartedByHand() {
        supervisor.restart(true);
        stillborn = true;
        supervisor.ended(A);
        pass(30_000);
        supervisor.started(A);
        assertThat(supervisor.healths()).containsEntry(A, Health.UP);
    }
}
