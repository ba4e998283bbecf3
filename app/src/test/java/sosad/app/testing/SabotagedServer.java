package sosad.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import sosad.message.Address;
import sosad.model.NodeId;

/**
 * A small server of the Redis protocol in memory, by the limits of our nodes, whose replies a test can twist. Several
 * stand for a cluster in which every write is everywhere at once, unless that is sabotaged, too.
 */
public final class SabotagedServer implements AutoCloseable {
    private final NodeId id;
    private final Sabotage sabotage;
    private final Map<String, String> entries = new ConcurrentSkipListMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<SabotagedServer> cluster;
    private volatile Optional<ServerSocket> listener = Optional.empty();
    private int port;

    private SabotagedServer(NodeId id, Sabotage sabotage, List<SabotagedServer> cluster) {
        this.id = id;
        this.sabotage = sabotage;
        this.cluster = cluster;
        start();
    }

    /** Starts one called A. */
    public static SabotagedServer start(Sabotage sabotage) {
        return cluster(1, sabotage).get(0);
    }

    /** Starts so many, called A, B and so on. */
    public static List<SabotagedServer> cluster(int servers, Sabotage sabotage) {
        List<SabotagedServer> cluster = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            cluster.add(new SabotagedServer(new NodeId(Character.toString('A' + i)), sabotage, cluster));
        }
        return cluster;
    }

    /** Returns its name. */
    public NodeId id() {
        return id;
    }

    /** Returns where clients connect, unless it is down. */
    public Optional<Address> address() {
        return listener.map(there -> new Address("127.0.0.1", there.getLocalPort()));
    }

    /** Returns what it holds, by key; to be changed by a test, too. */
    public Map<String, String> entries() {
        return entries;
    }

    /** Listens again, on the port it had unless that is taken meanwhile. */
    public void start() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            bind(socket);
            port = socket.getLocalPort();
            listener = Optional.of(socket);
            daemon("server " + id, () -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bind(ServerSocket socket) throws IOException {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        } catch (BindException e) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512); // some client has it
        }
    }

    /** Takes no more connections and drops those it has; it keeps what it holds. */
    public void stop() {
        Optional<ServerSocket> socket = listener;
        listener = Optional.empty();
        socket.ifPresent(SabotagedServer::close);
        connections.forEach(SabotagedServer::close);
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                if (socket.isClosed()) {
                    close(connection); // it was stopped just now
                }
                daemon("client of server " + id, () -> serve(connection));
            } catch (IOException e) {
                close(socket); // it is stopped
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            new SabotagedConnection(this, sabotage).serve(connection.getInputStream(), connection.getOutputStream());
        } catch (IOException e) {
            // the client has gone
        } finally {
            connections.remove(connection);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Keeps a write here and at the others; empty: deletes. */
    void write(String key, Optional<String> value) {
        for (SabotagedServer server : cluster) {
            boolean takes =
                    server == this ? sabotage.keeps(this, key, value.orElse("")) : sabotage.passesOn(this, server, key);
            if (takes) {
                value.ifPresentOrElse(text -> server.entries.put(key, text), () -> server.entries.remove(key));
            }
        }
    }

    private static void close(AutoCloseable closed) {
        try {
            closed.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
