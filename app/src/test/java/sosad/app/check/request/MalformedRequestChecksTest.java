package sosad.app.check.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedServer;
import sosad.app.testing.SabotagedSystem;

/** The checks of malformed requests, held against servers that handle them well and badly. */
@Timeout(60)
class MalformedRequestChecksTest {
    private static final Duration BRIEF = Duration.ofSeconds(10);

    /** What is acknowledged whatever it is, and kept by nobody. */
    private static final Sabotage SAYS_OK = new Sabotage() {
        @Override
        public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
            return Optional.of(words.get(0).equals("PING") ? "+PONG\r\n" : "+OK\r\n");
        }
    };

    static Stream<Check> complete() {
        return MalformedRequestCheck.all().stream();
    }

    private static CheckResult check(Check check, Sabotage sabotage) {
        return SabotagedSystem.check(check, 2, sabotage, BRIEF);
    }

    @ParameterizedTest
    @MethodSource("complete")
    void serversThatRefuseThemAllHold(Check check) {
        CheckResult result = check(check, Sabotage.NONE);

        assertThat(result.verdict()).as(result.headline()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("complete")
    void oneThatSaysOkToEverythingIsFoundOut(Check check) {
        CheckResult result = check(check, SAYS_OK);

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.evidence().get(0).lines()).anyMatch(line -> line.startsWith("got      +OK"));
    }

    @Test
    void oneThatRefusesARequestAndStoresItIsFoundOut() {
        CheckResult result = check(new MalformedRequestCheck(3), new Sabotage() {
            @Override
            public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                if (words.get(0).equals("SET")) {
                    server.entries().put(words.get(1), words.get(2));
                } else if (words.get(0).equals("GET") && server.entries().containsKey(words.get(1))) {
                    return Optional.of("$1\r\nv\r\n");
                }
                return Optional.of(honest.get());
            }
        });

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.reason()).contains("refused and stored all the same");
    }

    @Test
    void oneThatCutsOffTheClientAfterwardsIsFoundOut() {
        CheckResult result = check(new MalformedRequestCheck(6), new Sabotage() {
            @Override
            public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                if (words.get(0).equals("PING")) {
                    return Optional.of("-ERR busy\r\n");
                }
                return Optional.of(honest.get());
            }
        });

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.reason()).contains("for a PING afterwards");
    }

    @Test
    void halfRequestsInNobodysWayHold() {
        assertThat(check(new HalfRequestCheck(), Sabotage.NONE).verdict()).isEqualTo(CheckVerdict.HELD);
    }

    @Test
    void halfARequestThatIsStoredIsFoundOut() {
        CheckResult result =
                check(new HalfRequestCheck(), Sabotage.replyingTo("GET", all -> Optional.of("$2\r\nyo\r\n")));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).isEqualTo("At A: half a request is stored");
    }

    @Test
    void mutantsThatAreAnsweredHold() {
        CheckResult result = check(new MutantCheck(), Sabotage.NONE);

        assertThat(result.verdict()).as(result.headline()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isGreaterThan(50);
    }

    @Test
    void oneReplyInAHundredThatIsNoneOfTheProtocolIsFoundOut() {
        AtomicLong count = new AtomicLong();

        CheckResult result = check(
                new MutantCheck(),
                Sabotage.replyingTo(
                        "", honest -> count.incrementAndGet() % 100 == 0 ? Optional.of("?what\r\n") : honest));

        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("no reply of the protocol");
    }
}
