package sosad.app.export.log;

import static sosad.model.PlainFormat.format;

import java.nio.file.Path;

/** A file that is no log of operations, or cannot be read. The message is one line for the user. */
public final class OperationLogFileException extends RuntimeException {
    OperationLogFileException(Path file, String reason, Exception cause) {
        super(oneLine(file + ": " + reason), cause);
    }

    OperationLogFileException(Path file, int line, String reason, Exception cause) {
        super(oneLine(format("%s, line %d: %s", file, line, reason)), cause);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
