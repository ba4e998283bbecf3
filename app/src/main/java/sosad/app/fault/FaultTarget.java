package sosad.app.fault;

/** Something that faults are done to and healed in. What cannot be done throws and changes nothing. */
public interface FaultTarget {
    /**
     * Does something to it.
     *
     * @param by who does it, or why, in words
     * @param nowMillis the time on the caller's clock
     * @return the fault with its number, by which it is healed unless it is momentary
     * @throws sosad.app.process.NodeException if it cannot be done, saying why
     */
    ActiveFault inject(Fault fault, String by, long nowMillis);

    /**
     * Ends a fault. A process that is started is not waited for.
     *
     * @throws sosad.app.process.NodeException if there is none of this number, or the cluster could not be told
     */
    void heal(long number);

    /** Returns whether the fault of this number is still in force. */
    boolean isInForce(long number);
}
