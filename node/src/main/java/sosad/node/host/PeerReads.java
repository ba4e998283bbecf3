package sosad.node.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import sosad.message.InquiryMessage;
import sosad.message.Sent;
import sosad.model.Key;
import sosad.protocol.Inquiry;
import sosad.protocol.ReadMode;
import sosad.protocol.Reads;
import sosad.protocol.Replica;

/** The clients whose reads wait for the answers of peers. */
final class PeerReads {
    private final Reads reads;
    private final Function<List<Inquiry>, List<Sent>> send;
    private final NodeClock clock;
    private final Journal journal;
    private final Map<Long, Consumer<Reads.Outcome>> waiting = new HashMap<>();

    /**
     * @param send sends what it is given, or a part of it, and says what
     * @param clock sees every entry that an answer or a repair brings, so that who has read it here can overwrite it
     * @param journal keeps what is taken over because of a read
     */
    PeerReads(Replica replica, Function<List<Inquiry>, List<Sent>> send, NodeClock clock, Journal journal) {
        this.reads = new Reads(replica);
        this.send = send;
        this.clock = clock;
        this.journal = journal;
    }

    /** Begins a read; gives its number and whether it waits. Tells {@code watcher} before the client. */
    Begun begin(Key key, ReadMode mode, String client, Watcher watcher, Consumer<Reads.Outcome> then) {
        Reads.Step step = reads.begin(key, mode);
        watcher.asked(client, key, mode, step.read(), send.apply(step.send()));
        step.outcome().ifPresentOrElse(then, () -> waiting.put(step.read(), then));
        return new Begun(step.read(), step.outcome().isEmpty());
    }

    /** A question, answer or repair has come in; tells {@code watcher} before the client whose read it ends. */
    void hear(InquiryMessage message, Watcher watcher) {
        Reads.Step step = reads.hear(message.inquiry());
        message.inquiry().carried().ifPresent(entry -> clock.saw(entry.timestamp()));
        step.applied().ifPresent(journal::entry);
        List<Sent> sent = send.apply(step.send());
        watcher.heard(message, step.applied(), sent, step.outcome().map(ended -> step.read()));
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
     * @param read its number
     * @param waits whether it waits for answers
     */
    record Begun(long read, boolean waits) {}
}
