package sosad.app.check;

import java.time.Duration;
import java.util.Optional;

/** A check that does what a test wants. */
public record SampleCheck(CheckNumber number, Run run, Optional<String> because) implements Check {
    /** What it does. */
    public interface Run {
        CheckResult run(CheckResultBuilder result, CheckContext context) throws InterruptedException;
    }

    /** One that makes sense for every system. */
    public SampleCheck(String number, Run run) {
        this(CheckNumber.parse(number), run, Optional.empty());
    }

    /** One that holds. */
    public static SampleCheck holds(String number) {
        return new SampleCheck(number, (result, context) -> result.situations(1).held("all is well"));
    }

    @Override
    public String title() {
        return "Check " + number;
    }

    @Override
    public String question() {
        return "Is all well?";
    }

    @Override
    public String situation() {
        return "requests";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Optional<String> skippedBecause(SystemUnderTest system) {
        return because;
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        return run.run(new CheckResultBuilder(this), context);
    }
}
