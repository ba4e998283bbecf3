package sosad.app.watch;

/** A breakpoint that cannot be; the message is fit for the user and says what to write instead. */
public final class InvalidBreakpointException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public InvalidBreakpointException(String message) {
        super(message);
    }
}
