package sosad.app.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import sosad.model.Limits;
import sosad.model.RefusedException;

/** A client's connection to a {@link SabotagedServer}: reads requests, one after the other, and answers them. */
final class SabotagedConnection {
    private static final int MAX_LENGTH = 4 << 20;
    private static final int DEFAULT_COUNT = 10;

    private final SabotagedServer server;
    private final Sabotage sabotage;

    SabotagedConnection(SabotagedServer server, Sabotage sabotage) {
        this.server = server;
        this.sabotage = sabotage;
    }

    /** Bytes that are no request. */
    private static final class ProtocolError extends IOException {
        ProtocolError(String words) {
            super(words);
        }
    }

    void serve(InputStream unbuffered, OutputStream out) throws IOException {
        InputStream in = new BufferedInputStream(unbuffered, 1 << 16);
        ByteArrayOutputStream replies = new ByteArrayOutputStream();
        try {
            while (true) {
                List<String> words = request(in);
                if (!words.isEmpty()) {
                    sabotage.reply(server, words, () -> honest(words)).ifPresent(reply -> write(replies, reply));
                }
                if (in.available() == 0 || replies.size() > 1 << 16) {
                    out.write(replies.toByteArray());
                    replies.reset();
                }
            }
        } catch (ProtocolError e) {
            write(replies, "-ERR Protocol error: " + e.getMessage() + "\r\n");
            out.write(replies.toByteArray());
        }
    }

    private static void write(ByteArrayOutputStream replies, String reply) {
        replies.writeBytes(reply.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<String> request(InputStream in) throws IOException {
        String line = line(in);
        return line.startsWith("*") ? array(in, length(line)) : inline(line);
    }

    private static List<String> array(InputStream in, int count) throws IOException {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String header = line(in);
            if (!header.startsWith("$")) {
                throw new ProtocolError("expected '$'");
            }
            byte[] bytes = in.readNBytes(length(header) + 2);
            int end = bytes.length - 2;
            if (end < length(header)) {
                throw new EOFException();
            }
            if (bytes[end] != '\r' || bytes[end + 1] != '\n') {
                throw new ProtocolError("expected CR LF");
            }
            words.add(new String(bytes, 0, end, StandardCharsets.ISO_8859_1));
        }
        return words;
    }

    private static List<String> inline(String line) throws ProtocolError {
        if (line.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw new ProtocolError("a line holds no control characters");
        }
        return line.isBlank()
                ? List.of()
                : List.of(line.strip().split(" +")).stream()
                        .map(word -> word.equals("\"\"") ? "" : word)
                        .toList();
    }

    private static int length(String header) throws ProtocolError {
        if (!header.matches(".(0|[1-9][0-9]{0,6})") || Integer.parseInt(header.substring(1)) > MAX_LENGTH) {
            throw new ProtocolError("invalid length");
        }
        return Integer.parseInt(header.substring(1));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
            if (line.length() > MAX_LENGTH) {
                throw new ProtocolError("too long a line");
            }
        }
        if (line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    private String honest(List<String> words) {
        String command = words.get(0).toUpperCase(Locale.ROOT);
        try {
            return switch (command) {
                case "PING" -> "+PONG\r\n";
                case "DBSIZE" -> ":" + server.entries().size() + "\r\n";
                case "INFO" -> bulk("process_id:" + ProcessHandle.current().pid() + "\r\nused_memory:1000000\r\n");
                case "GET" -> withOne(words, 2, () -> bulk(server.entries().get(key(words))));
                case "DEL" -> withOne(words, 2, () -> delete(key(words)));
                case "SET" -> withOne(words, 3, () -> set(key(words), words.get(2)));
                case "SCAN" -> scan(words);
                case "AUTH", "SELECT", "CLIENT", "HELLO" -> "-ERR not here\r\n";
                default -> "-ERR unknown command\r\n";
            };
        } catch (RefusedException e) {
            return "-ERR " + e.getMessage() + "\r\n";
        }
    }

    private static String withOne(List<String> words, int count, Supplier<String> reply) {
        if (words.size() < count) {
            return "-ERR wrong number of arguments for '" + words.get(0).toLowerCase(Locale.ROOT) + "' command\r\n";
        }
        return words.size() > count ? "-ERR one key and one value per request\r\n" : reply.get();
    }

    private static String key(List<String> words) {
        return Limits.DEFAULT.key(words.get(1)).text();
    }

    private String set(String key, String value) {
        Limits.DEFAULT.checkValueLength(value.length());
        if (!new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .chars()
                .allMatch(c -> c != 0xfffd)) {
            throw new RefusedException("a value is well-formed UTF-8");
        }
        server.write(key, Optional.of(value));
        return "+OK\r\n";
    }

    private String delete(String key) {
        boolean isHeld = server.entries().containsKey(key);
        server.write(key, Optional.empty());
        return isHeld ? ":1\r\n" : ":0\r\n";
    }

    /** The cursor is how many keys were passed, in alphabetical order. */
    private String scan(List<String> words) {
        int from = Integer.parseInt(words.get(1));
        int count = words.size() > 3 ? Integer.parseInt(words.get(words.size() - 1)) : DEFAULT_COUNT;
        List<String> keys =
                server.entries().keySet().stream().skip(from).limit(count).toList();
        StringBuilder reply = new StringBuilder("*2\r\n");
        reply.append(bulk(keys.size() < count ? "0" : Integer.toString(from + count)));
        reply.append("*").append(keys.size()).append("\r\n");
        keys.forEach(key -> reply.append(bulk(key)));
        return reply.toString();
    }

    private static String bulk(String text) {
        return text == null ? "$-1\r\n" : "$" + text.length() + "\r\n" + text + "\r\n";
    }
}
