package sosad.node.main;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** A connection to a port of this machine over which lines go, of RESP as of the control protocol. */
final class LineConnection implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    LineConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    LineConnection say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        return this;
    }

    /** The next line; null if the other side has hung up. */
    String hear() throws IOException {
        return in.readLine();
    }

    String ask(String line) throws IOException {
        return say(line).hear();
    }

    /** The value of a key at a node, or null. */
    String get(String key) throws IOException {
        return ask("GET " + key).equals("$-1") ? null : hear();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
