package sosad.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * A server of the Redis protocol that does nothing but find out what is asked and answer: no read finds anything, and
 * every write is acknowledged. What clients get from it is the most that they can drive.
 */
final class NoopServer implements Runnable, AutoCloseable {
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final Selector selector = Selector.open();

    /** @param port 0: any that is free */
    NoopServer(int port) throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Serves until the process is killed; takes the port. */
    public static void main(String[] args) throws IOException {
        try (NoopServer server = new NoopServer(Integer.parseInt(args[0]))) {
            server.run();
        }
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    @Override
    public void run() {
        try {
            while (selector.isOpen() && selector.select() >= 0) {
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server cannot go on: " + e.getMessage(), e);
        } catch (ClosedSelectorException e) {
            // it was closed
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel client = listener.accept();
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.register(selector, SelectionKey.OP_READ, new NoopConnection(client));
            return;
        }
        NoopConnection connection = (NoopConnection) key.attachment();
        try {
            connection.serve();
        } catch (IOException e) {
            key.channel().close(); // the client has gone, or talks nonsense
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
        listener.close();
    }
}
