package sosad.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * The reads of one node's clients that ask its peers, and its answers to theirs (section "Reads" of
 * {@code docs/protocol.md}). Like {@link Replica} a state machine without time: its owner says when a read has waited
 * long enough.
 */
public final class Reads {
    private final Replica replica;
    private final Map<Long, Pending> pending = new HashMap<>();
    private long reads;

    public Reads(Replica replica) {
        this.replica = replica;
    }

    /** Makes one that goes on as the one of which the snapshot was taken would, at a replica in the same state. */
    public static Reads restore(PendingReads snapshot, Replica replica) {
        Reads restored = new Reads(replica);
        restored.reads = snapshot.reads();
        snapshot.pending().forEach(pending -> restored.pending.put(pending.read(), new Pending(pending)));
        return restored;
    }

    /** The whole state. */
    public PendingReads snapshot() {
        return new PendingReads(
                reads,
                waiting().stream().map(read -> pending.get(read).snapshot(read)).toList());
    }

    /**
     * The whole state at one moment.
     *
     * @param reads how many reads have begun
     * @param pending those that wait for answers, by number
     */
    public record PendingReads(long reads, List<PendingRead> pending) {
        public PendingReads {
            pending = List.copyOf(pending);
        }
    }

    /**
     * A read that waits for answers.
     *
     * @param silent the peers that have not answered
     * @param answers what the others hold
     */
    public record PendingRead(
            long read, Key key, ReadMode mode, List<NodeId> silent, SortedMap<NodeId, Optional<Entry>> answers) {
        public PendingRead {
            silent = List.copyOf(silent);
            answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        }
    }

    /** Begins a read. What is to be sent must be sent even if the read is already over. */
    public Step begin(Key key, ReadMode mode) {
        long read = ++reads;
        Optional<Entry> own = replica.entry(key);
        boolean asks = mode == ReadMode.NEWEST || (mode == ReadMode.FIND && own.isEmpty());
        if (!asks || replica.peers().isEmpty()) {
            return Step.over(read, own);
        }
        pending.put(read, new Pending(key, mode, new TreeSet<>(replica.peers())));
        List<Inquiry> asked = new ArrayList<>();
        replica.peers().forEach(peer -> asked.add(new Inquiry.Ask(replica.id(), peer, read, key)));
        return new Step(read, asked, Optional.empty(), Optional.empty());
    }

    /**
     * A peer asks, answers or repairs.
     *
     * @throws IllegalArgumentException if it is not for this node or not from a peer; nothing changes then
     */
    public Step hear(Inquiry inquiry) {
        if (!inquiry.to().equals(replica.id()) || !replica.peers().contains(inquiry.from())) {
            throw new IllegalArgumentException("a message about a read from %s to %s came to %s"
                    .formatted(inquiry.from(), inquiry.to(), replica.id()));
        }
        if (inquiry instanceof Inquiry.Ask ask) {
            Optional<Entry> held = replica.entry(ask.key());
            Inquiry answer = new Inquiry.Answer(replica.id(), ask.from(), ask.read(), ask.key(), held);
            return new Step(Step.NO_READ, List.of(answer), Optional.empty(), Optional.empty());
        }
        if (inquiry instanceof Inquiry.Answer answer) {
            return answered(answer);
        }
        Entry entry = ((Inquiry.Repair) inquiry).entry();
        Optional<Entry> applied = replica.adopt(entry) ? Optional.of(entry) : Optional.empty();
        return new Step(Step.NO_READ, List.of(), applied, Optional.empty());
    }

    private Step answered(Inquiry.Answer answer) {
        Pending read = pending.get(answer.read());
        if (read == null || !read.key.equals(answer.key()) || !read.silent.remove(answer.from())) {
            return new Step(answer.read(), List.of(), Optional.empty(), Optional.empty());
        }
        read.answers.put(answer.from(), answer.entry());
        boolean found = read.mode == ReadMode.FIND && answer.entry().isPresent();
        if (!found && !read.silent.isEmpty()) {
            return new Step(answer.read(), List.of(), Optional.empty(), Optional.empty());
        }
        pending.remove(answer.read());
        return read.mode == ReadMode.FIND ? Step.over(answer.read(), answer.entry()) : newest(answer.read(), read);
    }

