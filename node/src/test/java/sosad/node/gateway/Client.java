package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A client of the gateway that sees replies as text: {@code +OK}, {@code -ERR …}, {@code :1}, {@code $value}. */
final class Client implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    Client(InetSocketAddress server) throws IOException {
        socket.connect(server, DEADLINE_MILLIS);
        socket.setSoTimeout(DEADLINE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    String ask(String line) throws IOException {
        send(line);
        return reply();
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    /** @throws EOFException if the server has hung up */
    String reply() throws IOException {
        String line = line();
        int number = "$*".indexOf(line.charAt(0)) < 0 ? 0 : Integer.parseInt(line.substring(1));
        if (line.charAt(0) == '$') {
            String value = number < 0 ? "nil" : new String(in.readNBytes(number), UTF_8);
            if (number >= 0) {
                line();
            }
            return "$" + value;
        } else if (line.charAt(0) == '*') {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                elements.add(reply());
            }
            return elements.toString();
        }
        return line;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
        }
        return line.substring(0, line.length() - 1);
    }

    /** All bytes up to and with {@code end}, as they come. */
    String bytesUntil(String end) throws IOException {
        StringBuilder bytes = new StringBuilder();
        while (bytes.length() < end.length() || bytes.lastIndexOf(end) != bytes.length() - end.length()) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException(bytes.toString());
            }
            bytes.append((char) b);
        }
        return bytes.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
