package sosad.app.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.supervisor.Supervisor.HealthChange;
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
                    .takeChanges()
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
        assertThat(supervisor.takeChanges())
                .extracting(HealthChange::sentence)
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

    /** Nobody answers any more; the processes hang. */
    private List<NodeId> hangFor(long millis) {
        List<NodeId> due = new ArrayList<>();
        for (long end = now + millis; now < end; ) {
            now += Supervisor.TICK_MILLIS;
            supervisor.tick(now);
            due.addAll(supervisor.due(now));
        }
        return due;
    }

    @Test
    void whatHangsIsDueLikeWhatHasEnded() {
        supervisor.restart(true);
        assertThat(hangFor(4_000)).containsExactly(A, G1);
        assertThat(supervisor.starting()).containsExactly(A, G1);
        supervisor.ended(A); // it was killed to be started
        assertThat(supervisor.healths()).containsEntry(A, Health.RESTARTING);
        supervisor.started(A);
        assertThat(supervisor.healths()).containsEntry(A, Health.UP).containsEntry(G1, Health.RESTARTING);
    }

    @Test
    void whatDoesNotComeUpIsStartedFiveTimesAndThenGivenUp() {
        supervisor.restart(true);
        supervisor.ended(A);
        List<Long> attempts = new ArrayList<>();
        while (now < 60_000) {
            now += Supervisor.TICK_MILLIS;
            supervisor.tick(now).forEach(supervisor::answered);
            for (NodeId due : supervisor.due(now)) {
                attempts.add(now);
                supervisor.notStarted(due, "it has no memory");
            }
        }
        assertThat(attempts).containsExactly(1_000L, 2_500L, 5_000L, 9_500L, 18_000L);
        assertThat(supervisor.takeChanges())
                .extracting(HealthChange::sentence)
                .contains("Supervisor: A is down: it has no memory.")
                .last()
                .asString()
                .startsWith("Supervisor: A is given up: ");
    }

    @Test
    void aStartOfWhichNothingIsHeardCountsAsFailedAfterHalfAMinute() {
        supervisor.restart(true);
        supervisor.ended(A);
        List<Long> attempts = new ArrayList<>();
        while (now < 40_000) {
            now += Supervisor.TICK_MILLIS;
            supervisor.tick(now).forEach(supervisor::answered);
            if (supervisor.due(now).contains(A)) {
                attempts.add(now);
            }
        }
        assertThat(attempts).containsExactly(1_000L, 32_000L);
    }

    @Test
    void aHeartbeatThatReachesNobodyIsSentAgainWhileTheSilenceGoesOn() {
        for (int tick = 1; tick <= 2; tick++) {
            now += Supervisor.TICK_MILLIS;
            assertThat(supervisor.tick(now)).contains(A);
            supervisor.unreached(A);
        }
        supervisor.tick(1_500);
        assertThat(supervisor.healths()).containsEntry(A, Health.SUSPECTED);
        supervisor.unreached(A);
        supervisor.tick(2_000);
        supervisor.answered(A);
        assertThat(supervisor.healths()).containsEntry(A, Health.UP);
    }

    @Test
    void whatIsPausedOnPurposeIsNotStartedThoughItHungBefore() {
        supervisor.restart(true);
        hangFor(3_500);
        supervisor.paused(A);
        assertThat(hangFor(5_000)).containsExactly(G1);
        assertThat(supervisor.healths()).containsEntry(A, Health.UP);
    }
}
