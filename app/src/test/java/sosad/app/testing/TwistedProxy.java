package sosad.app.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.message.Address;

/** Stands between clients and a real node, and may answer something else than the node does. */
public final class TwistedProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final Address node;
    private final Twist twist;

    /** What is answered instead. */
    public interface Twist {
        /**
         * Returns a reply in the Redis protocol.
         *
         * @param words the request
         */
        String reply(List<String> words, Node node) throws IOException;
    }

    /** The node behind it. */
    public interface Node {
        /** Returns its honest reply, in the Redis protocol. */
        String ask(List<String> words) throws IOException;
    }

    /** Listens on a free port. */
    public TwistedProxy(Address node, Twist twist) {
        this.node = node;
        this.twist = twist;
        try {
            listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public Address address() {
        return new Address("127.0.0.1", listener.getLocalPort());
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "twisted proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                client.setTcpNoDelay(true);
                daemon(() -> serve(client));
            } catch (IOException e) {
                return; // it is closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                RespClient behind = new RespClient(node, Duration.ofSeconds(5))) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            OutputStream out = client.getOutputStream();
            while (true) {
                String reply = twist.reply(words(in), words -> honest(behind, words));
                out.write(reply.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // one of them has gone
        }
    }

    private static String honest(RespClient behind, List<String> words) throws IOException {
        RespReply reply = behind.request(RespRequest.of(words.toArray(String[]::new)));
        if (reply.isError()) {
            return "-" + reply.text() + "\r\n";
        }
        if (reply.isNil()) {
            return "$-1\r\n";
        }
        return reply.value().map(value -> bulk(value.text())).orElse("+" + reply.text() + "\r\n");
    }

    /** Returns a value as a reply. */
    public static String bulk(String value) {
        return "$" + value.length() + "\r\n" + value + "\r\n";
    }

    private static List<String> words(DataInputStream in) throws IOException {
        int count = number(in, '*');
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] word = new byte[number(in, '$')];
            in.readFully(word);
            in.skipNBytes(2);
            words.add(new String(word, StandardCharsets.ISO_8859_1));
        }
        return words;
    }

    private static int number(DataInputStream in, char type) throws IOException {
        if (in.readByte() != type) {
            throw new IOException("no request");
        }
        int number = 0;
        for (byte next = in.readByte(); next != '\r'; next = in.readByte()) {
            number = 10 * number + next - '0';
        }
        in.readByte();
        return number;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
