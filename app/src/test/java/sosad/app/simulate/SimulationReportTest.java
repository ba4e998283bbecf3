package sosad.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport.SweepFormat;
import sosad.protocol.Rules.Content;

@Tag("locale")
class SimulationReportTest {
    private static final SimulationSettings SETTINGS =
            new SimulationSettings(List.of(4, 16, 64), 10, 0.05, Topology.ALL, 2, Content.PER_KEY);

    /** One run of three sizes with so many bytes in each topology. */
    private static Sweep sweep(List<Integer> bytesOfAll, List<Integer> bytesOfRandom, boolean hasConverged) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        Map.of("all", bytesOfAll, "random-k", bytesOfRandom).forEach((name, bytes) -> {
            for (int i = 0; i < bytes.size(); i++) {
                int nodes = SETTINGS.nodes().get(i);
                result.withArray(name)
                        .add(new Convergence(
                                        nodes, 2, hasConverged, !hasConverged, nodes, (long) bytes.get(i) * nodes, 30)
                                .toJson());
            }
        });
        return Sweep.of(SimulationReport.COMMAND, SETTINGS.byName(), new TreeMap<>(Map.of(1L, (JsonNode) result)));
    }

    @Test
    void allToAllStopsPayingWhereItsLineCrossesTheOther() {
        SimulationSummary summary = SimulationSummary.of(sweep(List.of(10, 40, 160), List.of(20, 20, 20), true));
        assertThat(summary.stopsPayingByBytes().orElseThrow()).isCloseTo(8, within(1e-9));
        assertThat(SimulationMarkdown.of(summary)).contains("stops paying at 8 nodes by bytes and at none of these");
    }

    @Test
    void allToAllMayPayNowhereOrEverywhere() {
        assertThat(SimulationSummary.of(sweep(List.of(1, 2, 3), List.of(2, 3, 4), true))
                        .stopsPayingByBytes())
                .isEmpty();
        assertThat(SimulationSummary.of(sweep(List.of(3, 4, 5), List.of(2, 3, 4), true))
                        .stopsPayingByBytes())
                .hasValue(4);
    }

    @Test
    void whatDidNotConvergeGivesNoVerdict() {
        SimulationSummary summary = SimulationSummary.of(sweep(List.of(10, 40, 160), List.of(20, 20, 20), false));
        assertThat(summary.stopsPayingByBytes()).isEmpty();
        assertThat(SimulationMarkdown.of(summary))
                .contains("6 clusters never converge: no node is offered anything any more", "0 of 1");
    }

    @Test
    void thePageHasChartsWithBandsAndTheFormulaAndNeedsNoNetwork() {
        String page =
                new SimulationReport().text(sweep(List.of(10, 40, 160), List.of(20, 20, 20), true), SweepFormat.HTML);
        assertThat(page)
                .contains("<svg", "class=\"band all\"", "class=\"formula other\"", "<table>", "stops paying at");
        assertThat(page).doesNotContain("http://", "https://", "<script", "NaN", "Infinity");
    }

    @Test
    void theJsonHasEveryFigure() throws IOException {
        String json =
                new SimulationReport().text(sweep(List.of(10, 40, 160), List.of(20, 20, 20), true), SweepFormat.JSON);
        JsonNode read = new ObjectMapper().readTree(json);
        assertThat(read.path("topologies")
                        .path("all")
                        .path(1)
                        .path("bytesPerNode")
                        .path("mean")
                        .asDouble())
                .isEqualTo(40);
        assertThat(read.path("settings").path("loss").asText()).isEqualTo("0.05");
    }

    @Test
    void aResultOfAnotherFormIsRefused() {
        Sweep other = Sweep.of(SimulationReport.COMMAND, SETTINGS.byName(), new TreeMap<>(Map.of(1L, (JsonNode)
                JsonNodeFactory.instance.objectNode())));
        assertThatThrownBy(() -> new SimulationReport().text(other, SweepFormat.MARKDOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without \"all\"");
    }

    @Test
    void theBandHoldsNinetyFivePerCent() {
        Band band = Band.of(
                IntStream.rangeClosed(0, 1_000).mapToObj(Double::valueOf).toList());
        assertThat(band).isEqualTo(new Band(500, 25, 975));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "1234.4, '1,234'", "0.5, 0.50", "99.94, 99.9"})
    void numbersAreShort(double number, String text) {
        assertThat(PlainNumber.rounded(number)).isEqualTo(text);
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheSizeThatDoes() {
        SimulationSettings large =
                new SimulationSettings(List.of(1_000), 1_000_000, 0, Topology.ALL, 2, Content.REMOTE_NOW);
        assertThat(large.fits(1L << 29)).isTrue();
        assertThatThrownBy(() -> large.checkFits(1L << 27))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "1,000,000 entries on 1,000 nodes take 0\\.25 GiB, and there are 0\\.1[23] GiB: at most "
                                + "\\d{3},\\d{3} entries on 1,000 nodes, or 1,000,000 entries on 5\\d\\d nodes, .*");
    }
}
