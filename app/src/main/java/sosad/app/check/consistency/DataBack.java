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
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.load.Operation;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** Check 2.1: what was written is read at the same server, at the others, and through gateways. */
public final class DataBack implements Check {
    private static final int KEYS = 20_000;
    private static final int AT_ONCE = 64;
    private static final double SHARE_OF_WRITES = 0.6;
    private static final long VERSION = 1;
    private static final int MAX_EXAMPLES = 5;

    @Override
    public CheckNumber number() {
        return CheckNumber.of(2, 1);
    }

    @Override
    public String title() {
        return "Do we get the data we set back?";
    }

    @Override
    public String question() {
        return "Is what was written read back at the same server at once, and at every other one and through gateways"
                + " in the end?";
    }

    @Override
    public String situation() {
        return "acknowledged writes";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(8);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        try (ConsistencyRun run = new ConsistencyRun(this, context)) {
            Written written = write(context, run);
            context.progress(SHARE_OF_WRITES, "are all servers right?");
            LastReads last = LastReads.await(run, run.everybody(), written.keys);
            ConsistencyReport report = run.history().report();
            run.tidy(written.keys);
            return result(run, written, report, last);
        }
    }

    /** What was written, and read back at once. */
    private static final class Written {
        final List<String> keys = new ArrayList<>();
        final List<Operation> wrong = new ArrayList<>();
        int refused;
        int back;
        int asked;
        int gatewayBack;
        int gatewayAsked;
    }

    /** Writes some at each server and gateway in turn, and reads them there at once. */
    private static Written write(CheckContext context, ConsistencyRun run) throws InterruptedException {
        Written written = new Written();
        int most = context.settings().scaled(KEYS);
        long nanos = Math.round(context.duration().toNanos() * SHARE_OF_WRITES);
        long began = System.nanoTime();
        for (long now = 0; now < nanos && written.keys.size() < most; now = System.nanoTime() - began) {
            for (NodeId server : run.everybody()) {
                writeAt(run, server, written);
                run.look();
            }
            context.progress(SHARE_OF_WRITES * now / nanos, format("%,d keys", written.keys.size()));
        }
        return written;
    }

    private static void writeAt(ConsistencyRun run, NodeId server, Written written) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            keys.add(run.prefix() + "k" + (written.keys.size() + i));
        }
        List<String> kept = run.probe().writeAll(server, keys, VERSION).stream()
                .filter(write -> write.outcome() == OperationOutcome.OK)
                .map(Operation::key)
                .toList();
        written.refused += keys.size() - kept.size();
        written.keys.addAll(kept);
        boolean isServer = run.system().servers().contains(server);
        for (Operation read : run.probe().readAll(server, kept)) {
            boolean isBack = read.outcome() == OperationOutcome.OK && read.version() == VERSION;
            if (!isServer) {
                written.gatewayAsked++;
                written.gatewayBack += isBack ? 1 : 0;
                continue; // it may have asked another server, which is not right yet
            }
            written.asked++;
            written.back += isBack ? 1 : 0;
            if (!isBack) {
                written.wrong.add(read);
            }
        }
    }

    private static CheckResult result(ConsistencyRun run, Written written, ConsistencyReport report, LastReads last) {
        CheckResultBuilder builder = run.result()
                .did(format(
                        "Wrote %,d keys, %d at a time at each server and gateway in turn, read each there at once and at"
                                + " all others until it was right.",
                        written.keys.size(), AT_ONCE))
                .situations(written.keys.size())
                .figure(Figure.count("writes acknowledged", written.keys.size()))
                .figure(Figure.count("right at the same server at once", written.back))
                .figure(Figure.count("wrong at the same server at once", written.asked - written.back))
                .figure(Figure.millis("until all were right everywhere", (double) last.tookMillis()))
                .figure(Figure.count(
                        "answers that never became right",
                        last.wrong().size() + last.apart().size()))
                .figure(Figure.count("requests refused or not answered", written.refused));
        if (written.gatewayAsked > 0) {
            builder.figure(Figure.percent(
                    "right through the same gateway at once", (double) written.gatewayBack / written.gatewayAsked));
        }
        written.wrong.stream()
                .limit(MAX_EXAMPLES)
                .forEach(read ->
                        builder.evidence(run.evidence("not what was just written", read, List.of(words(read)))));
        if (!written.wrong.isEmpty()) {
            last.tell(builder);
            return builder.failed(format(
                    "%,d of %,d not back at the server that had acknowledged them",
                    written.wrong.size(), written.asked));
        }
        if (written.keys.isEmpty() && written.refused > 0) {
            builder.evidence(Evidence.of("no write was acknowledged", List.of()));
        }
        return new ConsistencyVerdict(run, report.onlyInexcusable(), last)
                .of(
                        builder,
                        format(
                                "%,d of %,d back at the same server, and everywhere after %,d ms",
                                written.back, written.asked, last.tookMillis()));
    }

    private static String words(Operation read) {
        return format(
                "%s GET %s → %s",
                read.server(),
                read.key(),
                read.outcome() != OperationOutcome.OK
                        ? "no answer"
                        : read.version() == Operation.NOTHING
                                ? "nothing"
                                : read.version() == Operation.FOREIGN ? "a foreign value" : "v" + read.version());
    }
}
