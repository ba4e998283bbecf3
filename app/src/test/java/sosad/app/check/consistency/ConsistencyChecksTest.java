package sosad.app.check.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedCluster;
import sosad.app.testing.SabotagedServer;
import sosad.app.testing.SabotagedSystem;
import sosad.protocol.Rules.Content;

/** Each check of consistency notices when something is wrong with the servers, and holds when nothing is. */
@Timeout(60)
class ConsistencyChecksTest {
    private static final Duration BRIEF = Duration.ofSeconds(5);
    private static final List<Check> ALL =
            List.of(new DataBack(), new AbsentData(), new OldData(), new TimeToBeRight());

    private static CheckResult check(Check check, int servers, Sabotage sabotage) {
        return SabotagedSystem.check(check, servers, sabotage, BRIEF);
    }

    private static void assertFailed(CheckResult result, String words) {
        assertThat(result.verdict()).as("%s", result).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains(words);
        assertThat(result.evidence()).as("%s", result).isNotEmpty();
    }

    @Test
    void allHoldAtOneHonestServerAndAtThreeThatAreOne() {
        for (Check check : ALL) {
            for (int servers : List.of(1, 3)) {
                CheckResult result = check(check, servers, Sabotage.NONE);
                assertThat(result.verdict()).as("%s", result).isEqualTo(CheckVerdict.HELD);
                assertThat(result.situations()).isPositive();
            }
        }
    }

    @Test
    void aServerThatForgetsAWriteIsNoticedWhereItWasWritten() {
        assertFailed(check(new DataBack(), 1, Sabotage.forgetsEvery(50)), "not back at the server");
    }

    @Test
    void aServerThatNeverGetsAWriteIsNoticed() {
        assertFailed(check(new DataBack(), 2, losesEvery(40)), "are not right");
        assertFailed(check(new TimeToBeRight(), 2, losesEvery(3)), "are not right");
    }

    /** Every nth write does not reach the others. */
    private static Sabotage losesEvery(int n) {
        AtomicLong count = new AtomicLong();
        return new Sabotage() {
            @Override
            public boolean passesOn(SabotagedServer from, SabotagedServer to, String key) {
                return count.incrementAndGet() % n != 0;
            }
        };
    }

    @Test
    void anAnswerThatNobodyWroteIsNoticed() {
        for (Check check : List.of(new DataBack(), new AbsentData(), new OldData())) {
            assertThat(check(check, 1, Sabotage.liesEvery(30)).verdict())
                    .as(check.title())
                    .isEqualTo(CheckVerdict.FAILED);
        }
    }

    @Test
    void aServerThatRefusesToSpeakOfAbsentKeysIsNoticed() {
        assertFailed(
                check(new AbsentData(), 1, Sabotage.replyingTo("GET", honest -> Optional.of("-ERR no such key\r\n"))),
                "are not absent");
    }

