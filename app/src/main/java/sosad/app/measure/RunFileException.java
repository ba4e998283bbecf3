package sosad.app.measure;

/** A file of a run that cannot be read or written. The message is one line for the user: where, what, what to do. */
public final class RunFileException extends RuntimeException {
    RunFileException(String message) {
        super(message);
    }

    RunFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
