package sosad.app.check.consistency;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Figure;
import sosad.app.load.Operation;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** Check 2.2: keys under which nothing was ever written. */
public final class AbsentData implements Check {
    private static final int KEYS = 10_000;
    private static final int AT_ONCE = 500;
    private static final int MAX_EXAMPLES = 5;

    @Override
    public CheckNumber number() {
        return CheckNumber.of(2, 2);
    }

    @Override
    public String title() {
        return "What if we haven't set any data?";
    }

    @Override
    public String question() {
        return "Does every server and gateway say of a key that nobody has written that there is nothing?";
    }

    @Override
    public String situation() {
        return "answers about keys that nobody has written";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(2);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        try (ConsistencyRun run = new ConsistencyRun(this, context)) {
            List<Operation> wrong = new ArrayList<>();
            int unanswered = 0;
            int absent = 0;
            int most = context.settings().scaled(KEYS);
            long end = System.nanoTime() + context.duration().toNanos();
            int asked = 0;
            for (int round = 0; asked < most && System.nanoTime() < end; round++) {
                NodeId server = run.everybody().get(round % run.everybody().size());
                List<String> keys = new ArrayList<>();
                for (int i = Math.min(AT_ONCE, most - asked); i > 0; i--) {
                    keys.add(run.prefix() + "absent" + asked++);
                }
                for (Operation read : run.probe().readAll(server, keys)) {
                    boolean isAbsent = read.outcome() == OperationOutcome.OK && read.version() == Operation.NOTHING;
                    absent += isAbsent ? 1 : 0;
                    unanswered += read.outcome() == OperationOutcome.UNANSWERED ? 1 : 0;
                    if (!isAbsent && read.outcome() != OperationOutcome.UNANSWERED) {
                        wrong.add(read);
                    }
                }
                run.look();
                context.progress((double) asked / most, format("%,d keys", asked));
            }
            return result(run, absent, unanswered, wrong);
        }
    }

    private static CheckResult result(ConsistencyRun run, int absent, int unanswered, List<Operation> wrong) {
        CheckResultBuilder builder = run.result()
                .did("Read keys that nobody has written, at each server and gateway in turn.")
                .situations(absent + wrong.size())
                .figure(Figure.count("absent keys read", absent + wrong.size()))
                .figure(Figure.count("answered as absent", absent))
                .figure(Figure.count("answered otherwise", wrong.size()))
                .figure(Figure.count("not answered", unanswered));
        wrong.stream()
                .limit(MAX_EXAMPLES)
                .forEach(read -> builder.evidence(run.evidence(
                        "something where there is nothing",
                        read,
                        List.of(format(
                                "%s GET %s → %s",
                                read.server(),
                                read.key(),
                                read.outcome() == OperationOutcome.REFUSED ? "an error" : "a value")))));
        return wrong.isEmpty()
                ? builder.held(format("%,d absent keys, all answered as absent", absent))
                : builder.failed(format("%,d of %,d absent keys are not absent", wrong.size(), absent + wrong.size()));
    }
}
