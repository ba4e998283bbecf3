package sosad.app.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport.SweepFormat;

class SuiteSweepReportTest {
    private static final SuiteSweepReport REPORT = new SuiteSweepReport();

    private static ObjectNode suite(String... verdicts) {
        ObjectNode suite = JsonNodeFactory.instance.objectNode();
        int number = 1;
        for (String verdict : verdicts) {
            suite.withArray("checks")
                    .addObject()
                    .put("number", "4." + number)
                    .put("title", "Title " + number++)
                    .put("verdict", verdict)
                    .put("headline", "the headline")
                    .put("repeat", "sosad check --seed 7");
        }
        return suite;
    }

    private static Sweep sweep(boolean isStrict, JsonNode... suites) {
        TreeMap<Long, JsonNode> runs = new TreeMap<>();
        for (JsonNode suite : suites) {
            runs.put((long) runs.size() + 7, suite);
        }
        return Sweep.of("check", Map.of("system", "3 nodes", "strict", Boolean.toString(isStrict)), runs);
    }

    @Test
    void verdictsAreCountedAndWhatFailedIsNamedWithTheCommandThatRepeatsIt() {
        String text = REPORT.text(
                sweep(false, suite("failed", "held"), suite("held", "broken-as-predicted")), SweepFormat.MARKDOWN);
        assertThat(text)
                .contains(
                        "3 nodes, seeds 7..8",
                        "| 4.1 Title 1 | 1 | 0 | 1 | 0 | 0 |",
                        "| 4.2 Title 2 | 1 | 1 | 0 | 0 | 0 |",
                        "- seed 7, 4.1 failed: the headline\n  `sosad check --seed 7`");
    }

    @Test
    void aSweepIsGoodIfNothingFailedAndIfStrictNothingWasInconclusive() {
        assertThat(REPORT.isGood(sweep(false, suite("held", "skipped"), suite("inconclusive"))))
                .isTrue();
        assertThat(REPORT.isGood(sweep(true, suite("held", "skipped"), suite("inconclusive"))))
                .isFalse();
        assertThat(REPORT.isGood(sweep(false, suite("held"), suite("failed")))).isFalse();
    }

    @Test
    void aSuiteThatEndedEarlyIsNotGood() {
        Sweep stopped = sweep(false, suite("held").put("stopped", "node A has not come up"));
        assertThat(REPORT.isGood(stopped)).isFalse();
        assertThat(REPORT.text(stopped, SweepFormat.MARKDOWN)).contains("- seed 7 ended early: node A has not come up");
    }

    @Test
    void aResultWithoutAVerdictIsRefused() {
        assertThatThrownBy(() -> REPORT.text(sweep(false, suite("perhaps")), SweepFormat.MARKDOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
