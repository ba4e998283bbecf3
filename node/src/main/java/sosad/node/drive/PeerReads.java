package sosad.node.drive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.message.InquiryMessage;
import sosad.message.Sent;
import sosad.model.Key;
import sosad.protocol.ReadMode;
import sosad.protocol.Reads;
import sosad.protocol.Replica;

/** The clients whose reads wait for the answers of peers. */
final class PeerReads {
    private final Reads reads;
    private final Sender sender;
    private final Journal journal;
    private final Map<Long, Consumer<Reads.Outcome>> waiting = new HashMap<>();

    PeerReads(Replica replica, Sender sender, Journal journal) {
        this.reads = new Reads(replica);
        this.sender = sender;
        this.journal = journal;
    }

    /**
     * Begins a read.
     *
     * @return what was sent, and the number of the read if it waits
     */
    Begun begin(Key key, ReadMode mode, Consumer<Reads.Outcome> then) {
        Reads.Step step = reads.begin(key, mode);
        if (step.outcome().isPresent()) {
            then.accept(step.outcome().get());
            return new Begun(List.of(), Optional.empty());
        }
        waiting.put(step.read(), then);
        return new Begun(sender.sendInquiries(step.send()), Optional.of(step.read()));
    }

    /** A question, answer or repair has come in; tells {@code watcher} before the client whose read it ends. */
    void hear(InquiryMessage message, Watcher watcher) {
        Reads.Step step = reads.hear(message.inquiry());
        step.applied().ifPresent(journal::entry);
        watcher.heard(message, step.applied(), sender.sendInquiries(step.send()));
        step.outcome().ifPresent(outcome -> waiting.remove(step.read()).accept(outcome));
    }

    /** The read has waited long enough. */
    void giveUp(long read) {
        reads.giveUp(read).ifPresent(outcome -> waiting.remove(read).accept(outcome));
    }

    /** All reads have waited long enough. */
    void giveUpAll() {
        reads.waiting().forEach(this::giveUp);
    }

    /**
     * A read has begun.
     *
     * @param sent the questions
     * @param waits the number of the read, unless it is already over
     */
    record Begun(List<Sent> sent, Optional<Long> waits) {}
}
