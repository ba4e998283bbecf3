package sosad.app.sweep;

/** A sweep's file that cannot be used. The message begins with the file's name and is for the user. */
public final class SweepException extends RuntimeException {
    SweepException(String message) {
        super(message);
    }

    SweepException(String message, Throwable cause) {
        super(message, cause);
    }
}
