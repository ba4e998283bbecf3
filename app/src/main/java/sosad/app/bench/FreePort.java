package sosad.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine on which nothing listens: measured processes must know each other's before they start. */
final class FreePort {
    /** The first port, below those that systems assign by themselves, so that none is taken meanwhile. */
    private static final int MIN_PORT = 10_000;

    private static final int COUNT = 20_000;
    private static final int MAX_TRIES = 100;

    private FreePort() {}

    static int find() throws IOException {
        for (int tries = 1; ; tries++) {
            int port = MIN_PORT + ThreadLocalRandom.current().nextInt(COUNT);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                if (tries == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }
}
