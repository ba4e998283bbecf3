package sosad.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport.SweepFormat;
import sosad.message.Launch.StoreKind;

@Tag("locale")
class CompareReportTest {
    private static final CompareSettings SETTINGS =
            new CompareSettings(3, 10, 100, Duration.ofSeconds(1), 0, Optional.empty(), StoreKind.DISK);

    private static CompareRow row(String name, RowKind kind, double lost, double bytes, double timesLeast) {
        return new CompareRow(
                name,
                kind,
                Map.of(CompareColumn.LOST, lost, CompareColumn.BYTES, bytes, CompareColumn.TIMES_LEAST, timesLeast));
    }

    private static Comparison comparison(double bytesOfPerKey) {
        return new Comparison(
                200,
                100,
                100,
                0,
                0,
                List.of(),
                List.of(
                        row("remote-now", RowKind.RULE, 5, 900, 0.9),
                        row("full", RowKind.RULE, 0, 20_000, 25),
                        row("per-key", RowKind.RULE, 0, bytesOfPerKey, 1.05),
                        row("Merkle tree", RowKind.GHOST, 0, 500, 1)));
    }

    private static Sweep sweep(Comparison... comparisons) {
        NavigableMap<Long, JsonNode> runs = new TreeMap<>();
        for (Comparison comparison : comparisons) {
            runs.put(1L + runs.size(), ComparisonJson.write(comparison));
        }
        return Sweep.of(CompareReport.COMMAND, CompareReport.settings(SETTINGS, ComparedRules.USUAL), runs);
    }

    private static String report(SweepFormat format, Comparison... comparisons) {
        return new CompareReport().text(sweep(comparisons), format);
    }

    @Test
    void theBestFigureIsThatOfARuleThatLostNothing() {
        List<CompareTable.TableLine> lines =
                CompareTable.of(MeanComparison.of(List.of(comparison(1_000)))).lines();
        int bytes = CompareColumn.BYTES.ordinal();

        assertThat(lines)
                .extracting(line -> line.cells().get(bytes).isBest())
                .containsExactly(false, false, true, false);
    }

    @Test
    void aRuleThatLostSomethingIsNotTheBestWithTheSameFigure() {
        List<CompareTable.TableLine> lines =
                CompareTable.of(MeanComparison.of(List.of(comparison(900)))).lines();
        int bytes = CompareColumn.BYTES.ordinal();

        assertThat(lines.get(0).cells().get(bytes).text())
                .isEqualTo(lines.get(2).cells().get(bytes).text());
        assertThat(lines.get(0).cells().get(bytes).isBest()).isFalse();
        assertThat(lines.get(2).cells().get(bytes).isBest()).isTrue();
    }

    @Test
    void aTableOfOneSeedSaysWhetherTheGoalIsReached() {
        assertThat(report(SweepFormat.MARKDOWN, comparison(1_000)))
                .contains(
                        "| **1,000** |", "*ghost:* Merkle tree", "goal where nothing is lost, at most 1.1, is reached")
                .doesNotContain("±");
    }

    @Test
    void severalSeedsGiveMeansWithTheirConfidence() {
        // mean 1,200; s = 282.8; 12.706 × s / √2
        assertThat(report(SweepFormat.MARKDOWN, comparison(1_000), comparison(1_400)))
                .contains("1,200 ± 2,541");
    }

    @Test
    void measuredFiguresStandInColumnsOfTheirRule() {
        Comparison computed = comparison(1_000);
        List<CompareRow> rows = new ArrayList<>(computed.rows());
        rows.add(row("per-key", RowKind.MEASURED, 0, 1_111, 1.06));
        Comparison measured = new Comparison(200, 100, 100, 0, 0, List.of(), rows);

        CompareTable table = CompareTable.of(MeanComparison.of(List.of(measured)));

        assertThat(table.lines()).hasSize(4);
        assertThat(table.columns()).extracting(CompareTable.TableColumn::title).contains("bytes (measured)");
        assertThat(table.lines().get(2).cells())
                .extracting(CompareTable.TableCell::text)
                .contains("1,000", "1,111");
        assertThat(table.lines().get(1).cells().get(table.columns().size() - 1).text())
                .isEqualTo("–");
    }

    @Test
    void jsonIsReadBackAsWhatWasWritten() throws JsonProcessingException {
        Comparison comparison = comparison(1_000.5);

        assertThat(ComparisonJson.read(ComparisonJson.write(comparison))).isEqualTo(comparison);
        JsonNode report = new ObjectMapper().readTree(report(SweepFormat.JSON, comparison));
        assertThat(report.path("rows")).hasSize(4);
        assertThat(report.path("settings").path("nodes").asText()).isEqualTo("3");
    }

    @Test
    void htmlIsOnePageThatNeedsNothingElse() {
        String page = report(SweepFormat.HTML, comparison(1_000));

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<td class=\"best\">1,000</td>", "<svg", "</html>")
                .doesNotContain("http:", "https:", "src=", "href=", "<script");
    }

    @Test
    void barsAreAsLongAsTheLogarithmsOfTheFigures() {
        CompareChart chart = CompareChart.of(comparison(1_000), CompareColumn.TIMES_LEAST);

        assertThat(chart.bars()).extracting(CompareChart.Bar::text).containsExactly("0.90", "25.00", "1.05", "1.00");
        assertThat(chart.bars().get(1).length()).isEqualTo(1);
        assertThat(chart.bars().get(0).length()).isBetween(0.01, 0.1);
    }
}
