package sosad.app.explain;

/** A question that has no answer in a run, such as one about a node that it does not have. The message is for users. */
public final class UnanswerableException extends RuntimeException {
    public UnanswerableException(String reason) {
        super(reason);
    }
}
