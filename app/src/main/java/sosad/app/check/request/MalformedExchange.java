package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import sosad.app.check.Evidence;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;
import sosad.request.MalformedRequest;

/**
 * A malformed request, what was expected, and what came.
 *
 * @param process who was asked
 * @param request what was sent
 * @param expected the reply that is expected, in words
 * @param got the reply that came, as it is shown, or what came instead
 * @param isRefused whether it is an error
 * @param isAnswered whether there is a reply at all
 * @param fault what is wrong with it, if anything
 */
record MalformedExchange(
        NodeId process,
        MalformedRequest request,
        String expected,
        String got,
        boolean isRefused,
        boolean isAnswered,
        Optional<String> fault) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** A reply that is not the expected one. */
    private static final class WrongReply extends Exception {
        WrongReply(String what) {
            super(what, null, false, false);
        }
    }

    /** Sends the request and judges what comes. */
    static MalformedExchange of(SystemUnderTest system, NodeId process, MalformedRequest request) {
        boolean isOurs = system.cluster().isPresent();
        String expected = isOurs
                ? "-ERR " + request.refusal()
                : request.isRefusedByAll() ? "an error" : "an error, or what is asked for, wholly";
        Optional<RawReply> reply = Optional.empty();
        try (RawConnection client = new RawConnection(system, process, TIMEOUT);
                RawConnection other = new RawConnection(system, process, TIMEOUT)) {
            if (isWrite(request)) {
                other.ask("DEL", request.words().get(1)); // nothing of an earlier run is taken for this
            }
            client.send(request.text());
            reply = Optional.of(client.reply());
            judge(reply.get(), request, isOurs, other);
            isServed(client, "the client that sent it");
            isServed(other, "another client");
            return new MalformedExchange(
                    process, request, expected, reply.get().shown(), reply.get().isError(), true, Optional.empty());
        } catch (WrongReply | IOException e) {
            String words = words(e);
            return new MalformedExchange(
                    process,
                    request,
                    expected,
                    reply.map(RawReply::shown).orElse(words),
                    false,
                    reply.isPresent(),
                    Optional.of(words));
        }
    }

    private static String words(Exception e) {
        if (e instanceof SocketTimeoutException) {
            return format("no reply within %d s", TIMEOUT.toSeconds());
        }
        if (e instanceof RawReply.MalformedReplyException) {
            return "the reply is not in the Redis protocol: " + e.getMessage();
        }
        return e.getMessage();
    }

    private static boolean isWrite(MalformedRequest request) {
        return request.words().get(0).toUpperCase(Locale.ROOT).equals("SET")
                && request.words().size() > 1;
    }

    private static void judge(RawReply reply, MalformedRequest request, boolean isOurs, RawConnection other)
            throws IOException, WrongReply {
        if (isOurs && !reply.text().startsWith("ERR " + request.refusal())) {
            throw new WrongReply("it is not refused by the rule that it breaks");
        }
        if (!reply.isError() && request.isRefusedByAll()) {
            throw new WrongReply("it is not refused");
        }
        if (!isWrite(request)) {
            return;
        }
        String key = request.words().get(1);
        RawReply held = other.ask("GET", key);
        if (reply.isError() && !held.isError() && !held.isNull()) {
            throw new WrongReply("it is refused and stored all the same: " + held.shown());
        }
        if (!reply.isError()) {
            String value = request.words().get(2);
            if (held.isNull() || !held.text().equals(value)) {
                throw new WrongReply("it is acknowledged and not stored as it was sent: " + held.shown());
            }
            other.ask("DEL", key);
        }
    }

    private static void isServed(RawConnection client, String who) throws WrongReply {
        try {
            RawReply reply = client.ask("PING");
            if (!reply.text().equals("PONG")) {
                throw new WrongReply("%s gets %s for a PING afterwards".formatted(who, reply.shown()));
            }
        } catch (EOFException e) {
            throw new WrongReply("%s is disconnected".formatted(who));
        } catch (IOException e) {
            throw new WrongReply("%s is not served afterwards: %s".formatted(who, words(e)));
        }
    }

    /** Returns the request, and the two replies side by side. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "sent     " + Printable.of(request.text()),
                "expected " + expected + (expected.startsWith("-") ? "…" : ""),
                "got      " + got));
        fault.ifPresent(what -> lines.add("WRONG    " + what));
        return lines;
    }

    Evidence evidence() {
        return new Evidence(
                "At %s: %s".formatted(process, fault.orElse("as expected")),
                lines(),
                Optional.of(process),
                OptionalLong.empty(),
                OptionalInt.empty());
    }
}
