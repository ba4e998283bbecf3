package sosad.process;

import java.io.IOException;

/** What was to be printed cannot be written, as to a disk that is full; the message is for the user. */
public final class OutputException extends RuntimeException {
    OutputException(IOException cause) {
        super("what it prints cannot be written: " + cause.getMessage(), cause);
    }
}
