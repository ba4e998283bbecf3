package sosad.app.check.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sosad.app.check.SystemUnderTest;
import sosad.message.Address;
import sosad.model.NodeId;

/** A connection on which whatever bytes are sent, a byte being a character of ISO 8859-1. */
final class RawConnection implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;

    /**
     * Connects to a server or gateway, and logs in if it wants that.
     *
     * @param timeout how long it is waited for the connection, and for each reply
     */
    RawConnection(SystemUnderTest system, NodeId process, Duration timeout) throws IOException {
        try {
            Address address = system.address(process).orElseThrow(() -> new IOException(process + " is down"));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(new InetSocketAddress(address.host(), address.port()), (int) timeout.toMillis());
            in = new BufferedInputStream(socket.getInputStream());
            Optional<String> password = system.password();
            if (password.isPresent()) {
                RawReply login = ask("AUTH", new String(password.get().getBytes(UTF_8), ISO_8859_1));
                if (login.isError()) {
                    throw new IOException("the password is refused: " + login.text());
                }
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    /** Says that nothing more is sent. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    RawReply reply() throws IOException {
        return RawReply.read(in);
    }

    /** Sends a request as clients do and returns its reply. */
    RawReply ask(String... words) throws IOException {
        send(array(List.of(words)));
        return reply();
    }

    /** Returns a request as clients send it. */
    static String array(List<String> words) {
        StringBuilder array = new StringBuilder("*").append(words.size()).append("\r\n");
        words.forEach(word -> array.append('$')
                .append(word.length())
                .append("\r\n")
                .append(word)
                .append("\r\n"));
        return array.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
