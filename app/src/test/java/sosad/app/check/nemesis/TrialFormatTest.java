package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.check.Absences;
import sosad.app.check.Agreement;
import sosad.app.check.Outlook;
import sosad.app.check.nemesis.TrialResult.TrialFormat;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.MissingWrite;
import sosad.app.load.Workload.Tally;
import sosad.model.NodeId;
import sosad.protocol.Rules.Content;

@Tag("locale")
class TrialFormatTest {
    private static final Tally TALLY = new Tally(1_200, 3, 4, 300, List.of());
    private static final Agreement SAME = new Agreement(0, List.of());
    private static final String WORDS = "k: A holds v@5, B holds nothing";
    private static final Agreement DIFFERENT = new Agreement(1, List.of(WORDS));
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private static MissingWrite missing(String key) {
        return new MissingWrite(A, key, 9, 0, 1);
    }

    private static TrialResult result(
            OptionalLong after, Agreement agreement, Optional<Outlook> outlook, Absences absences) {
        return new TrialResult(
                "Kills",
                7,
                Content.REMOTE_NOW,
                Map.of("kill", 5L, "cut", 2L),
                1,
                2,
                new LinkCounts(100, 80, 18, 1, 2),
                2,
                TALLY,
                after,
                agreement,
                outlook,
                0,
                900,
                absences,
                List.of(),
                List.of());
    }

    private static TrialResult converged(Absences absences) {
        return result(OptionalLong.of(1_300), SAME, Optional.empty(), absences);
    }

    private static TrialResult apart(Outlook outlook) {
        return result(OptionalLong.empty(), DIFFERENT, Optional.of(outlook), Absences.NONE);
    }

    @Test
    void aGoodTrialIsToldInAFewLines() {
        TrialResult good = converged(Absences.NONE);
        assertThat(good.isGood()).isTrue();
        assertThat(TrialFormat.TEXT.text(good)).isEqualTo("""
                Kills, seed 7
                faults: cut 2, kill 5; not done: 1; begin after the end: 2
                messages: 100 sent, 80 passed, 18 lost, 1 twice, 2 corrupted, 3 under way; frames refused: 2
                writes: 1,200 acknowledged, 3 refused, 4 unanswered; reads: 300
                converged after 1.3 s; every node holds 900 entries
                every acknowledged write is there
                verdict: good
                """);
    }

    @Test
    void whatTheRulesWouldHaveHealedIsAFault() {
        TrialResult bad = apart(new Outlook(List.of(WORDS), List.of()));
        assertThat(bad.isGood()).isFalse();
        assertThat(TrialFormat.TEXT.text(bad)).contains("""
                NOT CONVERGED within 10 sync intervals: 1 keys differ
                FAULT: on 1 keys remote-now brings nodes further than they came
                  k: A holds v@5, B holds nothing
                """);
    }

    @Test
    void whatTheRulesLeaveApartIsNamedWithItsCureAndNoFault() {
        TrialResult allowed = apart(new Outlook(
                List.of(), List.of(new Outlook.Apart(WORDS, List.of(Content.REMOTE_PREV, Content.PER_KEY)))));
        assertThat(allowed.isGood()).isTrue();
        assertThat(TrialFormat.TEXT.text(allowed))
                .contains("""
                1 keys stay apart as remote-now allows; what would heal each:
                  k: A holds v@5, B holds nothing (remote-prev, per-key)
                """, "verdict: good: the nodes differ no more than remote-now allows");
    }

    @Test
    void writesThatNobodyHoldsAreCountedApartFromThoseThatSomeHoldAndFromThoseThatWentWithAStore() {
        TrialResult bad = converged(
                new Absences(List.of(missing("l")), List.of(missing("g")), List.of(missing("p")), Map.of(A, 3, B, 2)));
        assertThat(bad.isGood()).isFalse();
        assertThat(TrialFormat.TEXT.text(bad)).contains("""
                LOST: 1 acknowledged writes are held by no node
                  l = 9 was acknowledged; nothing is held
                1 acknowledged writes are held by no node: they were only in the memory of a process that ended, or in a \
                store that was wiped
                  g = 9 was acknowledged; nothing is held
                1 acknowledged writes are held by some nodes and not by others
                A lacks 3, B lacks 2
                """);
        assertThat(converged(new Absences(List.of(), List.of(missing("g")), List.of(), Map.of(A, 1, B, 1)))
                        .isGood())
                .isTrue();
    }

    @Test
    void aTrialInWhichNothingWasAcknowledgedIsNoProof() {
        TrialResult nothing = new TrialResult(
                "Kills",
                7,
                Content.FULL,
                Map.of(),
                0,
                0,
                LinkCounts.NONE,
                0,
                new Tally(0, 0, 5, 0, List.of()),
                OptionalLong.of(1),
                SAME,
                Optional.empty(),
                0,
                0,
                Absences.NONE,
                List.of(),
                List.of());
        assertThat(nothing.isGood()).isFalse();
        assertThat(TrialFormat.TEXT.text(nothing)).contains("verdict: INCONCLUSIVE");
    }

    @Test
    void jsonHasTheSame() throws Exception {
        JsonNode json = new ObjectMapper().readTree(TrialFormat.JSON.text(converged(Absences.NONE)));
        assertThat(json.get("faults").get("kill").asInt()).isEqualTo(5);
        assertThat(json.get("messages").get("lost").asInt()).isEqualTo(18);
        assertThat(json.get("convergedAfterMillis").asLong()).isEqualTo(1_300);
        assertThat(json.get("good").asBoolean()).isTrue();
        assertThat(json.get("lossAllowed").isNull()).isTrue();
    }
}
