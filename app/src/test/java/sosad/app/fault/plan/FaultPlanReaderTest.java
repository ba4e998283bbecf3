package sosad.app.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.fabric.Delay;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.yaml.YamlFileException;
import sosad.model.Link;
import sosad.model.NodeId;

@Tag("locale")
class FaultPlanReaderTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private static FaultSpec fault(String pick, String what) {
        return Plans.of(Plans.FIVE, "at: 1 s, pick: %s, do: %s".formatted(pick, what))
                .faults()
                .get(0)
                .what();
    }

    @Test
    void quantitiesAreReadInTheirUnits() {
        assertThat(fault("one link", "{loss: 20 %}")).isEqualTo(new LinkFault.Loss(0.2));
        assertThat(fault("one link", "{rate: 1.5 kB/s}")).isEqualTo(new LinkFault.Rate(1_500));
        assertThat(fault("one link", "{delay: 100 ms ± 50 ms normal}"))
                .isEqualTo(new LinkFault.Late(new Delay(100, 50, Delay.Spread.NORMAL)));
        assertThat(fault("one link", "{delay: 0.1s +- 1 ms pareto}"))
                .isEqualTo(new LinkFault.Late(new Delay(100, 1, Delay.Spread.PARETO)));
        assertThat(fault("one node", "{skew: -5 s}")).isEqualTo(new ProcessFault.Skew(-5_000));
        assertThat(fault("one node", "{drift: 200 ppm}")).isEqualTo(new ProcessFault.Drift(200));
        assertThat(fault("one node", "kill")).isEqualTo(new ProcessFault.Kill());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 ms ± 50 ms | NORMAL",
                "100ms±50ms | NORMAL",
                "0.1 s +/- 0.05 s | NORMAL",
                "100 ms +- 50 ms | NORMAL",
                "100 ms ± 50 ms uniform | UNIFORM",
                "100ms±50ms   pareto | PARETO",
            })
    void aSpreadNeedsNoName(String delay, Delay.Spread spread) {
        assertThat(fault("one link", "{delay: %s}".formatted(delay)))
                .isEqualTo(new LinkFault.Late(new Delay(100, 50, spread)));
    }

    @Test
    void timesAreReadInTheirUnits() {
        FaultPlan plan = Plans.of(
                Plans.FIVE,
                "every: 1 s to 1 min, pick: A, do: kill, heal-after: 250 ms",
                "at: 1.5 s, pick: A, do: kill");
        assertThat(plan.faults().get(0).timing()).isEqualTo(new Timing.Every(1_000, 60_000));
        assertThat(plan.faults().get(0).healAfterMillis()).isEqualTo(OptionalLong.of(250));
        assertThat(plan.faults().get(1).timing()).isEqualTo(new Timing.Once(1_500));
    }

    @Test
    void linksAreNamedOneByOneOrBetweenGroups() {
        FaultPlan plan = Plans.of(
                Plans.members(List.of("A", "B"), List.of()),
                "at: 1 s, pick: {from: A, to: B}, do: cut",
                "at: 1 s, pick: {between: [[A], [B]]}, do: cut",
                "at: 1 s, pick: [{from: B, to: A}, {from: A, to: B}], do: cut");
        Pick both = new Pick.NamedLinks(List.of(new Link(A, B), new Link(B, A)));
        assertThat(plan.faults().stream().map(PlannedFault::pick))
                .containsExactly(new Pick.NamedLinks(List.of(new Link(A, B))), both, both);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at: 1 s, pick: A, doo: kill | 3:24: unknown field \"doo\" in a fault; did you mean \"do\"?",
                "at: 1 s, pick: A, do: kil | 3:28: unknown fault \"kil\"; did you mean \"kill\"?",
                "at: 1 s, pick: one nod, do: kill | 3:21: there is no \"one nod\" to pick; did you mean \"one node\"?",
                "at: 1 s, pick: Z, do: kill | 3:21: there is no \"Z\" to pick; use A, B, C, G1, one node, two nodes, all nodes, one gateway, one link, all links, halves, one alone or ring of majorities",
                "at: 1 s, pick: {from: A, to: Z}, do: cut | 3:35: unknown node \"Z\"; use A, B or C",
                "at: 1 s, pick: one link, do: {loss: 120 %} | 3:42: loss is 120 %; it must be from 0 % to 100 %",
                "at: 1 s, pick: one link, do: {loss: -1 %} | 3:42: loss is -1 %; it must be from 0 % to 100 %",
                "at: 1 s, pick: one link, do: {loss: 0.2} | 3:42: loss has no unit; use %",
                "at: 1 s, pick: one link, do: {delay: -5 ms} | 3:43: delay is \"-5 ms\"; it must be from 0 ms to 60 min",
                "at: 1 s, pick: one link, do: loss | 3:35: loss has no value; write it as in \"do: {loss: 20 %}\"",
                "at: 1 s, pick: one link, do: {cut: now} | 3:41: cut takes no value; write do: cut",
                "at: 1 s, pick: one link, do: kill | 3:21: kill applies to nodes and gateways; pick some, as in \"one node\"",
                "at: 1 s, pick: A, do: cut | 3:21: cut applies to links; pick links, as in \"one link\"",
                "at: 1 s, pick: one gateway, do: wipe | 3:21: wipe does not apply to gateways; pick nodes",
                "at: 1 s, pick: A, do: restart, heal-after: 1 s | 3:37: restart is over at once, so there is nothing to heal; leave heal-after out",
                "at: 1 s, pick: A, do: kill, heal-after: 0 s | 3:46: heal-after is 0 s; it must be from 1 ms to 1440 min",
                "at: 1, pick: A, do: kill | 3:10: at has no unit; use ms, s or min",
                "at: 1 h, pick: A, do: kill | 3:10: at has the unknown unit \"h\"; use ms, s or min",
                "at: soon, pick: A, do: kill | 3:10: at is \"soon\" where a number with its unit is needed; write it as in \"20 ms\"",
                "at: 0.5 ms, pick: A, do: kill | 3:10: at is \"0.5 ms\", which is not a whole number of ms; round it",
                "at: 1441 min, pick: A, do: kill | 3:10: at is 1441 min; it must be from 0 ms to 1440 min",
                "at: -2 s, pick: A, do: kill | 3:10: at is -2 s; it must be from 0 ms to 1440 min",
                "every: 1 ms, pick: A, do: kill | 3:13: every is 1 ms; it must be from 10 ms to 1440 min",
                "every: 2 s to 99999 s, pick: A, do: kill | 3:13: every is 99999 s; it must be from 10 ms to 1440 min",
                "every: 2 s to 1 s, pick: A, do: kill | 3:13: every is \"2 s to 1 s\"; write the shorter time first",
                "pick: A, do: kill | 3:5: a fault does not say when; add \"at: 3 s\" for once or \"every: 2 s\" for again and again",
                "at: 1 s, do: kill | 3:5: a fault has no \"pick\"; add it",
                "at: 1 s, pick: A, do: {flood: 5000} | 3:36: flood is 5000; it must be from 1 to 1,000",
                "at: 1 s, pick: [A, {from: A, to: B}], do: cut | 3:21: pick names both nodes and links; name either nodes and gateways, or links",
                "at: 1 s, pick: [A, A], do: kill | 3:25: \"A\" stands twice in pick; keep one",
                "at: 1 s, pick: A, do: {drift: 9999999999 ppm} | 3:36: drift is 9999999999 ppm; it must be from -500000 ppm to 500000 ppm",
                "at: 1 s, pick: A, do: {skew: 61 min} | 3:35: skew is 61 min; it must be from -60 min to 60 min",
                "at: 1 s, pick: A, do: {slow-disk: 2 min} | 3:40: slow-disk is 2 min; it must be from 0 ms to 1 min",
                "at: 1 s, pick: one link, do: {rate: 0 B/s} | 3:42: rate is 0 B/s; it must be from 1 B/s to 1000000 MB/s",
                "at: 1 s, pick: one link, do: {slow-close: 61 min} | 3:48: slow-close is 61 min; it must be from 0 ms to 60 min",
                "at: 999999999999999 min, pick: A, do: kill | 3:10: at is \"999999999999999 min\", which is too much",
                "at: 1 s, pick: one link, do: {delay: 1 ms ± 5} | 3:43: delay has no unit; use ms, s or min",
                "at: 1 s, pick: one link, do: {delay: 1 ms ± 5 ms normally} | 3:43: unknown spread \"normally\"; did you mean \"normal\"?",
                "at: 1 s, pick: one link, do: {delay: 1 ms ± normal} | 3:43: delay is \"normal\" where a number with its unit is needed; write it as in \"20 ms\"",
            })
    void whatIsWrongIsRefusedWithItsPlace(String fault, String refusal) {
        assertThatThrownBy(() -> Plans.of(Plans.members(List.of("A", "B", "C"), List.of("G1")), fault))
                .isInstanceOf(YamlFileException.class)
                .hasMessage("test.yaml:" + refusal);
    }

    @Test
    void aPlanForMoreMembersThanThereAreIsRefused() {
        Members alone = Plans.members(List.of("A"), List.of());
        assertThatThrownBy(() -> Plans.of(alone, "at: 1 s, pick: halves, do: cut"))
                .hasMessage("test.yaml:3:21: halves needs 2 nodes or more; there is one node");
        assertThatThrownBy(() -> Plans.of(alone, "at: 1 s, pick: one gateway, do: kill"))
                .hasMessage("test.yaml:3:21: \"one gateway\" cannot be picked; there are no gateways");
    }

    @Test
    void aPlanBeyondItsLimitsIsRefused() {
        byte[] large = new byte[FaultPlan.MAX_BYTES + 1];
        assertThatThrownBy(() -> FaultPlanReader.read("large.yaml", large, Plans.FIVE))
                .hasMessage("large.yaml:1:1: the file has more than 1,048,576 bytes; make it smaller");
        String many =
                "plan: many\nfaults: [&a {at: 1 s, pick: A, do: kill}" + ", *a".repeat(FaultPlan.MAX_FAULTS) + "]";
        assertThatThrownBy(() -> FaultPlanReader.read("many.yaml", many, Plans.FIVE))
                .hasMessageEndingWith("a plan has at most 10,000 faults; divide it");
    }

    @Test
    void everyBundledPlanIsForAnyClusterOfThree() {
        Members three = Plans.members(List.of("A", "B", "C"), List.of());
        assertThat(BundledPlans.names()).allSatisfy(name -> {
            FaultPlan plan = BundledPlans.load(name, three);
            assertThat(plan.about()).isPresent();
            assertThat(plan.title()).isEqualTo(BundledPlans.title(name));
        });
        assertThatThrownBy(() -> BundledPlans.load("caos", three))
                .hasMessage("there is no bundled fault plan \"caos\"; did you mean \"chaos\"?");
    }
}
