package sosad.node.host;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.message.InquiryMessage;
import sosad.message.PeerMessage;
import sosad.message.Sent;
import sosad.model.NodeId;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;
import sosad.wire.Frame;
import sosad.wire.PeerCodec;

/** Numbers messages and hands them to their links, but not before what they tell of is durable. */
final class Sender {
    /** How much may wait here for the disk, in bytes of frames, before it is worth composing no more. */
    private static final long ROOM_BYTES = 16L << 20;

    private final Outbox outbox;
    private final Journal journal;
    private final PeerTraffic traffic;
    private final SortedMap<NodeId, Long> last = new TreeMap<>();
    private long waitingBytes;
    private long nextId;

    Sender(Outbox outbox, Journal journal, PeerTraffic traffic, long firstId) {
        this.outbox = outbox;
        this.journal = journal;
        this.traffic = traffic;
        this.nextId = firstId;
    }

    boolean hasRoom(NodeId peer) {
        return waitingBytes < ROOM_BYTES && outbox.hasRoom(peer);
    }

    List<Sent> sendUpdates(List<Update> updates) {
        List<Sent> sent = new ArrayList<>();
        for (Update update : updates) {
            Frame frame = PeerCodec.encode(new PeerMessage(nextId++, update));
            sent.add(send(frame, () -> traffic.sent(update, frame)));
        }
        return sent;
    }

    List<Sent> sendInquiries(List<Inquiry> inquiries) {
        List<Sent> sent = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            Frame frame = PeerCodec.encode(new InquiryMessage(nextId++, inquiry));
            sent.add(send(frame, () -> traffic.sent(inquiry, frame)));
        }
        return sent;
    }

    /** The last message to each peer that was sent any, in alphabetical order. */
    List<Sent> last() {
        return last.entrySet().stream()
                .map(sent -> new Sent(sent.getKey(), sent.getValue()))
                .toList();
    }

    private Sent send(Frame frame, Runnable counted) {
        last.put(frame.to(), frame.id());
        waitingBytes += frame.bytes().length;
        journal.whenSettled(() -> {
            waitingBytes -= frame.bytes().length;
            counted.run();
            outbox.send(frame);
        });
        return new Sent(frame.to(), frame.id());
    }
}
