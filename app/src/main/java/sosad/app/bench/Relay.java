package sosad.app.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import sosad.protocol.Update;
import sosad.wire.Frame;
import sosad.wire.FrameKind;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/** Stands in the middle of the link from one node to another: carries its frames on, counts them, and can be cut. */
final class Relay implements AutoCloseable {
    private final int port;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<RelayCounts> passed = new AtomicReference<>(RelayCounts.NOTHING);
    private volatile ServerSocket server;

    /** @param target the peer port of the node to which the link leads, which need not be open yet */
    Relay(int target) throws IOException {
        this.target = target;
        this.port = FreePort.find();
        mend();
    }

    /** Returns where the sender dials. */
    int port() {
        return port;
    }

    RelayCounts passed() {
        return passed.get();
    }

    /** Closes the link and everything open on it. */
    void cut() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** The link can be opened. */
    void mend() throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server = listening;
        begin(() -> accept(listening));
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket from = listening.accept();
                begin(() -> carry(listening, from));
            } catch (IOException e) {
                return; // it was cut
            }
        }
    }

    private void carry(ServerSocket listening, Socket from) {
        try (from;
                Socket to = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(from);
            open.add(to);
            if (listening.isClosed()) {
                return; // cut before the sockets were known to be open
            }
            to.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16));
            while (true) {
                Frame frame = Frame.read(in);
                to.getOutputStream().write(frame.bytes());
                count(frame);
            }
        } catch (IOException | MalformedException e) {
            // One of the ends is gone, or says nonsense, and so the link ends: its sender opens it again.
        } finally {
            open.remove(from);
            open.removeIf(Socket::isClosed);
        }
    }

    private void count(Frame frame) throws MalformedException {
        int bytes = frame.bytes().length;
        RelayCounts one = new RelayCounts(bytes, 0, 0);
        if (frame.kind() != FrameKind.GREETING && !frame.kind().isInquiry()) {
            Update update = PeerCodec.decode(frame).update();
            one = new RelayCounts(
                    bytes, update.changes().size(), update.receipts().size());
        }
        passed.accumulateAndGet(one, RelayCounts::plus);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    /**
     * The traffic of a relay.
     *
     * @param bytes of whole frames, greetings included
     * @param entries the changes in the messages
     * @param receipts the receipts in the messages
     */
    record RelayCounts(long bytes, long entries, long receipts) {
        static final RelayCounts NOTHING = new RelayCounts(0, 0, 0);

        RelayCounts plus(RelayCounts more) {
            return new RelayCounts(bytes + more.bytes, entries + more.entries, receipts + more.receipts);
        }

        RelayCounts since(RelayCounts before) {
            return new RelayCounts(bytes - before.bytes, entries - before.entries, receipts - before.receipts);
        }
    }
}
