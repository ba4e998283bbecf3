package sosad.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.lab.live.Verdict;
import sosad.app.lab.live.Verdict.Forecast;
import sosad.app.viewmodel.VerdictText.Kind;

@Tag("locale")
class VerdictTextTest {
    private static Verdict verdict(int entries, int differ, Forecast forecast, String whyNone, String... without) {
        return new Verdict(
                entries, OptionalInt.of(differ), 3_240, Optional.ofNullable(forecast), whyNone, List.of(without));
    }

    private static VerdictText text(Verdict verdict) {
        return VerdictText.of(verdict).orElseThrow();
    }

    @Test
    void nothingIsSaidOfAnEmptyClusterOrBeforeTheFirstLook() {
        assertThat(VerdictText.of(Verdict.NONE)).isEmpty();
        assertThat(VerdictText.of(verdict(0, 0, null, ""))).isEmpty();
    }

    @Test
    void nodesThatAgreeSaySinceWhen() {
        VerdictText agree = text(verdict(20, 0, null, ""));
        assertThat(agree.inFull()).isEqualTo("agree since 3.2 s");
        assertThat(agree.kind()).isEqualTo(Kind.AGREE);
        assertThat(VerdictText.duration(125_900)).isEqualTo("2 min 5 s");
    }

    @Test
    void whatSyncsHealAndWhatNeverIsCounted() {
        VerdictText apart = text(verdict(20, 14, new Forecast(14, 11, 3, 0), ""));
        assertThat(apart.inFull()).isEqualTo("14 of 20 entries differ; syncs will heal 11 of them, 3 never");
        assertThat(apart.inShort()).isEqualTo("14 of 20 differ, 3 for ever");
        assertThat(apart.kind()).isEqualTo(Kind.APART);
        VerdictText healing = text(verdict(2_318, 14, new Forecast(14, 14, 0, 0), ""));
        assertThat(healing.inFull()).isEqualTo("14 of 2,318 entries differ; syncs will heal all of them");
        assertThat(healing.kind()).isEqualTo(Kind.HEALING);
        assertThat(text(verdict(2, 2, new Forecast(2, 0, 2, 0), "")).inFull())
                .isEqualTo("2 of 2 entries differ; syncs will never heal them");
        assertThat(text(verdict(1, 1, new Forecast(1, 0, 1, 0), "")).inFull())
                .isEqualTo("1 of 1 entry differs; syncs will never heal it");
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        VerdictText open = text(verdict(20, 14, new Forecast(14, 11, 0, 3), ""));
        assertThat(open.inFull()).isEqualTo("14 of 20 entries differ; syncs will heal 11 of them, 3 may be under way");
        assertThat(open.kind()).isEqualTo(Kind.OPEN);
        assertThat(text(verdict(20, 14, null, "")).inFull()).isEqualTo("14 of 20 entries differ; being judged");
        assertThat(text(verdict(20, 14, null, "too many")).inFull())
                .isEqualTo("14 of 20 entries differ; not judged: too many");
        VerdictText without = text(verdict(20, 0, null, "", "C is paused", "D is dead"));
        assertThat(without.inFull()).isEqualTo("agree since 3.2 s · without C, D");
        assertThat(without.sentence())
                .isEqualTo("The nodes: agree since 3.2 s."
                        + " Left out, as their state is not known: C is paused, D is dead.");
        assertThat(text(new Verdict(0, OptionalInt.empty(), 0, Optional.empty(), "too many", List.of()))
                        .inFull())
                .isEqualTo("not compared: too many");
    }

    @Test
    void theNumbersBelongToOneMoment() {
        assertThat(text(verdict(20, 9, new Forecast(14, 11, 3, 0), "")).inFull())
                .startsWith("14 of 20 entries differ");
    }
}
