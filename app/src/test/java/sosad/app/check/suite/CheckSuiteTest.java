package sosad.app.check.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.check.Check;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.check.SampleCheck;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.process.NodeException;
import sosad.message.Address;
import sosad.model.NodeId;

class CheckSuiteTest {
    private final List<String> log = new ArrayList<>();

    /** A system with nothing in it. */
    private final class Nothing implements SystemUnderTest {
        @Override
        public String words() {
            return "nothing";
        }

        @Override
        public List<NodeId> servers() {
            return List.of();
        }

        @Override
        public List<NodeId> gateways() {
            return List.of();
        }

        @Override
        public Optional<Address> address(NodeId process) {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<TestedCluster> cluster() {
            return Optional.empty();
        }

        @Override
        public void turn(long mostMillis) {}

        @Override
        public void close() {
            log.add("close");
        }
    }

    private final SystemSource source = new SystemSource() {
        @Override
        public String words() {
            return "nothing";
        }

        @Override
        public String options() {
            return "--against nothing";
        }

        @Override
        public SystemUnderTest system() {
            log.add("start");
            return new Nothing();
        }
    };

    private SuiteResult run(Check... checks) {
        return new CheckSuite(List.of(checks), CheckSettings.USUAL, source, new CheckListener() {
                    @Override
                    public void finished(CheckResult result, Duration took) {
                        log.add(result.number() + " " + result.verdict());
                    }
                })
                .run();
    }

    @Test
    void eachKindHasASystemOfItsOwn() {
        run(SampleCheck.holds("2.1"), SampleCheck.holds("2.2"), SampleCheck.holds("3"));

        assertThat(log).containsExactly("start", "2.1 HELD", "2.2 HELD", "close", "start", "3 HELD", "close");
    }

    @Test
    void aCheckInWhichAProcessFailsHasFailedAndTheNextGetsAnotherSystem() {
        SuiteResult result = run(
                new SampleCheck("2.1", (builder, context) -> {
                    throw new NodeException("A ended");
                }),
                SampleCheck.holds("2.2"));

        assertThat(log).containsExactly("start", "2.1 FAILED", "close", "start", "2.2 HELD", "close");
        assertThat(result.outcomes().get(0).result().headline()).isEqualTo("A ended");
        assertThat(result.isComplete()).isTrue();
    }

    @Test
    void aCheckThatBreaksOffSaysNothingOfTheSystemAndTheNextGetsAnother() {
        SuiteResult result = run(
                new SampleCheck("2.1", (builder, context) -> {
                    throw new IllegalStateException("oops");
                }),
                SampleCheck.holds("2.2"));

        assertThat(log).containsExactly("start", "2.1 INCONCLUSIVE", "close", "start", "2.2 HELD", "close");
        assertThat(result.outcomes().get(0).result().headline()).contains("the check itself broke off", "oops");
    }

    @Test
    void whatMakesNoSenseIsSkippedAndSaysWhy() {
        Check check =
                new SampleCheck(CheckNumber.of(7), (builder, context) -> null, Optional.of("there is no gateway"));

        CheckResult result = run(check).outcomes().get(0).result();

        assertThat(result.verdict()).isEqualTo(CheckVerdict.SKIPPED);
        assertThat(result.headline()).isEqualTo("there is no gateway");
    }

    @Test
    void aRunThatIsInterruptedEndsWithWhatThereIs() {
        SuiteResult result = run(
                SampleCheck.holds("2.1"),
                new SampleCheck("2.2", (builder, context) -> {
                    throw new InterruptedException();
                }),
                SampleCheck.holds("3"));

        assertThat(log).containsExactly("start", "2.1 HELD", "close");
        assertThat(result.outcomes()).hasSize(1);
        assertThat(result.notRun()).containsExactly(CheckNumber.of(2, 2), CheckNumber.of(3));
        assertThat(result.stopped()).contains("interrupted");
    }

    @Test
    void theCommandThatRepeatsACheckNamesSystemSeedAndTime() {
        assertThat(run(SampleCheck.holds("2.1")).repeat(CheckNumber.of(2, 1)))
                .isEqualTo("sosad check --only 2.1 --against nothing --seed 7 --for 3min");
    }
}
