package sosad.node.gateway;

import java.util.function.Consumer;
import sosad.node.client.Replies;

/** What every request needs on its way: where it can go, its time, and where it is counted. */
record RequestContext(Backends backends, Deadlines deadlines, RequestCounts counts) {

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
}
