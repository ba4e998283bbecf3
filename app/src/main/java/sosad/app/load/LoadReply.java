package sosad.app.load;

/** How a request ended; the object then serves for the next. */
final class LoadReply {
    OperationOutcome outcome = OperationOutcome.UNANSWERED;

    /** What a read got: the number in the value, {@link Operation#NOTHING} or {@link Operation#FOREIGN}. */
    long version;

    /** Whether a write was answered by nil: acknowledged, but an entry of a later time was there already. */
    boolean lostAtOnce;

    /** Why there is no good reply, in the same words for each problem of the kind; empty if there is one. */
    String problem = "";

    /** The value that a read got if no client wrote it, or its beginning. */
    String foreignValue = "";

    /** When it was over, by {@link System#nanoTime}. */
    long completedNanos;

    LoadReply set(OperationOutcome newOutcome, long newVersion, String newProblem, long nanos) {
        outcome = newOutcome;
        version = newVersion;
        lostAtOnce = false;
        foreignValue = "";
        problem = newProblem;
        completedNanos = nanos;
        return this;
    }

    /** Returns the value that a read got, or its number if that is all there is to it. */
    String value() {
        return version == Operation.FOREIGN ? foreignValue : Long.toString(version);
    }
}
