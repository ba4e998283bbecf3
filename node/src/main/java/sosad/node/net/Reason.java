package sosad.node.net;

import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/** The reason why something about a connection failed, in words for a line of the log. */
public final class Reason {
    private Reason() {}

    /** The innermost reason, which is the system's own. */
    public static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String words = Objects.requireNonNullElse(
                innermost.getMessage(), innermost.getClass().getSimpleName());
        return innermost instanceof UnknownHostException ? "its host is unknown: " + words : words;
    }

    /**
     * Returns why nothing could be connected to {@code address}, which Netty adds at the end and the caller names
     * anyway.
     */
    static String of(Throwable failure, SocketAddress address) {
        String suffix = ": " + address;
        String words = of(failure);
        return words.endsWith(suffix) ? words.substring(0, words.length() - suffix.length()) : words;
    }
}
