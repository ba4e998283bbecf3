package sosad.node.host;

/** Whether what was written may be told of: under a strict disk store not before it is durable. */
public interface Settling {
    /** Everything may always be told of. */
    Settling ALWAYS = new Settling() {
        @Override
        public boolean isSettled() {
            return true;
        }

        @Override
        public void whenSettled(Runnable then) {
            then.run();
        }
    };

    /** Returns whether everything written so far may be told of. */
    boolean isSettled();

    /**
     * Runs {@code then} on the event loop once everything written up to now may be told of; at once if it may already.
     * Never, if the store fails before.
     */
    void whenSettled(Runnable then);
}
