package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import sosad.request.MalformedRequests;
import sosad.request.RequestMutants;

/**
 * Mutants: streams of requests in which the seed has changed a few bytes, in pieces. Whatever comes of them are replies
 * of the protocol, and an end when the client has said that nothing more comes. It goes on where the document's list of
 * malformed requests ends.
 */
record MutantCheck() implements Check {
    private static final int MUTANTS = 2_000;
    private static final int ASK_EVERY = 50;
    private static final int MAX_REPLIES = 100_000;
    private static final int MAX_WRONG = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Override
    public CheckNumber number() {
        return CheckNumber.of(4, MalformedRequests.PARTS + 1);
    }

    @Override
    public String title() {
        return "Mutants of requests";
    }

    @Override
    public String question() {
        return "Do requests with a few bytes wrong, by chance, get well-formed replies or an end, with others served?";
    }

    @Override
    public String situation() {
        return "mutants that were answered";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(3);
    }

    /** What came of one. */
    private record Fate(int replies, int errors, Optional<String> fault) {}

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        SystemUnderTest system = context.system();
        List<NodeId> processes = Processes.of(system);
        SplittableRandom chance = context.chance();
        RequestMutants mutants = new RequestMutants(
                system.cluster().isPresent() ? RequestMutants.nodeNames() : RequestMutants.harmlessNames(),
                chance.split());
        int count = context.settings().scaled(MUTANTS);
        long replies = 0;
        long errors = 0;
        long answered = 0;
        long began = System.nanoTime();
        int sent = 0;
        List<Evidence> wrong = new ArrayList<>();
        while (sent < count
                && wrong.size() < MAX_WRONG
                && System.nanoTime() - began < 2 * context.duration().toNanos()) {
            NodeId process = processes.get(sent % processes.size());
            String mutant = mutants.next();
            Fate fate = fate(system, process, mutant, chance.split()); // however many pieces can be sent
            sent++;
            replies += fate.replies();
            errors += fate.errors();
            answered += fate.replies() > 0 ? 1 : 0;
            Optional<String> fault = fate.fault();
            if (fault.isEmpty() && sent % ASK_EVERY == 0) {
                fault = unserved(system, process);
            }
            int number = sent;
            fault.ifPresent(what -> wrong.add(Evidence.of(
                    format("Mutant %,d at %s: %s", number, process, what), List.of("sent " + Printable.of(mutant)))));
            if (sent % ASK_EVERY == 0) {
                context.progress((double) sent / count, format("%,d mutants", sent));
                system.turn(0);
            }
        }
        system.turn(0);
        cleanUp(system, processes.get(0));
        CheckResultBuilder result = new CheckResultBuilder(this)
                .did(format(
                        "Sent %,d mutants to %s, each on a connection of its own and in pieces, and a PING by another "
                                + "client after every %d.",
                        sent, Processes.words(processes), ASK_EVERY))
                .situations(answered)
                .figure(Figure.count("mutants", sent))
                .figure(Figure.count("replies", replies))
                .figure(Figure.count("errors among them", errors))
                .evidence(wrong);
        return wrong.isEmpty()
                ? result.held(format("%,d mutants, %,d replies, all well-formed", sent, replies))
                : result.failed(wrong.get(0).title());
    }

    private static Fate fate(SystemUnderTest system, NodeId process, String mutant, SplittableRandom chance) {
        int replies = 0;
        int errors = 0;
        try (RawConnection client = new RawConnection(system, process, TIMEOUT)) {
            try {
                int from = 0;
                while (from < mutant.length()) {
                    int to = Math.min(mutant.length(), from + 1 + chance.nextInt(mutant.length()));
                    client.send(mutant.substring(from, to));
                    from = to;
                }
                client.endOutput();
            } catch (IOException e) {
                // it was shown the door already: what it was told is still to be read
            }
            while (replies < MAX_REPLIES) {
                RawReply reply = client.reply();
                replies++;
                errors += reply.isError() ? 1 : 0;
            }
            return new Fate(replies, errors, Optional.of("replies without end"));
        } catch (RawReply.MalformedReplyException e) {
            return new Fate(replies, errors, Optional.of("no reply of the protocol: " + e.getMessage()));
        } catch (SocketTimeoutException e) {
            return new Fate(
                    replies,
                    errors,
                    Optional.of(format("neither a reply nor an end within %d s", TIMEOUT.toSeconds())));
        } catch (EOFException e) {
            return new Fate(replies, errors, Optional.empty());
        } catch (IOException e) {
            boolean isReset = String.valueOf(e.getMessage()).contains("reset");
            return new Fate(replies, errors, isReset ? Optional.empty() : Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** Takes away what the requests that were right have written. */
    private static void cleanUp(SystemUnderTest system, NodeId process) {
        try (RawConnection client = new RawConnection(system, process, TIMEOUT)) {
            for (String key : RequestMutants.arguments()) {
                if (key.startsWith("check:")) {
                    client.ask("DEL", key);
                }
            }
        } catch (IOException e) {
            // then the check has said so
        }
    }

    private static Optional<String> unserved(SystemUnderTest system, NodeId process) {
        try (RawConnection other = new RawConnection(system, process, TIMEOUT)) {
            RawReply reply = other.ask("PING");
            return reply.text().equals("PONG")
                    ? Optional.empty()
                    : Optional.of("another client gets %s for a PING".formatted(reply.shown()));
        } catch (IOException e) {
            return Optional.of("another client is not served: " + e.getMessage());
        }
    }
}
