package sosad.app.fault;

/** The duration of a fault, and its effect on its process. */
public enum Effect {
    /** It acts until it is healed; a process goes on. */
    LASTS,
    /** It is over at once. */
    MOMENTARY,
    /** The process starts again; over at once. */
    RESTARTS,
    /** The process stands still until the fault is healed. */
    FREEZES,
    /** The process ends; healed by starting it. */
    ENDS,
    /** The process ends when it writes to its disk; healed by starting it. */
    ENDS_AT_WRITE;

    /** Returns whether there is nothing to heal. */
    public boolean isMomentary() {
        return this == MOMENTARY || this == RESTARTS;
    }

    /** Returns whether the process ends until it is started again, which heals it. */
    public boolean endsProcess() {
        return this == ENDS || this == ENDS_AT_WRITE;
    }

    /** Returns whether the process does not answer for a while, or until the fault is healed. */
    public boolean takesOut() {
        return this != LASTS && this != MOMENTARY;
    }
}
