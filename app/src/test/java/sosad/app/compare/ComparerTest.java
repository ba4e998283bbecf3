package sosad.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.compare.Comparer.CompareListener;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.Pick;
import sosad.app.fault.plan.PlannedFault;
import sosad.app.fault.plan.Timing;
import sosad.message.Launch.StoreKind;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules.Content;

@Tag("locale")
class ComparerTest {
    private static final CompareListener NOBODY = new CompareListener() {};

    private static CompareSettings settings(int nodes, int keys, double loss) {
        return new CompareSettings(nodes, keys, 200, Duration.ofSeconds(4), loss, Optional.empty(), StoreKind.MEMORY);
    }

    private static Comparison compare(CompareSettings settings, List<ComparedRules> rules, long seed)
            throws InterruptedException {
        return new Comparer(settings, rules).compare(seed, NOBODY);
    }

    private static double figure(Comparison comparison, String name, CompareColumn column) {
        return comparison.row(name, RowKind.RULE).orElseThrow().figure(column).orElseThrow();
    }

    private static FaultPlan plan(PlannedFault... faults) {
        return new FaultPlan("a test", Optional.empty(), List.of(faults));
    }

    private static PlannedFault atOneSecond(String node, ProcessFault fault, OptionalLong healAfter) {
        return new PlannedFault(
                new Timing.Once(1_000),
                new Pick.NamedProcesses(List.of(new NodeId(node))),
                fault,
                healAfter,
                Optional.empty());
    }

