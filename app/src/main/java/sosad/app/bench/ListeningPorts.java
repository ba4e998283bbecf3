package sosad.app.bench;

import static sosad.app.client.RespClient.loopback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;

/** Finds where a process takes Redis clients, from outside: among the ports at which it listens. */
final class ListeningPorts {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final String LISTENS = "0A";

    private ListeningPorts() {}

    /** The port of a node, once it listens. */
    static Optional<Integer> of(long pid) {
        return listening(pid).stream().filter(ListeningPorts::answersPing).findFirst();
    }

    private static boolean answersPing(int port) {
        try (RespClient connection = new RespClient(loopback(port), TIMEOUT)) {
            return connection.request(RespRequest.of("PING")).text().equals("PONG");
        } catch (IOException e) {
            return false; // the port for peers
        }
    }

    private static List<Integer> listening(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        List<Integer> ports = new ArrayList<>();
        try {
            Set<String> sockets = sockets(process);
            for (String table : List.of("net/tcp", "net/tcp6")) {
                for (String line : Files.readAllLines(process.resolve(table), StandardCharsets.US_ASCII)) {
                    String[] fields = line.strip().split("\\s+", -1);
                    if (fields.length > 9
                            && fields[3].equals(LISTENS)
                            && sockets.contains("socket:[" + fields[9] + "]")) {
                        ports.add(Integer.parseInt(fields[1].substring(fields[1].lastIndexOf(':') + 1), 16));
                    }
                }
            }
        } catch (IOException e) {
            return List.of(); // it has ended
        }
        return ports;
    }

    private static Set<String> sockets(Path process) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : open) {
                sockets.add(Files.readSymbolicLink(file).toString());
            }
        }
        return sockets;
    }
}
