package sosad.app.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckVerdict;
import sosad.app.check.suite.SuiteResult;

@Tag("locale")
class SuiteReportsTest {
    @TempDir
    private Path folder;

    private static String text(SuiteReportFormat format, SuiteResult suite, Acceptance acceptance) {
        return format.text(suite, acceptance);
    }

    private static String text(SuiteReportFormat format) {
        return text(format, SampleSuite.complete(), Acceptance.USUAL);
    }

    private static Document junit(SuiteResult suite, Acceptance acceptance) throws Exception {
        String xml = text(SuiteReportFormat.JUNIT, suite, acceptance);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SuiteReportsTest.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    @Test
    void aReportInJsonIsTheBaselineOfTheNextRun() throws Exception {
        Path file = Files.writeString(folder.resolve("old.json"), text(SuiteReportFormat.JSON));

        Baseline baseline = Baseline.read(file);

        assertThat(baseline.verdicts())
                .containsEntry(CheckNumber.of(1, 1), CheckVerdict.HELD)
                .containsEntry(CheckNumber.of(2, 3), CheckVerdict.BROKEN_AS_PREDICTED)
                .hasSize(5);
    }

    @Test
    void jsonHasEverythingInPlainDigits() throws Exception {
        JsonNode json = new ObjectMapper().readTree(text(SuiteReportFormat.JSON));

        assertThat(json.get("seed").asInt()).isEqualTo(7);
        assertThat(json.at("/verdicts/failed").asInt()).isEqualTo(1);
        assertThat(json.at("/checks/0/figures/0/value").asDouble()).isEqualTo(41_200);
        assertThat(json.at("/checks/0/series/0/points")).hasSize(101);
        assertThat(json.at("/checks/0/faults/0/untilMillis").asDouble()).isEqualTo(3_500);
        assertThat(json.at("/checks/2/headline").asText()).isEqualTo(SampleSuite.NASTY);
        assertThat(json.at("/checks/2/repeat").asText())
                .isEqualTo("sosad check --only 4.1 --nodes 3 --seed 7 --for 3min");
    }

    @Test
    void junitCountsWhatFailedAndWhatWasSkipped() throws Exception {
        Element root = junit(SampleSuite.complete(), Acceptance.USUAL).getDocumentElement();

        assertThat(root.getAttribute("tests")).isEqualTo("5");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        assertThat(root.getAttribute("skipped")).isEqualTo("2");
        assertThat(root.getAttribute("time")).isEqualTo("162.340");
        assertThat(((Element) root.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo(SampleSuite.NASTY.replace('\u0007', '\ufffd'));
    }

    @Test
    void underStrictWhatIsInconclusiveIsAFailure() throws Exception {
        Document strict = junit(SampleSuite.complete(), new Acceptance(true, Optional.empty()));

        assertThat(strict.getDocumentElement().getAttribute("failures")).isEqualTo("2");
    }

    @Test
    void whatDidNotHoldInTheBaselineIsNoFailure() throws Exception {
        Baseline failed = new Baseline(Map.of(CheckNumber.of(4, 1), CheckVerdict.FAILED));
        Baseline held = new Baseline(Map.of(CheckNumber.of(4, 1), CheckVerdict.HELD));

        assertThat(junit(SampleSuite.complete(), new Acceptance(false, Optional.of(failed)))
                        .getDocumentElement()
                        .getAttribute("failures"))
                .isEqualTo("0");
        assertThat(new Acceptance(false, Optional.of(held)).bad(SampleSuite.complete()))
                .hasSize(1);
    }

    @Test
    void whatDidNotRunIsSkippedAndSaysWhy() throws Exception {
        NodeList skipped = junit(SampleSuite.partial(), Acceptance.USUAL).getElementsByTagName("skipped");

        assertThat(skipped.getLength()).isEqualTo(4);
        assertThat(((Element) skipped.item(3)).getAttribute("message")).isEqualTo("did not run: interrupted");
    }

    @Test
    void aPartialReportSaysThatItIsOne() {
        assertThat(text(SuiteReportFormat.HTML, SampleSuite.partial(), Acceptance.USUAL))
                .contains("Partial report: interrupted.")
                .contains("Not run: 9, 10.");
        assertThat(text(SuiteReportFormat.MARKDOWN, SampleSuite.partial(), Acceptance.USUAL))
                .contains("**Partial: interrupted.** Not run: 9, 10.");
        assertThat(text(SuiteReportFormat.JSON, SampleSuite.partial(), Acceptance.USUAL))
                .contains("\"complete\" : false");
    }

    @Test
    void theHtmlPageNeedsNothingElse() {
        String html = text(SuiteReportFormat.HTML);

        assertThat(html)
                .doesNotContain("http:", "https:", "<script", "src=", "@import", "url(")
                .contains("&lt;script&gt;", "41,200 ops/s", "prefers-color-scheme: dark", "<svg viewBox");
    }

    @Test
    void markdownIsATableAndWhatEachCheckMeasured() {
        assertThat(text(SuiteReportFormat.MARKDOWN))
                .startsWith("# Checks\n")
                .contains(
                        "3 nodes, per-key, on disk; seed 7; 2026-11-29T17:00:00Z; took 2 min 42 s.",
                        "| 1.1 | Check 1.1 | held | 41,200 ops/s, 0 errors |",
                        "| throughput | 41,200 ops/s |",
                        "\\<script\\>");
    }

    @Test
    void whatIsNoReportIsNoBaseline() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "{");
        Path other = Files.writeString(folder.resolve("other"), "{\"checks\": []}");

        assertThatThrownBy(() -> Baseline.read(text)).hasMessageContaining("is no JSON");
        assertThatThrownBy(() -> Baseline.read(other)).hasMessageContaining("is no report of checks");
        assertThatThrownBy(() -> Baseline.read(folder.resolve("none"))).hasMessageEndingWith("there is no such file");
    }

    @Test
    void anAxisHasRoundNumbers() {
        assertThat(SvgAxis.between(0, 41_200, 4).values()).containsExactly(0.0, 20_000.0, 40_000.0, 60_000.0);
        assertThat(SvgAxis.between(0, 0.3, 4).values().stream().map(SvgAxis.between(0, 0.3, 4)::label))
                .containsExactly("0.0", "0.1", "0.2", "0.3");
        assertThat(SvgAxis.between(5, 5, 4).share(5)).isBetween(0.0, 1.0);
    }
}
