package sosad.app.replay;

/** A file cannot be read as a record. The message names it and is one line for the user. */
public final class RecordFileException extends RuntimeException {
    RecordFileException(String message, Throwable cause) {
        super(message, cause);
    }

    RecordFileException(String message) {
        super(message);
    }
}