    @Test
    void theSameSeedGivesTheSameFiguresToTheByte() throws InterruptedException {
        CompareSettings settings = settings(4, 50, 0.1);

        String once =
                ComparisonJson.write(compare(settings, ComparedRules.USUAL, 3)).toString();
        String again =
                ComparisonJson.write(compare(settings, ComparedRules.USUAL, 3)).toString();
        String other =
                ComparisonJson.write(compare(settings, ComparedRules.USUAL, 4)).toString();

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"2, 500, 1", "3, 100, 2", "5, 1000, 3", "8, 200, 4"})
    void perKeySendsAtMostATenthMoreThanTheLeastPossibleWhereNothingIsLost(int nodes, int keys, long seed)
            throws InterruptedException {
        Comparison comparison = compare(settings(nodes, keys, 0), ComparedRules.of(List.of(Content.PER_KEY)), seed);

        assertThat(figure(comparison, "per-key", CompareColumn.TIMES_LEAST))
                .isBetween(1.0, CompareReport.MAX_TIMES_LEAST);
        assertThat(figure(comparison, "per-key", CompareColumn.LOST)).isZero();
    }

    @Test
    void underLossRemoteNowLosesEntriesForEverAndPerKeyDoesNot() throws InterruptedException {
        Comparison comparison = compare(settings(4, 500, 0.1), ComparedRules.USUAL, 1);

        assertThat(figure(comparison, "remote-now", CompareColumn.LOST)).isPositive();
        assertThat(figure(comparison, "remote-now, newest", CompareColumn.LOST)).isPositive();
        for (String healing : List.of("full", "per-key", "per-key, rolling")) {
            assertThat(figure(comparison, healing, CompareColumn.LOST))
                    .as(healing)
                    .isZero();
        }
        assertThat(figure(comparison, "remote-now", CompareColumn.STALE_PERCENT))
                .isGreaterThan(figure(comparison, "full", CompareColumn.STALE_PERCENT));
    }

    @Test
    void everyRuleHasTheSamePushesAndTheSameOfThemAreLost() throws InterruptedException {
        Comparison comparison =
                compare(settings(4, 500, 0.1), ComparedRules.of(List.of(Content.REMOTE_NOW, Content.REMOTE_PREV)), 1);

        assertThat(figure(comparison, "remote-now", CompareColumn.MESSAGES))
                .isEqualTo(figure(comparison, "remote-prev", CompareColumn.MESSAGES));
        assertThat(figure(comparison, "remote-now", CompareColumn.LAG_P50))
                .isEqualTo(figure(comparison, "remote-prev", CompareColumn.LAG_P50));
    }

    @Test
    void ghostsLoseNothingAndHaveTheSameStoresButOtherCosts() throws InterruptedException {
        Comparison comparison = compare(settings(4, 500, 0.1), ComparedRules.of(List.of(Content.PER_KEY)), 1);
        List<CompareRow> ghosts = comparison.rows().stream()
                .filter(row -> row.kind() == RowKind.GHOST)
                .toList();

        assertThat(ghosts)
                .extracting(CompareRow::name)
                .containsExactly("full state", "Merkle tree", "sketch at 1.35", "sketch at 1.72");
        assertThat(ghosts).allMatch(ghost -> ghost.figure(CompareColumn.LOST).orElseThrow() == 0);
        assertThat(ghosts)
                .extracting(ghost -> ghost.figure(CompareColumn.LAG_P99).orElseThrow())
                .containsOnly(ghosts.get(0).figure(CompareColumn.LAG_P99).orElseThrow());
        assertThat(ghosts)
                .extracting(ghost -> ghost.figure(CompareColumn.BYTES).orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatANodeInMemoryHadNotPushedIsGoneWhenItIsKilled() throws InterruptedException {
        CompareSettings busy =
                new CompareSettings(3, 10_000, 2_000, Duration.ofSeconds(2), 0, Optional.empty(), StoreKind.MEMORY);
        FaultPlan kill = plan(atOneSecond("A", new ProcessFault.Kill(), OptionalLong.of(300)));
        FaultPlan terminate = plan(atOneSecond("A", new ProcessFault.Terminate(), OptionalLong.of(300)));
        List<ComparedRules> perKey = ComparedRules.of(List.of(Content.PER_KEY));

        assertThat(figure(compare(busy.with(kill), perKey, 1), "per-key", CompareColumn.GONE))
                .isPositive();
        Comparison inGoodOrder = compare(busy.with(terminate), perKey, 1);
        assertThat(figure(inGoodOrder, "per-key", CompareColumn.GONE)).isZero();
        assertThat(inGoodOrder.unanswered()).isPositive();
        assertThat(inGoodOrder.faults()).isEqualTo(1);
    }

    @Test
    void faultsThatASimulatedClusterCannotHaveAreNamed() throws InterruptedException {
        PlannedFault reset = new PlannedFault(
                new Timing.Once(500),
                new Pick.NamedLinks(List.of(new Link(new NodeId("A"), new NodeId("B")))),
                new LinkFault.Reset(),
                OptionalLong.empty(),
                Optional.empty());
        FaultPlan plan = plan(atOneSecond("A", new ProcessFault.Pause(), OptionalLong.of(300)), reset);

        Comparison comparison = compare(settings(3, 10, 0).with(plan), ComparedRules.of(List.of(Content.PER_KEY)), 1);

        assertThat(comparison.notSimulated()).containsExactly("pause", "reset");
        assertThat(comparison.faults()).isZero();
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> compare(settings(3, 10, 0), ComparedRules.USUAL, 1))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void progressGrowsAndEveryRowIsToldOnce() throws InterruptedException {
        List<Double> shares = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        Comparison comparison = new Comparer(settings(2, 5, 0), ComparedRules.USUAL).compare(1, new CompareListener() {
            @Override
            public void progress(double share, String what) {
                shares.add(share);
            }

            @Override
            public void row(CompareRow row) {
                rows.add(row.name());
            }
        });

        assertThat(shares).isSorted().allMatch(share -> share > 0 && share <= 1);
        assertThat(rows)
                .containsExactlyElementsOf(
                        comparison.rows().stream().map(CompareRow::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 10, 1000, 0, '1 nodes; there must be 2 to 26'",
        "3, 0, 10, 1000, 0, '0 keys; there must be 1 to 10,000'",
        "3, 10, 0, 1000, 0, '0 writes per second; there must be 1 to 10,000'",
        "3, 10, 10, 50, 0, '0.1 s of simulated time; it must be from 100 ms to 10 min'",
        "3, 10, 10, 1000, 0.95, 'a loss of 0.95; it must be from 0 to 0.9'",
        "3, 10, 10000, 600000, 0, '10,000 writes per second for 600.0 s are 6,000,000 writes; at most 1,000,000 are compared'"
    })
    void whatIsOutOfRangeIsRefusedByName(int nodes, int keys, int writes, long millis, double loss, String why) {
        assertThatThrownBy(() -> new CompareSettings(
                        nodes, keys, writes, Duration.ofMillis(millis), loss, Optional.empty(), StoreKind.DISK))
                .hasMessage(why);
    }
}
