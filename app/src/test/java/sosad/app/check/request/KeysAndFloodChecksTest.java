package sosad.app.check.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedServer;
import sosad.app.testing.SabotagedSystem;

/** The checks of random keys, all keys and floods, held against servers that do well and badly. */
@Timeout(60)
class KeysAndFloodChecksTest {
    private static final Duration BRIEF = Duration.ofSeconds(10);

    private static CheckResult check(Check check, Sabotage sabotage) {
        return SabotagedSystem.check(check, 1, sabotage, BRIEF);
    }

    /** Lists all keys at once, but what it lists may be changed. */
    private static Sabotage listing(Supplier<List<String>> more, int without) {
        return new Sabotage() {
            @Override
            public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                if (!words.get(0).equals("SCAN")) {
                    return Optional.of(honest.get());
                }
                List<String> keys = server.entries().keySet().stream()
                        .filter(key -> !key.endsWith(":" + without))
                        .toList();
                StringBuilder reply = new StringBuilder("*2\r\n$1\r\n0\r\n*")
                        .append(keys.size() + more.get().size())
                        .append("\r\n");
                keys.forEach(key -> reply.append("$" + key.length() + "\r\n" + key + "\r\n"));
                more.get().forEach(key -> reply.append("$" + key.length() + "\r\n" + key + "\r\n"));
                return Optional.of(reply.toString());
            }
        };
    }

    @Test
    void absentKeysThatAreAnsweredAbsentHold() {
        CheckResult result = check(new AbsentKeysCheck(), Sabotage.NONE);

        assertThat(result.verdict()).as(result.headline()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isGreaterThan(100);
    }

    @Test
    void oneReadInAHundredWithAValueThatNobodyWroteIsFoundOut() {
        CheckResult result = check(new AbsentKeysCheck(), Sabotage.liesEvery(100));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.evidence().get(0).lines()).contains("got      \"lie\"");
    }

    @Test
    void oneWriteInTwentyThatIsForgottenIsFoundOut() {
        assertThat(check(new AbsentKeysCheck(), Sabotage.forgetsEvery(20)).verdict())
                .isEqualTo(CheckVerdict.FAILED);
    }

    @Test
    void keysThatAreAllListedHold() {
        CheckResult result = check(new AllKeysCheck(), listing(List::of, -1));

        assertThat(result.verdict()).as(result.headline()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.headline()).contains("each listed exactly once");
    }

    @Test
    void aKeyThatIsNotListedIsFoundOut() {
        CheckResult result = check(new AllKeysCheck(), listing(List::of, 77));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.evidence().get(0).lines())
                .containsExactly("key number 77 was there all the time and is not listed");
    }

    @Test
    void aServerWithoutScanIsSkipped() {
        CheckResult result = check(
                new AllKeysCheck(), Sabotage.replyingTo("SCAN", honest -> Optional.of("-ERR unknown command\r\n")));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.SKIPPED);
        assertThat(result.headline()).isEqualTo("A knows no SCAN");
    }

    @Test
    void aServerThatServesOthersDuringAFloodHolds() {
        CheckResult result = check(new FloodCheck(), Sabotage.NONE);

        assertThat(result.verdict()).as(result.headline()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isPositive();
        assertThat(result.bands()).hasSize(2);
    }

    @Test
    void oneThatForgetsAReplyInAFloodIsFoundOut() {
        AtomicLong count = new AtomicLong();

        CheckResult result = check(
                new FloodCheck(),
                Sabotage.replyingTo(
                        "GET", honest -> count.incrementAndGet() == 1_000 ? Optional.of("$-1\r\n") : honest));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("did not read at once").contains("is wrong");
    }

    @Test
    void oneThatStopsServingOthersDuringAFloodIsFoundOut() {
        AtomicLong big = new AtomicLong();

        CheckResult result = check(new FloodCheck(), new Sabotage() {
            @Override
            public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                if (words.size() > 1 && words.get(1).length() > 50) {
                    big.incrementAndGet();
                }
                return big.get() > 100 && words.contains("check6:nobody")
                        ? Optional.empty()
                        : Optional.of(honest.get());
            }
        });

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("does not answer another client within 5 s");
    }
}
