package sosad.node.host;

/** Knowledge of which writes may be revealed: under a strict disk store only durable ones. */
public interface Durability {
    /** Everything may always be revealed. */
    Durability ALWAYS = new Durability() {
        @Override
        public boolean isDurable() {
            return true;
        }

        @Override
        public void whenDurable(Runnable then) {
            then.run();
        }
    };

    /** Returns whether everything written so far may be revealed. */
    boolean isDurable();

    /**
     * Runs {@code then} on the event loop once everything written up to now may be revealed; at once if it already may.
     * Never, if the store fails before.
     */
    void whenDurable(Runnable then);
}
