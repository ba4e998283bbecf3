package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static sosad.model.PlainFormat.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Asks a backend by PING whether it answers, on a connection of its own: a request that takes long holds up no check.
 */
final class BackendChecks implements BackendConnection.Owner {
    /** The interval at which {@link #check} must be called. */
    static final int ROUND_MILLIS = 200;

    /**
     * A check unanswered for so many rounds ends the connection. Rounds, not time: if this process was held up, what
     * the backend has sent meanwhile is read before the next round.
     */
    private static final int MAX_ROUNDS = 3;

    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(US_ASCII);
    private static final byte[] PONG = "+PONG\r\n".getBytes(US_ASCII);
    private static final ClientRequest CHECK = new ClientRequest(0, "", "ping", Optional.empty());
    private static final int QUOTED_BYTES = 80;

    private final DialSettings dial;
    private final Runnable onAnswer;
    private final Loss onLoss;
    private BackendConnection connection;
    private boolean isOut;
    private int roundsOut;
    private boolean isAnswering;
    private boolean isClosed;

    /** Is told that the backend does not answer. */
    interface Loss {
        /** @param isRefusal whether somebody is there who is no backend, or does not want to be */
        void lost(String why, boolean isRefusal);
    }

    /**
     * @param onAnswer called when a backend that did not answer does
     * @param onLoss called with the reason when it does not answer any more, or not yet
     */
    BackendChecks(DialSettings dial, Runnable onAnswer, Loss onLoss) {
        this.dial = dial;
        this.onAnswer = onAnswer;
        this.onLoss = onLoss;
    }

    /** Checks once; to be called regularly. */
    void check() {
        if (connection == null) {
            connection = BackendConnection.open(dial, this);
        } else if (isOut) {
            if (++roundsOut == MAX_ROUNDS) {
                connection.giveUp(format("it did not answer a check for %d ms", MAX_ROUNDS * ROUND_MILLIS));
            }
        } else if (connection.isOpen()) {
            isOut = true;
            roundsOut = 0;
            connection.send(new Check());
        }
    }

    void close() {
        isClosed = true;
        if (connection != null) {
            connection.giveUp(Backend.LET_GO);
        }
    }

    boolean isAnswering() {
        return isAnswering;
    }

    /** Returns whether an answer is overdue. */
    boolean isSuspicious() {
        return isOut && roundsOut > 0;
    }

    /** Asks something that is answered at once, if the backend answers; {@code then} gets the reply, or nothing. */
    void ask(byte[] request, Consumer<Optional<byte[]>> then) {
        if (isAnswering && connection.isOpen()) {
            connection.send(new Question(request, then));
        } else {
            then.accept(Optional.empty());
        }
    }

    @Override
    public void opened(BackendConnection opened) {
        if (isClosed) {
            opened.giveUp(Backend.LET_GO);
        } else {
            check();
        }
    }

    @Override
    public void answered(BackendRequest request, byte[] reply) {
        if (request instanceof Question question) {
            question.answered(reply);
            return;
        }
        isOut = false;
        if (!Arrays.equals(reply, PONG)) {
            String quoted = new String(reply, 0, Math.min(reply.length, QUOTED_BYTES), US_ASCII);
            connection.giveUp("it answered PING with " + quoted.strip());
        } else if (!isAnswering) {
            isAnswering = true;
            onAnswer.run();
        }
    }

    @Override
    public void droppedUnsent(BackendRequest request) {
        throw new IllegalStateException("a check is never over");
    }

    @Override
    public void ended(BackendConnection ended, Queue<BackendRequest> requests, String why) {
        connection = null;
        isOut = false;
        isAnswering = false;
        onLoss.lost(why, ended.isRefused());
        requests.forEach(request -> request.lost(why));
    }

    private static class Check extends BackendRequest {
        Check() {
            this(PING);
        }

        Check(byte[] request) {
            super(CHECK, request, Lane.READS);
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        void answered(byte[] reply) {}

        @Override
        void lost(String why) {}
    }

    private static final class Question extends Check {
        private final Consumer<Optional<byte[]>> then;

        Question(byte[] request, Consumer<Optional<byte[]>> then) {
            super(request);
            this.then = then;
        }

        @Override
        void answered(byte[] reply) {
            then.accept(Optional.of(reply));
        }

        @Override
        void lost(String why) {
            then.accept(Optional.empty());
        }
    }
}
