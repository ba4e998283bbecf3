package sosad.node.gateway;

import java.util.function.Consumer;
import sosad.node.client.Replies;

/** The parts that every request needs: backends, deadlines, counts. */
record RequestContext(Backends backends, Deadlines deadlines, RequestCounts counts) {

    /** A party that waits for the reply to one request. */
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
}
