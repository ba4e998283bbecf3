package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.app.fault.plan.PlanEvent;
import sosad.app.load.Workload.Tally;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.message.Live.ClockKind;
import sosad.protocol.Rules.Content;

/** Real nodes under small plans: what is said of them in the end is computed. */
@Timeout(60)
class JudgedTrialIT {
    private static final NemesisListener NOBODY = new NemesisListener() {
        @Override
        public void happened(PlanEvent event) {}

        @Override
        public void counted(long atMillis, Tally tally) {}

        @Override
        public void healed() {}
    };

    private static TrialResult tried(String plan, StoreKind store, Content content, Duration duration)
            throws Exception {
        TrialSettings settings = new TrialSettings(3, 0, store, content, 300, duration, 7);
        FaultPlan read = FaultPlanReader.read("plan", plan, settings.members());
        Live quick = new Live(ClockKind.HYBRID, System.currentTimeMillis(), 0, 20, 200, 500);
        try (Trial trial = new Trial(settings, read, Program.find().forLessons(), NOBODY, quick)) {
            return trial.run();
        }
    }

    @Test
    void whatWasInAKilledMemoryAloneIsCountedApartAndNoFault() throws Exception {
        TrialResult result = tried("""
                plan: One node is alone and loses its memory
                faults:
                  - at: 300 ms
                    pick: {between: [[A], [B, C]]}
                    do: cut
                    heal-after: 700 ms
                  - at: 900 ms
                    pick: A
                    do: kill
                    heal-after: 300 ms
                """, StoreKind.MEMORY, Content.PER_KEY, Duration.ofMillis(1_500));
        String text = TrialText.of(result);
        assertThat(result.verdict()).as(text).isEqualTo(TrialResult.Verdict.GOOD);
        assertThat(result.absences().gone()).as(text).isNotEmpty().allMatch(write -> write.key()
                .startsWith("A:"));
        assertThat(result.absences().lost()).as(text).isEmpty();
        assertThat(result.absences().partly()).as(text).isEmpty();
        assertThat(text).contains("only in the memory of a process that ended");
    }

    @Test
    void aDiskThatFailsUnderLoadIsInForceFromWhenItWasAskedFor() throws Exception {
        TrialResult result = tried("""
                plan: Two disks fail
                faults:
                  - at: 300 ms
                    pick: A
                    do: fail-disk
                    heal-after: 400 ms
                  - at: 300 ms
                    pick: B
                    do: full-disk
                    heal-after: 400 ms
                """, StoreKind.DISK, Content.PER_KEY, Duration.ofMillis(1_000));
        String text = TrialText.of(result);
        assertThat(result.notDone()).as(text).isZero();
        assertThat(result.injected()).as(text).containsEntry("fail-disk", 1L).containsEntry("full-disk", 1L);
        assertThat(result.verdict()).as(text).isEqualTo(TrialResult.Verdict.GOOD);
    }

    @Test
    void theExampleOfThePageLosesMessages() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "fault-plans.md"));
        String plan = page.split("```yaml\n", 2)[1].split("```", 2)[0];
        TrialResult result = tried(plan, StoreKind.MEMORY, Content.PER_KEY, Duration.ofMillis(1_200));
        assertThat(result.messages().lost()).as(TrialText.of(result)).isPositive();
        assertThat(result.verdict()).as(TrialText.of(result)).isEqualTo(TrialResult.Verdict.GOOD);
    }

    @Test
    void fullHealsEverythingThatWasLostWithoutACrash() throws Exception {
        TrialResult result = tried("""
                plan: Half of all messages are lost
                faults:
                  - at: 100 ms
                    pick: all links
                    do: {loss: 50 %}
                """, StoreKind.MEMORY, Content.FULL, Duration.ofMillis(800));
        assertThat(result.verdict()).as(TrialText.of(result)).isEqualTo(TrialResult.Verdict.GOOD);
        assertThat(result.agreement().isFull()).isTrue();
        assertThat(result.messages().lost()).isPositive();
    }

    @Test
    void whatRemoteNowHasLostIsNamedKeyByKeyWithTheRulesThatWouldHealIt() throws Exception {
        TrialResult result = tried("""
                plan: Half of all messages are lost
                faults:
                  - at: 100 ms
                    pick: all links
                    do: {loss: 50 %}
                """, StoreKind.MEMORY, Content.REMOTE_NOW, Duration.ofMillis(1_000));
        String text = TrialText.of(result);
        assertThat(result.verdict()).as(text).isEqualTo(TrialResult.Verdict.GOOD);
        assertThat(result.absences().gone()).as(text).isEmpty();
        assertThat(result.absences().partly()).as(text).isNotEmpty();
        assertThat(result.outlook().orElseThrow().apart()).as(text).isNotEmpty().allSatisfy(key -> assertThat(
                        key.healers())
                .contains(Content.FULL, Content.PER_KEY));
        assertThat(text).contains("held by some nodes and not by others", "stay apart as remote-now allows");
    }
}
