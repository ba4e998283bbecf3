package sosad.node.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client that sends whatever bytes it is told to. */
final class RawClient implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    RawClient(InetSocketAddress server) throws IOException {
        socket.connect(server, DEADLINE_MILLIS);
        socket.setSoTimeout(DEADLINE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void send(String bytes) throws IOException {
        send(bytes.getBytes(ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    int localPort() {
        return socket.getLocalPort();
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** The next line without its end, or null if the server has hung up. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    String ask(String line) throws IOException {
        send(line + "\r\n");
        return line();
    }

    /** Asks for something whose reply is a bulk string, and gives that string. */
    String bulk(String line) throws IOException {
        int length = Integer.parseInt(ask(line).substring(1));
        String text = new String(in.readNBytes(length), ISO_8859_1);
        line(); // what ends the bulk string
        return text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
