package sosad.node.client;

import java.util.function.Consumer;

/**
 * The reply to a request that is answered after its command has returned. It keeps its place: replies to later requests
 * of the same connection wait for it.
 */
public final class LaterReply {
    private final RespVersion version;
    private final Runnable onAnswer;
    private Consumer<Replies> answer;

    /**
     * @param version what the connection spoke when the request came
     * @param onAnswer called when the answer is there
     */
    LaterReply(RespVersion version, Runnable onAnswer) {
        this.version = version;
        this.onAnswer = onAnswer;
    }

    /**
     * Answers, on the event loop's thread and once. It is of no effect if the client is gone.
     *
     * @param writing writes exactly one reply, now or when its turn comes
     * @throws IllegalStateException if this is answered already
     */
    public void answer(Consumer<Replies> writing) {
        if (answer != null) {
            throw new IllegalStateException("a second reply to one request");
        }
        answer = writing;
        onAnswer.run();
    }

    boolean isAnswered() {
        return answer != null;
    }

    void writeTo(Replies replies) {
        replies.speak(version);
        answer.accept(replies);
    }
}
