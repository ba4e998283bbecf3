package sosad.app.check.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.FigureTable;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedSystem;

/** The checks of kind 1 against servers that are sound, and servers that are not. */
@Timeout(60)
class VolumeTest {
    private static final Check PER_SECOND = new VolumePerSecond();
    private static final Check TOTAL = new TotalVolume();

    private static CheckResult check(Check check, Sabotage sabotage) {
        return SabotagedSystem.check(check, 2, sabotage, Duration.ofSeconds(5));
    }

    private static Sabotage everyReplyTo(String command, int n, String reply) {
        AtomicLong count = new AtomicLong();
        return Sabotage.replyingTo(command, honest -> count.incrementAndGet() % n == 0 ? Optional.of(reply) : honest);
    }

    @Test
    void soundServersHoldBothAndAreMeasured() {
        CheckResult perSecond = check(PER_SECOND, Sabotage.NONE);
        assertThat(perSecond.verdict()).as(perSecond.headline()).isEqualTo(CheckVerdict.HELD);
        assertThat(perSecond.figures()).extracting(Figure::label).contains("operations in total");
        FigureTable loads = perSecond.tables().get(0);
        assertThat(loads.rows().get(0).name()).isEqualTo("one by one");
        int fromDue = loads.columns().indexOf("99 % from when due");
        assertThat(loads.rows())
                .allMatch(row -> row.figures().get(0).isPresent()
                        && row.figures().get(fromDue).isPresent() == row.name().startsWith("open loop"))
                .anyMatch(row -> row.name().startsWith("open loop"));
        assertThat(perSecond.series()).isNotEmpty();
        CheckResult total = check(TOTAL, Sabotage.NONE);
        assertThat(total.verdict()).as(total.headline()).isEqualTo(CheckVerdict.HELD);
        assertThat(total.situations()).isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void oneReplyOfAThousandThatNeverComesIsNoticed() {
        CheckResult result = check(PER_SECOND, Sabotage.silentEvery(1_000, ""));
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("requests went wrong");
        assertThat(result.evidence()).isNotEmpty();
        assertThat(result.evidence().get(0).operation()).isPresent();
    }

    @Test
    void aReplyToAnotherReadIsNoticed() {
        String[] last = {"$-1\r\n"};
        AtomicLong count = new AtomicLong();
        CheckResult result = check(PER_SECOND, Sabotage.replyingTo("GET", honest -> {
            synchronized (last) {
                String before = last[0];
                last[0] = honest.orElseThrow();
                return count.incrementAndGet() % 100 == 0 ? Optional.of(before) : honest;
            }
        }));
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("value that nobody wrote");
    }

    @Test
    void errorsAreNoticedAndNamed() {
        CheckResult result = check(PER_SECOND, everyReplyTo("SET", 1_000, "-OOM no memory left\r\n"));
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("OOM no memory left");
        assertThat(result.evidence()).extracting(Evidence::title).contains("a request that was refused");
    }

    @Test
    void repliesOfAnotherKindAreNoticed() {
        CheckResult result = check(TOTAL, everyReplyTo("GET", 1_000, "+OK\r\n"));
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("reply to something else");
    }

    @Test
    void anEntryThatWasForgottenIsNoticed() {
        CheckResult result = check(TOTAL, Sabotage.forgetsEvery(1_000));
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("were not there any more where they were written");
    }

    @Test
    void slownessIsNoFailure() {
        CheckResult result = check(PER_SECOND, Sabotage.lateEvery(20, Duration.ofMillis(5)));
        assertThat(result.verdict()).as(result.headline()).isEqualTo(CheckVerdict.HELD);
    }

    @Test
    void aServerThatServesNothingHasFailed() {
        SabotagedSystem system = SabotagedSystem.start(1, Sabotage.NONE);
        system.all().get(0).stop();
        CheckResult result = SabotagedSystem.check(PER_SECOND, system, new CheckSettings(7, Duration.ofSeconds(5)));
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("nothing was served");
    }
}
