package sosad.app.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultKind;
import sosad.app.fault.FaultKinds;
import sosad.model.Link;
import sosad.model.NodeId;

class FaultPlannerTest {
    private static List<Decision> decisions(FaultPlan plan, Members members, long seed) {
        return new FaultPlanner(plan, members, seed).upTo(60_000);
    }

    private static Members nodes(int count) {
        List<NodeId> nodes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            nodes.add(new NodeId("n" + i));
        }
        return new Members(nodes, List.of());
    }

    private static List<Link> drawn(String pick, Members members, long seed) {
        FaultPlan plan = Plans.of(members, "at: 1 s, pick: %s, do: cut".formatted(pick));
        return ((Fault.OnLinks) decisions(plan, members, seed).get(0).fault()).links();
    }

    @Property(tries = 50)
    void theSameSeedDecidesTheSameHoweverOftenItIsAsked(@ForAll long seed) {
        FaultPlan plan = BundledPlans.load("chaos", Plans.FIVE);
        FaultPlanner stepwise = new FaultPlanner(plan, Plans.FIVE, seed);
        List<Decision> inSteps = new ArrayList<>();
        for (long millis = 0; millis <= 60_000; millis += 7) {
            inSteps.addAll(stepwise.upTo(millis));
        }
        inSteps.addAll(stepwise.upTo(60_000));
        assertThat(inSteps).isEqualTo(decisions(plan, Plans.FIVE, seed)).hasSizeGreaterThan(60);
    }

    @Test
    void anotherSeedDecidesOtherwise() {
        FaultPlan plan = BundledPlans.load("chaos", Plans.FIVE);
        assertThat(decisions(plan, Plans.FIVE, 7)).isNotEqualTo(decisions(plan, Plans.FIVE, 8));
    }

    @Property(tries = 50)
    void nothingHappensToAProcessThatIsOut(@ForAll long seed) {
        Members members = Plans.members(List.of("A", "B", "C"), List.of("G1"));
        FaultPlan plan = Plans.of(
                members,
                "every: 100 ms to 1 s, pick: one node, do: kill, heal-after: 1 s",
                "every: 1 s, pick: two nodes, do: pause, heal-after: 500 ms",
                "every: 3 s, pick: all nodes, do: restart",
                "every: 1 s, pick: one gateway, do: kill, heal-after: 2 s",
                "every: 1 s, pick: A, do: kill, heal-after: 3 s");
        Map<NodeId, Long> outUntil = new HashMap<>();
        for (Decision decision : decisions(plan, members, seed)) {
            NodeId process = ((Fault.OnProcess) decision.fault()).process();
            assertThat(decision.atMillis()).isGreaterThan(outUntil.getOrDefault(process, -1L));
            outUntil.put(process, decision.healAtMillis().orElse(decision.atMillis()));
        }
        assertThat(outUntil).hasSize(4);
    }

    @Test
    void whoIsKilledForGoodIsNeverPickedAgain() {
        Members members = nodes(3);
        FaultPlan plan = Plans.of(members, "every: 1 s, pick: one node, do: kill");
        assertThat(decisions(plan, members, 1)).hasSize(3).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void inARingOfMajoritiesEachHearsAMajorityAndNoTwoTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 9) int count) {
        Members members = nodes(count);
        List<Link> cut = drawn("ring of majorities", members, seed);
        Set<Set<NodeId>> majorities = new HashSet<>();
        for (NodeId node : members.nodes()) {
            Set<NodeId> heard = new HashSet<>(members.nodes());
            cut.stream().filter(route -> route.to().equals(node)).forEach(route -> heard.remove(route.from()));
            assertThat(heard).contains(node).hasSize(count / 2 + 1);
            majorities.add(heard);
        }
        assertThat(majorities).hasSize(count);
    }

    @Property(tries = 200)
    void halvesAreCutFromEachOtherBothWays(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int count) {
        List<Link> cut = drawn("halves", nodes(count), seed);
        Set<NodeId> others = new HashSet<>();
        cut.stream().filter(route -> route.from().equals(cut.get(0).from())).forEach(route -> others.add(route.to()));
        assertThat(others.size()).isIn(count / 2, count - count / 2);
        assertThat(cut)
                .hasSize(2 * (count / 2) * (count - count / 2))
                .allMatch(route -> cut.contains(route.back()))
                .allMatch(route -> others.contains(route.from()) != others.contains(route.to()));
    }

    @Property(tries = 100)
    void oneAloneHearsNobodyAndNobodyHearsIt(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int count) {
        Members members = nodes(count);
        List<Link> cut = drawn("one alone", members, seed);
        assertThat(cut).hasSize(2 * (count - 1));
        assertThat(members.nodes()).anySatisfy(node -> assertThat(cut)
                .allMatch(route -> route.from().equals(node) || route.to().equals(node)));
    }

    @Property(tries = 50)
    void whatChanceDecidedIsReadBackAsItWasWritten(@ForAll long seed) {
        FaultPlan chance = Plans.of(
                Plans.FIVE,
                "every: 1 s to 3 s, pick: one node, do: kill, heal-after: 1 s, say: \"It's: gone\"",
                "every: 2 s to 4 s, pick: halves, do: cut, heal-after: 1 s",
                "every: 2 s, pick: ring of majorities, do: {loss: 12.5 %}",
                "every: 3 s, pick: one link, do: {delay: 100 ms ± 50.5 ms pareto}, heal-after: 1001 ms",
                "every: 5 s, pick: two nodes, do: {skew: -5 s}, heal-after: 2 s",
                "every: 5 s, pick: one gateway, do: {flood: 50}, heal-after: 2 s",
                "every: 9 s, pick: all nodes, do: restart");
        List<Decision> decided = decisions(chance, Plans.FIVE, seed);
        FaultPlan written = FaultPlanWriter.plan("What happened", Optional.of("By chance."), decided);
        FaultPlan read = FaultPlanReader.read("written.yaml", FaultPlanWriter.write(written), Plans.FIVE);
        assertThat(read).isEqualTo(written);
        assertThat(decisions(read, Plans.FIVE, seed + 1)).isEqualTo(decided);
    }

    @Test
    void everyKindIsReadBackAsItWasWritten() {
        Members members = nodes(3);
        assertThat(FaultKinds.all()).allSatisfy(kind -> {
            FaultPlan plan = read(members, kind);
            assertThat(FaultPlanReader.read("again.yaml", FaultPlanWriter.write(plan), members))
                    .isEqualTo(plan);
            assertThat(plan.faults().get(0).what().kind()).isEqualTo(kind);
        });
    }

    private static FaultPlan read(Members members, FaultKind<?> kind) {
        String when = kind.isOfLinks() ? "at: 1 s, pick: ring of majorities" : "every: 1 s to 2 s, pick: one node";
        return Plans.of(
                members,
                when + ", do: " + FaultYaml.text(kind.parse(kind.example().orElse(""))));
    }
}
