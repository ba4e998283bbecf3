package sosad.app.client;

import static sosad.model.PlainFormat.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.message.Address;
import sosad.model.Value;

/** A connection to a node or a gateway, in the Redis protocol, one request after the other. */
public final class RespClient implements AutoCloseable {
    private static final int MAX_BULK = 16 << 20;
    private static final int MAX_LINE = 4_096;
    private static final int MAX_ITEMS = 1 << 20;
    private static final int MAX_DEPTH = 8;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String localAddress;

    /** Returns the address of a port of this machine. */
    public static Address loopback(int port) {
        return new Address(InetAddress.getLoopbackAddress().getHostAddress(), port);
    }

    /** Connects to a node or a gateway. */
    public RespClient(Address address, Duration timeout) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) timeout.toMillis());
            socket.connect(new InetSocketAddress(address.host(), address.port()), (int) timeout.toMillis());
            in = new BufferedInputStream(socket.getInputStream());
            localAddress = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Returns how the node names this client. */
    public String localAddress() {
        return localAddress;
    }

    /** Sends a request and waits for its reply. */
    public RespReply request(RespRequest request) throws IOException {
        send(request);
        return reply();
    }

    /** Writes a value in ASCII. */
    public RespReply set(String key, String value) throws IOException {
        return request(RespRequest.set(key, value));
    }

    /** Reads a key at this node. */
    public RespReply get(String key) throws IOException {
        return request(RespRequest.get(key));
    }

    /** Sends a request, whose reply is to be taken by {@link #reply}. */
    public void send(RespRequest request) throws IOException {
        sendAll(List.of(request));
    }

    /** Sends requests in one piece; the reply to each is to be taken by {@link #reply}, perhaps by another thread. */
    public void sendAll(List<RespRequest> requests) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        requests.forEach(request -> encode(request.words(), out));
        socket.getOutputStream().write(out.toByteArray());
    }

    private static void encode(List<byte[]> words, ByteArrayOutputStream out) {
        out.writeBytes(RespRequest.ascii("*" + words.size() + "\r\n"));
        for (byte[] word : words) {
            out.writeBytes(RespRequest.ascii("$" + word.length + "\r\n"));
            out.writeBytes(word);
            out.writeBytes(RespRequest.ascii("\r\n"));
        }
    }

    /** Waits for the reply to the oldest request that has none yet. */
    public RespReply reply() throws IOException {
        return reply(0);
    }

    private RespReply reply(int depth) throws IOException {
        String line = line();
        String rest = line.isEmpty() ? "" : line.substring(1);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+', ':' -> new RespReply(rest, false, Optional.empty());
            case '-' -> new RespReply(rest, true, Optional.empty());
            case '$' -> bulk(rest);
            case '*' -> array(rest, depth);
            default -> throw new IOException("the reply \"%s\" is not a Redis protocol reply".formatted(line));
        };
    }

    private static int length(String digits) throws IOException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IOException("the reply has a length of \"%s\"".formatted(digits), e);
        }
    }

    private RespReply array(String length, int depth) throws IOException {
        int count = length(length);
        if (count < 0) {
            return new RespReply(RespReply.NIL, false, Optional.empty());
        }
        if (count > MAX_ITEMS || depth == MAX_DEPTH) {
            throw new IOException(format(
                    "a reply of %,d items at depth %d; the limits are %,d and %d",
                    count, depth + 1, MAX_ITEMS, MAX_DEPTH));
        }
        List<RespReply> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(reply(depth + 1));
        }
        return new RespReply(format("(%d items)", count), false, Optional.empty(), items);
    }

    private RespReply bulk(String length) throws IOException {
        int bytes = length(length);
        if (bytes < 0) {
            return new RespReply(RespReply.NIL, false, Optional.empty());
        }
        if (bytes > MAX_BULK) {
            throw new IOException(format("a reply of %,d bytes; the limit is %,d", bytes, MAX_BULK));
        }
        byte[] content = in.readNBytes(bytes);
        if (content.length < bytes || !line().isEmpty()) {
            throw new EOFException("the reply ends early");
        }
        Value value = Value.ofUtf8(content);
        return new RespReply(value.text(), false, Optional.of(value));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\r'; b = in.read()) {
            if (b < 0 || line.size() >= MAX_LINE) {
                throw new EOFException("the connection was closed");
            }
            line.write(b);
        }
        if (in.read() != '\n') {
            throw new IOException("a line of the reply is not terminated correctly");
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
