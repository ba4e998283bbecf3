package sosad.app.testing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What is wrong with a {@link SabotagedServer}. Words and replies are bytes, as characters of ISO 8859-1. Called by
 * many threads.
 */
public interface Sabotage {
    /** Nothing is wrong. */
    Sabotage NONE = new Sabotage() {};

    /**
     * Returns the reply to a request.
     *
     * @param honest does what is asked and gives the honest reply; need not be called
     * @return the bytes that are sent; empty: the request is never answered
     */
    default Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
        return Optional.of(honest.get());
    }

    /** Returns whether the server keeps a write that it acknowledges. */
    default boolean keeps(SabotagedServer server, String key, String value) {
        return true;
    }

    /** Returns whether a write at one server reaches another of its cluster, which it then does at once. */
    default boolean passesOn(SabotagedServer from, SabotagedServer to, String key) {
        return true;
    }

    /** Acknowledges every {@code n}th write and does not keep it. */
    static Sabotage forgetsEvery(int n) {
        AtomicLong count = new AtomicLong();
        return new Sabotage() {
            @Override
            public boolean keeps(SabotagedServer server, String key, String value) {
                return count.incrementAndGet() % n != 0;
            }
        };
    }

    /** Answers every {@code n}th read with a value that nobody wrote. */
    static Sabotage liesEvery(int n) {
        AtomicLong count = new AtomicLong();
        return replyingTo("GET", honest -> count.incrementAndGet() % n == 0 ? Optional.of("$3\r\nlie\r\n") : honest);
    }

    /** Answers every {@code n}th request so late. */
    static Sabotage lateEvery(int n, Duration time) {
        AtomicLong count = new AtomicLong();
        return replyingTo("", honest -> {
            if (count.incrementAndGet() % n == 0) {
                LockSupport.parkNanos(time.toNanos());
            }
            return honest;
        });
    }

    /** Never answers every {@code n}th request of a command. */
    static Sabotage silentEvery(int n, String command) {
        AtomicLong count = new AtomicLong();
        return replyingTo(command, honest -> count.incrementAndGet() % n == 0 ? Optional.empty() : honest);
    }

    /** Changes the honest replies to a command, or to all if it is empty. */
    static Sabotage replyingTo(String command, Twist twist) {
        return new Sabotage() {
            @Override
            public Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
                Optional<String> reply = Optional.of(honest.get());
                return command.isEmpty() || command.equalsIgnoreCase(words.get(0)) ? twist.of(reply) : reply;
            }
        };
    }

    /** A change of a reply. */
    interface Twist {
        Optional<String> of(Optional<String> honest);
    }
}
