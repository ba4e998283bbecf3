package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;

/**
 * Reads of random keys, most of which are not there: a key that nobody has written is answered with nothing, one that
 * was written at the same server with its value.
 */
record AbsentKeysCheck() implements Check {
    private static final int PRESENT = 500;
    private static final int ASKED = 10_000;
    private static final int PRESENT_ONE_IN = 10;
    private static final int MAX_WRONG = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Override
    public CheckNumber number() {
        return CheckNumber.of(5, 1);
    }

    @Override
    public String title() {
        return "Requesting keys that aren't there";
    }

    @Override
    public String question() {
        return "Do reads of random keys get nothing where nothing was written, and the value where one was?";
    }

    @Override
    public String situation() {
        return "reads of keys that are not there";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(3);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        SystemUnderTest system = context.system();
        List<NodeId> processes = Processes.of(system);
        Reads reads = new Reads();
        SplittableRandom chance = context.chance();
        for (NodeId process : processes) {
            context.progress((double) processes.indexOf(process) / processes.size(), "random keys at " + process);
            boolean holdsData = system.servers().contains(process);
            try (RawConnection client = new RawConnection(system, process, TIMEOUT)) {
                reads.run(
                        client,
                        process,
                        holdsData ? PRESENT : 0,
                        context.settings().scaled(ASKED) / processes.size() + 1,
                        context.duration().dividedBy(processes.size()),
                        chance);
            } catch (IOException e) {
                reads.wrong.add(
                        Evidence.of("At %s: not served".formatted(process), List.of(String.valueOf(e.getMessage()))));
            }
            system.turn(0);
        }
        return result(reads, processes);
    }

    /** What was asked, and what came. */
    private static final class Reads {
        final ReplyTimes absent = new ReplyTimes();
        final ReplyTimes present = new ReplyTimes();
        final List<Evidence> wrong = new ArrayList<>();

        void run(RawConnection client, NodeId process, int written, int asked, Duration time, SplittableRandom chance)
                throws IOException {
            String prefix = format("check5:%s:%08x:", process, chance.nextInt());
            List<String> requests = new ArrayList<>();
            for (int i = 0; i < written; i++) {
                requests.add(RawConnection.array(List.of("SET", prefix + i, "v" + i)));
            }
            askAll(client, requests);
            long end = System.nanoTime() + time.toNanos();
            for (int i = 0; i < asked && System.nanoTime() < end && wrong.size() < MAX_WRONG; i++) {
                boolean isThere = written > 0 && chance.nextInt(PRESENT_ONE_IN) == 0;
                int number = isThere ? chance.nextInt(written) : written + chance.nextInt(Integer.MAX_VALUE - written);
                long began = System.nanoTime();
                RawReply reply = client.ask("GET", prefix + number);
                (isThere ? present : absent).add(System.nanoTime() - began);
                String expected = isThere ? "v" + number : "";
                if (reply.isError()
                        || reply.isNull() == isThere
                        || !reply.text().equals(expected)) {
                    wrong.add(Evidence.of(
                            "At %s: %s"
                                    .formatted(process, isThere ? "a key that was written" : "a key that nobody wrote"),
                            List.of(
                                    "sent     GET " + prefix + number,
                                    "expected " + (isThere ? "\"" + expected + "\"" : "(nil)"),
                                    "got      " + reply.shown())));
                }
            }
            requests.clear();
            for (int i = 0; i < written; i++) {
                requests.add(RawConnection.array(List.of("DEL", prefix + i)));
            }
            askAll(client, requests);
        }

        private static void askAll(RawConnection client, List<String> requests) throws IOException {
            client.send(String.join("", requests));
            for (int i = 0; i < requests.size(); i++) {
                client.reply();
            }
        }
    }

    private CheckResult result(Reads reads, List<NodeId> processes) {
        CheckResultBuilder result = new CheckResultBuilder(this)
                .did(format(
                        "Wrote %,d keys at each server, then asked %s for keys by chance, one in %d of them written.",
                        PRESENT, Processes.words(processes), PRESENT_ONE_IN))
                .situations(reads.absent.size())
                .figure(Figure.count("reads of absent keys", reads.absent.size()))
                .figure(Figure.count("reads of present keys", reads.present.size()))
                .figure(Figure.millis("absent, median", reads.absent.millis(0.5)))
                .figure(Figure.millis("absent, 99 %", reads.absent.millis(0.99)))
                .figure(Figure.millis("present, median", reads.present.millis(0.5)))
                .figure(Figure.millis("present, 99 %", reads.present.millis(0.99)))
                .evidence(reads.wrong);
        return reads.wrong.isEmpty()
                ? result.held(format(
                        "%,d absent keys, all answered absent; %,d present ones, all there",
                        reads.absent.size(), reads.present.size()))
                : result.failed(reads.wrong.get(0).title());
    }
}
