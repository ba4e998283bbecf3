package sosad.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.Tally;

@Tag("locale")
class TrialFormatTest {
    private static final Tally TALLY = new Tally(1_200, 3, 4, 300, List.of());
    private static final Agreement SAME = new Agreement(0, List.of());

    private static TrialResult result(OptionalLong after, Agreement agreement, List<String> missing, String allowed) {
        return new TrialResult(
                "Kills",
                7,
                Map.of("kill", 5L, "cut", 2L),
                1,
                new LinkCounts(100, 80, 20, 1, 2),
                2,
                TALLY,
                after,
                agreement,
                900,
                missing,
                List.of(),
                allowed);
    }

    @Test
    void aGoodTrialIsToldInAFewLines() {
        TrialResult good = result(OptionalLong.of(1_300), SAME, List.of(), "");
        assertThat(good.isGood()).isTrue();
        assertThat(TrialFormat.TEXT.text(good)).isEqualTo("""
                Kills, seed 7
                faults: cut 2, kill 5; not done: 1
                messages: 100 sent, 80 passed, 20 lost, 1 twice, 2 corrupted; frames refused: 2
                writes: 1,200 acknowledged, 3 refused, 4 unanswered; reads: 300
                converged after 1.3 s; every node holds 900 entries
                every acknowledged write is there
                """);
    }

    @Test
    void whatDiffersAndWhatIsLostIsNamedAndNotGood() {
        Agreement different = new Agreement(1, List.of("k: A holds v@5, B holds nothing"));
        TrialResult bad = result(OptionalLong.empty(), different, List.of("k = 1 was acknowledged"), "");
        assertThat(bad.isGood()).isFalse();
        assertThat(TrialFormat.TEXT.text(bad)).contains("""
                NOT CONVERGED within 10 sync intervals: 1 keys differ
                  k: A holds v@5, B holds nothing
                LOST: 1 acknowledged writes are not there
                  k = 1 was acknowledged
                """);
    }

    @Test
    void aLossThatWasToBeExpectedIsToldAndGood() {
        TrialResult good = result(OptionalLong.of(1), SAME, List.of("k"), "a store was wiped");
        assertThat(good.isGood()).isTrue();
        assertThat(TrialFormat.TEXT.text(good)).contains("1 acknowledged writes are not there: a store was wiped");
    }

    @Test
    void jsonHasTheSame() throws Exception {
        JsonNode json =
                new ObjectMapper().readTree(TrialFormat.JSON.text(result(OptionalLong.of(1_300), SAME, List.of(), "")));
        assertThat(json.get("faults").get("kill").asInt()).isEqualTo(5);
        assertThat(json.get("messages").get("lost").asInt()).isEqualTo(20);
        assertThat(json.get("convergedAfterMillis").asLong()).isEqualTo(1_300);
        assertThat(json.get("good").asBoolean()).isTrue();
        assertThat(json.get("lossAllowed").isNull()).isTrue();
    }
}