    /** The newest of all, which is kept here too, and repairs for those that hold something else. */
    private Step newest(long number, Pending read) {
        Optional<Entry> newest = replica.entry(read.key);
        for (Optional<Entry> answer : read.answers.values()) {
            if (answer.isPresent() && (newest.isEmpty() || isNewer(answer.get(), newest.get()))) {
                newest = answer;
            }
        }
        if (newest.isEmpty()) {
            return Step.over(number, newest);
        }
        Entry found = newest.get();
        Optional<Entry> applied = replica.adopt(found) ? newest : Optional.empty();
        List<Inquiry> repairs = new ArrayList<>();
        read.answers.forEach((peer, answer) -> {
            if (answer.isEmpty() || isNewer(found, answer.get())) {
                repairs.add(new Inquiry.Repair(replica.id(), peer, found));
            }
        });
        return new Step(number, repairs, applied, Optional.of(new Outcome(newest, new TreeSet<>())));
    }

    private static boolean isNewer(Entry one, Entry other) {
        return one.version().compareTo(other.version()) > 0;
    }

    /** A read has waited long enough; says who has not answered, or nothing if the read is over. */
    public Optional<Outcome> giveUp(long read) {
        Pending given = pending.remove(read);
        return given == null ? Optional.empty() : Optional.of(new Outcome(Optional.empty(), given.silent));
    }

    /** The reads that wait for answers. */
    public List<Long> waiting() {
        return pending.keySet().stream().sorted().toList();
    }

    /**
     * The outcome of a read.
     *
     * @param entry the entry found, which may be a tombstone; empty if there is none or the read failed
     * @param silent the peers that have not answered, because of which the read failed; empty if it did not
     */
    public record Outcome(Optional<Entry> entry, SortedSet<NodeId> silent) {
        public Outcome {
            silent = Collections.unmodifiableSortedSet(new TreeSet<>(silent));
        }

        public boolean isFailure() {
            return !silent.isEmpty();
        }

        /** Returns why a read of {@code key} failed, as clients see it: begins with the error's name. */
        public String failure(Key key) {
            String names = silent.stream().map(NodeId::name).collect(Collectors.joining(", "));
            return "NOANSWER %s %s not answered about %s".formatted(names, silent.size() == 1 ? "has" : "have", key);
        }
    }

    /**
     * The consequences of an event.
     *
     * @param read the number of the read, {@link #NO_READ} if it is none of this node's
     * @param send what is to be sent
     * @param applied what this node has taken over
     * @param outcome how the read ended, if it did
     */
    public record Step(long read, List<Inquiry> send, Optional<Entry> applied, Optional<Outcome> outcome) {
        static final long NO_READ = 0;

        public Step {
            send = List.copyOf(send);
        }

        static Step over(long read, Optional<Entry> entry) {
            return new Step(read, List.of(), Optional.empty(), Optional.of(new Outcome(entry, new TreeSet<>())));
        }
    }

    private static final class Pending {
        final Key key;
        final ReadMode mode;
        final SortedSet<NodeId> silent;
        final SortedMap<NodeId, Optional<Entry>> answers = new TreeMap<>();

        Pending(PendingRead snapshot) {
            this(snapshot.key(), snapshot.mode(), new TreeSet<>(snapshot.silent()));
            answers.putAll(snapshot.answers());
        }

        PendingRead snapshot(long read) {
            return new PendingRead(read, key, mode, List.copyOf(silent), answers);
        }

        Pending(Key key, ReadMode mode, SortedSet<NodeId> silent) {
            this.key = key;
            this.mode = mode;
            this.silent = silent;
        }
    }

    /** The reach of a client's read. */
    public enum ReadMode {
        /** The entry that this node holds. */
        LOCAL,
        /** The entry that this node holds, or, if it holds none, that of the first peer that holds one. */
        FIND,
        /** The newest that any node holds; those that hold something older are brought up to date. */
        NEWEST
    }
}
