package sosad.node.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the system shows of its sockets. */
public final class SocketTimers {
    private static final List<Path> SOCKETS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

    /** The columns of the addresses and of the timer, and the timer of a silent connection that is asked about. */
    private static final int LOCAL = 1;

    private static final int REMOTE = 2;
    private static final int TIMER = 5;
    private static final String ASKING = "02:";

    private SocketTimers() {}

    /** The system will ask whether the other end of the silent connection between these ports is still there. */
    public static void assertAsking(int localPort, int remotePort) throws IOException {
        assertAsking(timers(hex(localPort), hex(remotePort)));
    }

    /** As above, of both ends of the one connection to this port of this machine. */
    public static void assertAsking(int port) throws IOException {
        assertThat(timers(hex(port), "")).anyMatch(timer -> timer.startsWith(ASKING));
        assertAsking(timers("", hex(port)));
    }

    /** While it is read the system's list may show a connection twice. */
    private static void assertAsking(List<String> timers) {
        assertThat(timers).isNotEmpty().allMatch(timer -> timer.startsWith(ASKING));
    }

    private static List<String> timers(String local, String remote) throws IOException {
        assumeTrue(Files.exists(SOCKETS.get(0)), "this system does not show its sockets");
        List<String> lines = new ArrayList<>();
        for (Path sockets : SOCKETS) {
            lines.addAll(Files.readAllLines(sockets));
        }
        return lines.stream()
                .map(line -> line.strip().split(" +", -1))
                .filter(words -> words[LOCAL].endsWith(local) && words[REMOTE].endsWith(remote))
                .map(words -> words[TIMER])
                .toList();
    }

    private static String hex(int port) {
        return String.format(Locale.ROOT, ":%04X", port);
    }
}