    /** Every nth read gets the value before the last one. */
    private static Sabotage givesOldEvery(int n) {
        Map<String, String> before = new ConcurrentHashMap<>();
        AtomicLong count = new AtomicLong();
        return new Sabotage() {
            @Override
            public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                String key = words.size() > 1 ? words.get(1) : "";
                if (words.get(0).equals("SET")) {
                    Optional.ofNullable(server.entries().get(key)).ifPresent(old -> before.put(key, old));
                } else if (words.get(0).equals("GET") && count.incrementAndGet() % n == 0 && before.containsKey(key)) {
                    String old = before.get(key);
                    return Optional.of("$" + old.length() + "\r\n" + old + "\r\n");
                }
                return Optional.of(honest.get());
            }
        };
    }

    @Test
    void oldDataFromTheOnlyServerIsAFailure() {
        CheckResult result = check(new OldData(), 1, givesOldEvery(50));
        assertFailed(result, "a read older than what its server held");
        assertThat(result.evidence()).anySatisfy(one -> {
            assertThat(one.title()).isEqualTo("oldest answer");
            assertThat(one.operation()).isPresent();
            assertThat(one.lines()).first().asString().contains("→ A  GET ", "was acknowledged at A");
        });
        assertThat(result.series()).extracting(line -> line.chart()).contains("t-visibility", "k-staleness");
    }

    @Test
    void oldDataFromServersOfUnknownRulesIsNeitherExcusedNorBlamed() {
        CheckResult result = check(new OldData(), 2, lateBy(Duration.ofMillis(20)));
        assertThat(result.verdict()).as("%s", result).isEqualTo(CheckVerdict.INCONCLUSIVE);
        assertThat(result.reason()).contains("not ours");
    }

    /** What is written at one server reaches the others later. */
    private static Sabotage lateBy(Duration time) {
        Executor later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
        return new Sabotage() {
            @Override
            public boolean passesOn(SabotagedServer from, SabotagedServer to, String key) {
                later.execute(() -> Optional.ofNullable(from.entries().get(key))
                        .ifPresent(value -> to.entries().put(key, value)));
                return false;
            }
        };
    }

    @Test
    void oldDataIsNotExcusedWhereNothingIsKnownOfWhatServersWereSent() {
        SabotagedCluster cluster = new SabotagedCluster(2, 0, lateBy(Duration.ofMillis(20)));
        CheckResult result = SabotagedSystem.check(new OldData(), cluster, new CheckSettings(7, BRIEF));
        assertThat(result.verdict()).as("%s", result).isEqualTo(CheckVerdict.INCONCLUSIVE);
        assertThat(result.reason()).contains("Nothing is known of what the servers were sent");
    }

    @ParameterizedTest
    @EnumSource
    void aClusterThatStaysApartThoughItsRuleHealsItHasFailed(Content rule) {
        SabotagedCluster cluster = new SabotagedCluster(3, 0, losesEvery(20)).under(rule);
        CheckResult result = SabotagedSystem.check(new DataBack(), cluster, new CheckSettings(7, BRIEF));
        assertFailed(result, "are not right");
        assertThat(result.evidence().get(0).lines().get(0)).contains("goes further than that");
    }

    @Test
    void aNodeThatHoldsSomethingNewerThanItSaysIsNotExcusedByItsRule() {
        SabotagedCluster cluster = new SabotagedCluster(2, 0, new Sabotage() {
            @Override
            public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                String reply = honest.get();
                boolean isHidden = words.get(0).equals("GET")
                        && server.id().name().equals("B")
                        && words.get(1).endsWith("7");
                return Optional.of(isHidden ? "$-1\r\n" : reply);
            }
        });
        CheckResult result = SabotagedSystem.check(new TimeToBeRight(), cluster, new CheckSettings(7, BRIEF));
        assertThat(result.verdict()).as("%s", result).isEqualTo(CheckVerdict.FAILED);
    }

    @Test
    void aServerThatIsRightTooLateIsNoticed() {
        AtomicLong asked = new AtomicLong();
        assertThat(check(new TimeToBeRight(), 2, new Sabotage() {
                    @Override
                    public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                        boolean isLate = words.get(0).equals("GET")
                                && server.id().name().equals("B")
                                && System.nanoTime() - asked.get()
                                        < Duration.ofMillis(1_300).toNanos();
                        if (words.get(0).equals("SET") && words.get(1).contains(".k")) {
                            asked.set(System.nanoTime());
                        }
                        return Optional.of(isLate ? "$-1\r\n" : honest.get());
                    }
                }))
                .extracting(CheckResult::verdict)
                .isEqualTo(CheckVerdict.FAILED);
    }

    @Test
    void withoutAnAnswerNothingCanBeSaid() {
        for (Check check : ALL) {
            SabotagedSystem system = SabotagedSystem.start(1, Sabotage.NONE);
            system.all().get(0).stop();
            CheckResult result = SabotagedSystem.check(check, system, new CheckSettings(7, BRIEF));
            assertThat(result.verdict()).as("%s", result).isEqualTo(CheckVerdict.INCONCLUSIVE);
        }
    }
}
