package sosad.app.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static sosad.app.fault.FakeLiveCluster.A;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sosad.app.fault.FakeLiveCluster;
import sosad.app.fault.FaultInjector;

class PlanRunTest {
    private final FakeLiveCluster cluster = new FakeLiveCluster();
    private final Members members = new Members(cluster.nodes(), cluster.gateways());
    private final FaultInjector faults = new FaultInjector(cluster, why -> {
        throw new AssertionError(why);
    });

    @AfterEach
    void close() {
        faults.close();
    }

    private PlanRun run(String... lines) {
        return new PlanRun(Plans.of(members, lines), members, 1, faults);
    }

    private static List<String> words(List<PlanEvent> events) {
        return events.stream().map(PlanEvent::words).toList();
    }

    @Test
    void whatIsDueIsDoneAndHealedInItsTime() {
        PlanRun run = run("at: 1 s, pick: A, do: pause, heal-after: 500 ms", "at: 2 s, pick: B, do: kill");
        assertThat(run.nextDueMillis()).hasValue(1_000);
        assertThat(run.tick(999)).isEmpty();
        assertThat(words(run.tick(1_000))).containsExactly("1.0 s: A: paused");
        assertThat(run.nextDueMillis()).hasValue(1_500);
        assertThat(words(run.tick(3_000))).containsExactly("1.5 s: healed: A: paused", "2.0 s: B: killed");
        assertThat(run.nextDueMillis()).isEmpty();
        assertThat(cluster.calls).containsExactly("pause A", "resume A", "kill B");
    }

    @Test
    void whatCannotBeDoneIsSaidAndThePlanGoesOn() {
        PlanRun run = run("at: 1 s, pick: A, do: kill", "at: 2 s, pick: B, do: kill");
        cluster.dies(A);
        assertThat(words(run.tick(2_000)))
                .containsExactly("1.0 s: A: killed (not done: A is dead)", "2.0 s: B: killed");
        assertThat(run.decided()).hasSize(2);
    }

    @Test
    void whatSomebodyElseHasHealedIsNotHealedAgain() {
        PlanRun run = run("at: 1 s, pick: A, do: pause, heal-after: 1 s");
        run.tick(1_000);
        faults.healEverything();
        assertThat(run.tick(5_000)).isEmpty();
        assertThat(cluster.calls).containsExactly("pause A", "resume A");
    }
}
