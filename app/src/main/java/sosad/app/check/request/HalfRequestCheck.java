package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
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
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;
import sosad.request.MalformedRequests;

/**
 * Requests that are begun and never completed, many at each server and gateway: others are served meanwhile, the
 * beginning is neither answered as if it were a whole nor stored, not even when its client leaves.
 */
record HalfRequestCheck() implements Check {
    private static final int PART = MalformedRequests.PARTS;
    private static final int CLIENTS = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String KEY = "check:waffle";

    @Override
    public CheckNumber number() {
        return CheckNumber.of(4, PART);
    }

    @Override
    public String title() {
        return "Requests that are begun and never completed";
    }

    @Override
    public String question() {
        return RequestTitles.question(PART, "neither stored nor in anybody's way");
    }

    @Override
    public String situation() {
        return "requests of others while some were not completed";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(2);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        SystemUnderTest system = context.system();
        List<NodeId> processes = Processes.of(system);
        Duration each = context.duration().dividedBy(2L * processes.size());
        Tally tally = new Tally();
        List<Evidence> wrong = new ArrayList<>();
        for (NodeId process : processes) {
            context.progress((double) processes.indexOf(process) / processes.size(), "half requests at " + process);
            try {
                run(context, process, each, tally, wrong);
            } catch (IOException e) {
                wrong.add(Evidence.of("At %s: not served".formatted(process), List.of(words(e))));
            }
        }
        return result(processes, tally, wrong);
    }

    /** What was counted. */
    private static final class Tally {
        long served;
        long worstNanos;
    }

    private static String words(IOException e) {
        return e instanceof SocketTimeoutException
                ? format("no reply within %d s", TIMEOUT.toSeconds())
                : String.valueOf(e.getMessage());
    }

    private static void run(CheckContext context, NodeId process, Duration time, Tally tally, List<Evidence> wrong)
            throws IOException, InterruptedException {
        SystemUnderTest system = context.system();
        List<RawConnection> halves = new ArrayList<>();
        try (RawConnection other = new RawConnection(system, process, TIMEOUT)) {
            other.ask("DEL", KEY); // nothing of an earlier run is taken for this
            for (int i = 0; i < CLIENTS; i++) {
                RawConnection half = new RawConnection(system, process, PAUSE);
                halves.add(half);
                half.send(MalformedRequests.of(PART).get(0).text());
            }
            long end = System.nanoTime() + time.toNanos();
            do {
                long began = System.nanoTime();
                RawReply held = other.ask("GET", KEY);
                tally.served++;
                tally.worstNanos = Math.max(tally.worstNanos, System.nanoTime() - began);
                if (!held.isNull()) {
                    wrong.add(Evidence.of("At %s: half a request is stored".formatted(process), List.of(held.shown())));
                    return;
                }
                context.await(PAUSE);
            } while (System.nanoTime() < end);
            closedOrSilent(halves.get(0), process, wrong);
            closeAll(halves);
            RawReply held = other.ask("GET", KEY);
            if (!held.isNull()) {
                wrong.add(Evidence.of(
                        "At %s: half a request is stored when its client leaves".formatted(process),
                        List.of(held.shown())));
            }
        } finally {
            closeAll(halves);
        }
    }

    /** An error and the end are the server's right; a reply as to a whole request is not. */
    private static void closedOrSilent(RawConnection half, NodeId process, List<Evidence> wrong) throws IOException {
        try {
            RawReply reply = half.reply();
            if (!reply.isError()) {
                wrong.add(Evidence.of(
                        "At %s: half a request is answered".formatted(process),
                        List.of("expected nothing, or an error and the end", "got      " + reply.shown())));
            }
        } catch (SocketTimeoutException | EOFException e) {
            // it waits for the rest, or has given up on it
        }
    }

    private static void closeAll(List<RawConnection> connections) throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    private CheckResult result(List<NodeId> processes, Tally tally, List<Evidence> wrong) {
        CheckResultBuilder result = new CheckResultBuilder(this)
                .did(format(
                        "At each of %s, %d clients sent half a SET and waited, while another asked for its key again and "
                                + "again; then they left.",
                        Processes.words(processes), CLIENTS))
                .situations(tally.served)
                .figure(Figure.count("half requests", (long) CLIENTS * processes.size()))
                .figure(Figure.count("requests of others meanwhile", tally.served))
                .figure(Figure.millis("slowest of them", tally.worstNanos / 1e6))
                .evidence(wrong);
        return wrong.isEmpty()
                ? result.held(format(
                        "%d half requests; %,d of others served, the slowest in %.1f ms",
                        CLIENTS * processes.size(), tally.served, tally.worstNanos / 1e6))
                : result.failed(wrong.get(0).title());
    }
}
