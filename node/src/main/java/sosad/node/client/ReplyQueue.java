package sosad.node.client;

import java.util.ArrayDeque;
import java.util.Queue;

/** Keeps the replies of one connection in the order of its requests, although some are answered later than others. */
final class ReplyQueue {
    /** The unanswered requests of a client after which no more are read. */
    static final int MAX_WAITING = 128;

    private final Replies ready;
    private final Runnable onReady;
    private final Queue<LaterReply> waiting = new ArrayDeque<>();
    private Replies turn;
    private boolean isPutOff;

    /**
     * @param ready takes the replies whose turn has come
     * @param onReady called when replies were added to {@code ready} outside of a {@link #begin} and its {@link #end}
     */
    ReplyQueue(Replies ready, Runnable onReady) {
        this.ready = ready;
        this.onReady = onReady;
        this.turn = ready;
    }

    /**
     * A request is carried out now.
     *
     * @param version what the connection speaks
     * @return where its reply is written, unless {@link #later} is called
     */
    Replies begin(RespVersion version) {
        isPutOff = false;
        turn = waiting.isEmpty() ? ready : new Replies();
        turn.speak(version);
        return turn;
    }

    /** The present request is answered later. */
    LaterReply later() {
        LaterReply later = new LaterReply(turn.version(), this::advance);
        waiting.add(later);
        isPutOff = true;
        return later;
    }

    /** The request was carried out: its reply is written, or comes later. */
    void end() {
        if (turn != ready && !isPutOff) {
            Replies written = turn;
            LaterReply inTurn = new LaterReply(turn.version(), () -> {});
            inTurn.answer(replies -> replies.append(written));
            waiting.add(inTurn);
        }
    }

    private void advance() {
        boolean moved = false;
        while (!waiting.isEmpty() && waiting.peek().isAnswered()) {
            waiting.remove().writeTo(ready);
            moved = true;
        }
        if (moved) {
            onReady.run();
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isFull() {
        return waiting.size() >= MAX_WAITING;
    }
}
