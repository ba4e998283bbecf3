package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;
import sosad.app.process.ProcessCommand;
import sosad.app.process.Program;
import sosad.message.Launch;
import sosad.model.NodeId;
import sosad.wire.ControlCodec;

/**
 * A node that is measured: its process, and a connection for asking it how it is.
 *
 * @param clientPort where clients connect
 */
record MeasuredNode(MeasuredProcess process, int clientPort, RespClient connection) implements AutoCloseable {
    private static final String USED_MEMORY = "used_memory:";

    /**
     * Starts a node and waits until it takes clients.
     *
     * @param launch with fixed ports
     * @throws NodeException if it does not come up
     */
    static MeasuredNode start(Program program, Launch launch, Children children) throws InterruptedException {
        return up(begin(program, launch, children), launch);
    }

    /** Starts a node; it may take a while until it is {@link #up}. */
    static MeasuredProcess begin(Program program, Launch launch, Children children) {
        String json = new String(ControlCodec.encode(launch), StandardCharsets.UTF_8);
        ProcessCommand command = new ProcessCommand(program.childCommand(), Map.of(Launch.VARIABLE, json));
        return children.start("node " + launch.id(), command, line -> {});
    }

    /** Waits until a node that has begun takes clients. */
    static MeasuredNode up(MeasuredProcess process, Launch launch) throws InterruptedException {
        int clientPort = launch.ports().client();
        return new MeasuredNode(process, clientPort, process.connect(clientPort));
    }

    /** Returns how many entries it holds that are no tombstones. */
    int entries() throws IOException {
        return Integer.parseInt(ask("DBSIZE"));
    }

    /** The heap in use after a full collection, in bytes. */
    long heapBytes() throws IOException, InterruptedException {
        Jcmd.collectGarbage(process.pid());
        return ask("INFO", "memory")
                .lines()
                .filter(line -> line.startsWith(USED_MEMORY))
                .mapToLong(line -> Long.parseLong(line.substring(USED_MEMORY.length())))
                .findFirst()
                .orElseThrow(() -> new IOException("INFO memory has no " + USED_MEMORY));
    }

    /** Returns what it holds under a key, or {@code (nil)}. */
    String value(String key) throws IOException {
        return ask("GET", key);
    }

    /** Writes an entry and waits until that is acknowledged. */
    void set(String key, String value) throws IOException {
        ask("SET", key, value);
    }

    /** Returns whether it has received an entry from this peer. */
    boolean hasHeard(NodeId peer) throws IOException {
        String nothing = format("peer_%s:now=%d,", peer, Launches.START_TIME);
        return ask("INFO", "replication").lines().noneMatch(line -> line.startsWith(nothing));
    }

    private String ask(String... words) throws IOException {
        return connection.request(RespRequest.of(words)).orFail();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
