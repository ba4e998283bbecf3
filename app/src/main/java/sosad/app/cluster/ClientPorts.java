package sosad.app.cluster;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import sosad.model.NodeId;

/**
 * The ports at which clients find the nodes and gateways of a lesson: chosen once and asked for again at each start
 * ({@code docs/decisions/0080}). Used by one thread at a time.
 */
public final class ClientPorts {
    /** The lowest port that is chosen. */
    static final int MIN = 20_000;

    /** The highest port that is chosen: systems give those above to connections that ask for none. */
    static final int MAX = 32_000;

    private static final int TRIES = 20;

    private final RandomGenerator chance;
    private final Map<NodeId, Integer> ports = new TreeMap<>();

    /** No port is chosen yet. */
    public ClientPorts() {
        this(RandomGenerator.getDefault());
    }

    ClientPorts(RandomGenerator chance) {
        this.chance = chance;
    }

    /** Returns the port to ask for; 0: any free one. */
    int wanted(NodeId process) {
        return ports.computeIfAbsent(process, first -> choose());
    }

    private int choose() {
        for (int i = 0; i < TRIES; i++) {
            int port = chance.nextInt(MIN, MAX + 1);
            if (!ports.containsValue(port) && isFree(port)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Notes where a process has come up, which it is asked for from now on; returns what to say if it is elsewhere. */
    Optional<String> listens(NodeId process, int port) {
        Integer wanted = ports.put(process, port);
        return wanted == null || wanted == 0 || wanted == port
                ? Optional.empty()
                : Optional.of(
                        format("port %d is taken by another program; clients connect at port %d now", wanted, port));
    }
}
