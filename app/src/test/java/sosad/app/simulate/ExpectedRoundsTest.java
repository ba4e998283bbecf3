package sosad.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.protocol.Rules.Content;

class ExpectedRoundsTest {
    private static final int SEEDS = 40;

    @ParameterizedTest
    @CsvSource({"0, 1", "0.05, 1.0526", "0.5, 2", "0.9, 10"})
    void betweenTwoNodesTheyAreGeometric(double loss, double expected) {
        assertThat(ExpectedRounds.of(Topology.ALL, 2, 1, loss, 1)).isCloseTo(expected, within(1e-3));
    }

    @Test
    void withoutLossAllToAllTakesOneRoundAndARingItsHalf() {
        assertThat(ExpectedRounds.of(Topology.ALL, 50, 49, 0, 50)).isEqualTo(1);
        assertThat(ExpectedRounds.of(Topology.RING, 101, 2, 0, 101)).isEqualTo(50);
        assertThat(ExpectedRounds.of(Topology.RING, 101, 4, 0, 101)).isEqualTo(25);
        assertThat(ExpectedRounds.of(Topology.RING, 101, 1, 0, 101)).isEqualTo(100);
    }

    @Test
    void oneEntryAmongManyTakesLogarithmicallyManyRounds() {
        double byLogarithm = ExpectedRounds.byLogarithm(1_000, 1, 0);
        assertThat(byLogarithm).isCloseTo(Math.log(1_000) / Math.log(2) + Math.log(1_000), within(1e-9));
        assertThat(ExpectedRounds.of(Topology.RANDOM_K, 1_000, 1, 0, 1)).isCloseTo(byLogarithm, within(1.5));
    }

    @ParameterizedTest
    @CsvSource({
        "RANDOM_K, 256, 1, 1, 0, 5",
        "RANDOM_K, 64, 50, 2, 0.05, 12",
        "RANDOM_K, 128, 100, 4, 0.3, 12",
        "ALL, 4, 50, 1, 0.05, 12",
        "ALL, 4, 50, 1, 0.6, 25",
        "ALL, 32, 50, 1, 0.3, 5",
        "RING, 101, 20, 2, 0, 1e-9",
        "RING, 100, 20, 2, 0.1, 12",
        "RING, 100, 20, 4, 0.1, 12"
    })
    void theModelTakesAboutSoMany(Topology topology, int nodes, int entries, int fanout, double loss, double percent)
            throws InterruptedException {
        SimulationSettings settings =
                new SimulationSettings(List.of(nodes), entries, loss, topology, fanout, Content.PER_KEY);
        FrameSizes sizes = new FrameSizes(new EntryGroups(new ClusterSize(nodes, entries), Content.PER_KEY));
        double sum = 0;
        for (long seed : LongStream.range(0, SEEDS).toArray()) {
            CompactCluster cluster =
                    new CompactCluster(sizes, Content.PER_KEY, topology, fanout, loss, new Draws(seed));
            sum += Convergence.of(cluster, nodes, 10_000).rounds();
        }
        assertThat(sum / SEEDS)
                .isCloseTo(Simulation.expectedRounds(settings, topology, nodes), Percentage.withPercentage(percent));
    }
}
