package sosad.node.store;

import java.util.regex.Pattern;

/** The words in an exception that say what went wrong. */
final class Reasons {
    /** What MVStore puts behind each message: its version and a number. */
    private static final Pattern MVSTORE_CODE = Pattern.compile(" \\[[\\d.]+/\\d+]$");

    private Reasons() {}

    /** What the first cause says: the system's "No space left on device" rather than what was tried when it came. */
    static String innermost(Throwable e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null
                ? innermost.getClass().getSimpleName()
                : MVSTORE_CODE.matcher(message).replaceFirst("");
    }
}
