package sosad.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckResultTest {
    private final CheckResultBuilder builder = new CheckResultBuilder(SampleCheck.holds("2.3"));

    @Test
    void whatNeverMetItsSituationIsInconclusive() {
        CheckResult result = builder.situations(0).held("nothing was stale");

        assertThat(result.verdict()).isEqualTo(CheckVerdict.INCONCLUSIVE);
        assertThat(result.headline()).isEqualTo("there were no requests");
        assertThat(builder.brokenAsPredicted("1 stale", "lost-update").verdict())
                .isEqualTo(CheckVerdict.INCONCLUSIVE);
    }

    @Test
    void whatFailedHasFailedWithoutItsSituation() {
        assertThat(builder.situations(0).failed("a value that nobody wrote").verdict())
                .isEqualTo(CheckVerdict.FAILED);
    }

    @Test
    void onlyWhatIsBrokenAsPredictedHasALesson() {
        CheckResult broken = builder.situations(1).brokenAsPredicted("1 stale", "lost-update");

        assertThat(broken.lesson()).contains("lost-update");
        assertThatThrownBy(() -> new CheckResult(
                        broken.number(),
                        CheckVerdict.FAILED,
                        broken.headline(),
                        "",
                        "",
                        1,
                        broken.figures(),
                        broken.tables(),
                        broken.series(),
                        broken.evidence(),
                        broken.bands(),
                        broken.operations(),
                        broken.lesson()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
