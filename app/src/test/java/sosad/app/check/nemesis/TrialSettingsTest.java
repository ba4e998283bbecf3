package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.message.Launch.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.Rules.Content;

@Tag("locale")
class TrialSettingsTest {
    private static TrialSettings settings(int nodes, Duration duration) {
        return new TrialSettings(nodes, 0, StoreKind.MEMORY, Content.FULL, 100, duration, 1);
    }

    @Test
    void halfASecondIsEnoughAndTwentySixNodesHaveALetterEach() {
        assertThat(settings(26, Duration.ofMillis(500)).members().nodes())
                .hasSize(26)
                .endsWith(new NodeId("Z"));
    }

    @Test
    void whatIsOutOfRangeIsRefusedWithItsUnitAndItsBounds() {
        assertThatThrownBy(() -> settings(3, Duration.ofMillis(50)))
                .hasMessage("a trial of 50 ms; it must last from 100 ms to 60 min");
        assertThatThrownBy(() -> settings(3, Duration.ofMinutes(61)))
                .hasMessage("a trial of 61 min; it must last from 100 ms to 60 min");
        assertThatThrownBy(() -> settings(3, Duration.ofSeconds(3_601)))
                .hasMessage("a trial of 3,601 s; it must last from 100 ms to 60 min");
        assertThatThrownBy(() -> settings(27, Duration.ofSeconds(1))).hasMessage("27 nodes; there must be 1 to 26");
    }

    @Test
    void faultsThatBeginAfterTheEndAreCounted() {
        FaultPlan plan = FaultPlanReader.read(
                "plan", """
                plan: Some come too late
                faults:
                  - {at: 900 ms, pick: one node, do: kill}
                  - {at: 1 s, pick: one node, do: kill}
                  - {every: 500 ms to 2 s, pick: one node, do: pause, heal-after: 1 s}
                  - {every: 2 s, pick: one node, do: pause, heal-after: 1 s}
                """, settings(3, Duration.ofSeconds(1)).members());
        assertThat(plan.neverWithin(Duration.ofSeconds(1))).isEqualTo(2);
    }
}
