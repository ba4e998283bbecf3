package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport.SweepFormat;

@Tag("locale")
class TrialSweepReportTest {
    private static ObjectNode trial(boolean isGood, int refused) {
        ObjectNode trial = JsonNodeFactory.instance.objectNode().put("good", isGood);
        trial.putObject("faults").put("cut", 3).put("kill", 1_200);
        trial.putObject("messages").put("corrupted", 5).put("refused", refused);
        trial.putObject("writes").put("acknowledged", 4_000).put("unanswered", 7);
        trial.put("convergedAfterMillis", 1_250).put("missingWrites", 2).putArray("foreign");
        return trial;
    }

    private static Sweep sweep(JsonNode... trials) {
        TreeMap<Long, JsonNode> runs = new TreeMap<>();
        for (JsonNode trial : trials) {
            runs.put((long) runs.size() + 1, trial);
        }
        return Sweep.of("bench faults", Map.of(), runs);
    }

    @Test
    void aTrialIsARowAndOneThatFailedIsToldInFull() {
        ObjectNode bad = trial(false, 4).putNull("convergedAfterMillis").put("text", "1 value that nobody wrote\n");
        ObjectNode broken =
                JsonNodeFactory.instance.objectNode().put("good", false).put("failed", "B did not start");
        assertThat(TrialSweepReport.BENCH_FAULTS.text(sweep(trial(true, 5), bad, broken), SweepFormat.MARKDOWN))
                .contains(
                        "| 1 | 1,203 | 4,000 | 7 | 5 | 5 | 1.3 s | 2 | 0 |\n",
                        "| 2 | 1,203 | 4,000 | 7 | 5 | 4 | no | 2 | 0 |\n",
                        "| 3 | failed: B did not start |\n",
                        "\n1 value that nobody wrote\n",
                        "10 frames arrived corrupted, 9 were refused.");
    }

    @Test
    void oneBadTrialMakesASweepBad() {
        assertThat(TrialSweepReport.RUN_LIVE.isGood(sweep(trial(true, 1), trial(true, 0))))
                .isTrue();
        assertThat(TrialSweepReport.RUN_LIVE.isGood(sweep(trial(true, 1), trial(false, 1))))
                .isFalse();
    }

    @Test
    void aBenchInWhichNothingCorruptedWasRefusedHasShownNothing() {
        assertThat(TrialSweepReport.BENCH_FAULTS.isGood(sweep(trial(true, 0)))).isFalse();
        assertThat(TrialSweepReport.BENCH_FAULTS.isGood(sweep(trial(true, 0), trial(true, 1))))
                .isTrue();
    }
}
