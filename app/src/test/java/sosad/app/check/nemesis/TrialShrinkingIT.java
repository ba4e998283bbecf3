package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.app.fault.plan.PlanPart;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** Real processes; what counts as a failure is invented, so that one kill is what it takes. */
@Timeout(120)
class TrialShrinkingIT {
    @Test
    void theOneFaultThatMakesARunFailIsLeft() throws Exception {
        TrialSettings settings =
                new TrialSettings(1, 0, StoreKind.MEMORY, Content.PER_KEY, 200, Duration.ofMillis(400), 7);
        FaultPlan plan = FaultPlanReader.read("plan", """
                plan: A store in memory and its end
                faults:
                  - {at: 100 ms, pick: A, do: {skew: 5 s}}
                  - {at: 300 ms, pick: A, do: restart}
                """, settings.members());
        List<String> told = new ArrayList<>();
        TrialShrinking search = new TrialShrinking(
                settings,
                plan,
                Program.find().forLessons(),
                1,
                result -> !result.absences().gone().isEmpty(),
                (number, part, failure) -> told.add(number + ": " + failure.isPresent()));
        search.run();
        PlanPart found = search.smallest();
        assertThat(found.faults()).as(told.toString()).hasSize(1);
        assertThat(found.faults().get(0).fault().words()).isEqualTo("A: killed and started again");
        assertThat(search.failure()).isPresent();
        assertThat(search.isCutShort()).isFalse();
        assertThat(told).startsWith("1: false").hasSize(search.parts());
    }
}
