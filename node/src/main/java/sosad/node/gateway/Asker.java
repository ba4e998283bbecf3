package sosad.node.gateway;

import java.util.function.Consumer;
import sosad.node.client.Replies;

/** Who waits for the reply to one request. */
@FunctionalInterface
interface Asker {
    /**
     * Gets the reply, once.
     *
     * @param writing writes exactly one reply
     */
    void answer(Consumer<Replies> writing);

    /** Gets an error. */
    default void refuse(String error) {
        answer(replies -> replies.error(error));
    }
}
