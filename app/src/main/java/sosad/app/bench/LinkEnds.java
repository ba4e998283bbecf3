package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.zip.CRC32C;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.MalformedException;

/** The two ends of a link: what goes in at the one must come out at the other, in order and byte for byte. */
final class LinkEnds implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;

    private final NodeId from;
    private final NodeId to;
    private final Socket sending;
    private final Socket receiving;
    private final OutputStream out;
    private final DataInputStream in;

    LinkEnds(NodeId from, NodeId to, Socket sending, Socket receiving) throws IOException {
        this.from = from;
        this.to = to;
        this.sending = sending;
        this.receiving = receiving;
        this.out = new BufferedOutputStream(sending.getOutputStream(), BUFFER_BYTES);
        this.in = new DataInputStream(new BufferedInputStream(receiving.getInputStream(), BUFFER_BYTES));
    }

    NodeId from() {
        return from;
    }

    NodeId to() {
        return to;
    }

    void awaitGreeting() throws IOException, MalformedException {
        if (receive().kind() != FrameKind.GREETING) {
            throw new MalformedException("no greeting");
        }
    }

    /** Hands the frame to the socket, at the latest with the next {@link #flush}. */
    void send(Frame frame) throws IOException {
        out.write(frame.bytes());
    }

    void flush() throws IOException {
        out.flush();
    }

    /** The next frame that comes out. */
    Frame receive() throws IOException, MalformedException {
        return Frame.read(in);
    }

    /** Makes the messages that a link carries, and reads them. */
    interface Work {
        Frame compose(LinkEnds link, long id);

        void read(Frame frame) throws MalformedException;
    }

    /** Sends so many messages; gives a checksum of all their bytes. */
    long sendAll(int messages, Work work) throws IOException {
        CRC32C sum = new CRC32C();
        for (int id = 1; id <= messages; id++) {
            Frame frame = work.compose(this, id);
            sum.update(frame.bytes());
            send(frame);
        }
        flush();
        return sum.getValue();
    }

    /**
     * Receives so many messages; gives a checksum of all their bytes.
     *
     * @throws IOException if one is missing, stands where it does not belong, or is damaged
     */
    long receiveAll(int messages, Work work) throws IOException {
        CRC32C sum = new CRC32C();
        try {
            for (int id = 1; id <= messages; id++) {
                Frame frame = receive();
                if (frame.id() != id) {
                    throw new IOException(
                            format("message %d of the link from %s came as number %d", frame.id(), from, id));
                }
                sum.update(frame.bytes());
                work.read(frame);
            }
        } catch (MalformedException e) {
            throw new IOException("a message of the link from %s is damaged: %s".formatted(from, e.getMessage()), e);
        }
        return sum.getValue();
    }

    @Override
    public void close() throws IOException {
        sending.close();
        receiving.close();
    }
}
