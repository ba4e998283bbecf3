package sosad.node.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** The words in an exception that say what went wrong. */
final class Causes {
    private Causes() {}

    /**
     * Returns what the first cause says: the system's "No space left on device" rather than what was tried when it
     * came.
     */
    static String innermost(Throwable e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        if (innermost instanceof AccessDeniedException) {
            return "Permission denied"; // it says only which file
        }
        if (innermost instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = innermost.getMessage();
        return message == null ? innermost.getClass().getSimpleName() : message;
    }
}
