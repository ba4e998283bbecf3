package sosad.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.message.InquiryMessage;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.message.Report.Sent;
import sosad.model.NodeId;
import sosad.protocol.Inquiry;
import sosad.protocol.Sizing;
import sosad.protocol.Update;

/** Numbers messages and hands them to their links once their content is durable. */
final class Sender {
    /** The bytes of messages that may wait for the disk before no more are composed. */
    private static final long ROOM_BYTES = 16L << 20;

    private final Host host;
    private final Journal journal;
    private final Sizing sizing;
    private final SortedMap<NodeId, Long> last = new TreeMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long nextId;

    /**
     * A message that waits for the disk.
     *
     * @param number of the change that must be settled first, see {@link Journal#number}
     */
    record Waiting(long number, NodeMessage message) {}

    Sender(Host host, Journal journal, Sizing sizing, long firstId) {
        this.host = host;
        this.journal = journal;
        this.sizing = sizing;
        this.nextId = firstId;
    }

    /** The whole state. */
    record State(long nextId, List<Sent> last, List<Waiting> waiting) {
        State {
            last = List.copyOf(last);
            waiting = List.copyOf(waiting);
        }
    }

    State state() {
        return new State(nextId, last(), List.copyOf(waiting));
    }

    void restore(State state) {
        nextId = state.nextId();
        state.last().forEach(sent -> last.put(sent.to(), sent.id()));
        state.waiting().forEach(this::await);
    }

    boolean hasRoom(NodeId peer) {
        return waitingBytes < ROOM_BYTES && host.hasRoom(peer);
    }

    List<Sent> sendUpdates(List<Update> updates) {
        List<Sent> sent = new ArrayList<>();
        updates.forEach(update -> sent.add(send(new PeerMessage(nextId++, update))));
        return sent;
    }

    List<Sent> sendInquiries(List<Inquiry> inquiries) {
        List<Sent> sent = new ArrayList<>();
        inquiries.forEach(inquiry -> sent.add(send(new InquiryMessage(nextId++, inquiry))));
        return sent;
    }

    /** The last message to each peer that was sent any, in alphabetical order. */
    List<Sent> last() {
        return last.entrySet().stream()
                .map(sent -> new Sent(sent.getKey(), sent.getValue()))
                .toList();
    }

    private Sent send(NodeMessage message) {
        last.put(message.to(), message.id());
        if (waiting.isEmpty() && journal.isDurable()) {
            host.send(message);
        } else {
            await(new Waiting(journal.number(), message));
        }
        return new Sent(message.to(), message.id());
    }

    private void await(Waiting message) {
        boolean isAwaited = !waiting.isEmpty() && waiting.getLast().number() == message.number();
        waiting.add(message);
        waitingBytes += bytes(message.message());
        if (!isAwaited) {
            host.awaitDurable(message.number());
        }
    }

    /** Sends everything that waited for the journal up to this number. */
    void becameDurable(long number) {
        while (!waiting.isEmpty() && waiting.getFirst().number() <= number) {
            NodeMessage message = waiting.removeFirst().message();
            waitingBytes -= bytes(message);
            host.send(message);
        }
    }

    private long bytes(NodeMessage message) {
        if (message instanceof InquiryMessage inquiry) {
            return inquiry.inquiry().carried().map(sizing::bytes).orElse(0L);
        }
        Update update = ((PeerMessage) message).update();
        return update.changes().stream().mapToLong(sizing::bytes).sum()
                + update.receipts().stream().mapToLong(sizing::bytes).sum();
    }
}
