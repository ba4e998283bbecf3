package sosad.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for programs that must be told where to listen. */
public final class TestPort {
    /** The first port, below those that systems assign by themselves, so that none is taken meanwhile. */
    private static final int MIN_PORT = 10_000;

    private static final int COUNT = 20_000;
    private static final int MAX_TRIES = 100;

    private TestPort() {}

    /** A port of this machine's own address at which nobody listens. */
    public static int next() {
        for (int i = 0; ; i++) {
            int port = MIN_PORT + ThreadLocalRandom.current().nextInt(COUNT);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                if (i == MAX_TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
