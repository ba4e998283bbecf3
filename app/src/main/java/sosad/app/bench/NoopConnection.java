package sosad.app.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client's connection to a {@link NoopServer}. */
final class NoopConnection {
    private static final byte[] NOTHING = ascii("$-1\r\n");
    private static final byte[] WRITTEN = ascii("+OK\r\n");
    private static final byte[] DELETED = ascii(":0\r\n");
    private static final int FIRST_BYTES = 64 << 10;
    private static final int MAX_BYTES = 4 << 20;

    private final SocketChannel channel;
    private byte[] in = new byte[FIRST_BYTES];
    private int inBytes;
    private byte[] out = new byte[FIRST_BYTES];
    private int outBytes;
    private int at;

    NoopConnection(SocketChannel channel) {
        this.channel = channel;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Answers what has come. */
    void serve() throws IOException {
        int more = channel.read(ByteBuffer.wrap(in, inBytes, in.length - inBytes));
        if (more < 0) {
            throw new EOFException("the client has gone");
        }
        inBytes += more;
        int answered = 0;
        at = 0;
        while (takeRequest()) {
            answered = at;
        }
        System.arraycopy(in, answered, in, 0, inBytes - answered);
        inBytes -= answered;
        if (inBytes == in.length) {
            if (inBytes >= MAX_BYTES) {
                throw new ProtocolException("too long a request");
            }
            in = Arrays.copyOf(in, 2 * in.length);
        }
        ByteBuffer replies = ByteBuffer.wrap(out, 0, outBytes);
        while (replies.hasRemaining()) {
            channel.write(replies);
        }
        outBytes = 0;
    }

    /** Answers the request at {@code at}, if all of it is there. */
    private boolean takeRequest() throws ProtocolException {
        int words = number('*');
        int command = 0;
        for (int word = 0; word < words; word++) {
            int length = number('$');
            if (length < 0) {
                return false;
            }
            command = word == 0 && at < inBytes ? in[at] : command;
            at += length + 2;
        }
        if (words < 0 || at > inBytes) {
            return false;
        }
        answer(command);
        return true;
    }

    /** Returns the number of the line at {@code at}, behind its first byte; -1 if the line is not there yet. */
    private int number(char first) throws ProtocolException {
        int number = 0;
        for (int i = at; i < inBytes; i++) {
            byte next = in[i];
            if (next == '\n') {
                at = i + 1;
                return number;
            }
            if (i == at ? next != first : next != '\r' && (next < '0' || next > '9' || number > MAX_BYTES)) {
                throw new ProtocolException("no request");
            }
            number = i == at || next == '\r' ? number : 10 * number + next - '0';
        }
        return -1;
    }

    private void answer(int command) {
        byte[] reply = command == 'G' ? NOTHING : command == 'S' ? WRITTEN : DELETED;
        if (outBytes + reply.length > out.length) {
            out = Arrays.copyOf(out, 2 * out.length);
        }
        System.arraycopy(reply, 0, out, outBytes, reply.length);
        outBytes += reply.length;
    }
}
