package sosad.app.history;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import sosad.message.NodeMessage;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;
import sosad.wire.FrameKind;

/**
 * What nodes have sent each other, by kind of message. A message counts once, when its sender sends it, whatever
 * becomes of it: copies made on the way do not count.
 *
 * @param kinds the kinds of which there was any
 */
public record SentByKind(Map<FrameKind, Sum> kinds) {
    /** Nothing. */
    public static final SentByKind NOTHING = new SentByKind(Map.of());

    public SentByKind {
        Map<FrameKind, Sum> copy = new EnumMap<>(FrameKind.class);
        copy.putAll(kinds);
        kinds = Collections.unmodifiableMap(copy);
    }

    /**
     * The messages of one kind.
     *
     * @param messages how many
     * @param entries the entries that they carry: changes, answers and repairs
     * @param receipts the receipts that they carry
     * @param bytes the bytes of their frames, as their sender sent them
     */
    public record Sum(long messages, long entries, long receipts, long bytes) {
        /** No message. */
        public static final Sum NONE = new Sum(0, 0, 0, 0);

        /** Returns the sum of both. */
        public Sum plus(Sum other) {
            return new Sum(
                    messages + other.messages, entries + other.entries, receipts + other.receipts, bytes + other.bytes);
        }

        private Sum minus(Sum other) {
            return plus(new Sum(-other.messages, -other.entries, -other.receipts, -other.bytes));
        }
    }

    /** Returns these and a message whose frame has so many bytes. */
    public SentByKind plus(NodeMessage message, long bytes) {
        Content content = message.content();
        Sum one = content instanceof Update update
                ? new Sum(1, update.changes().size(), update.receipts().size(), bytes)
                : new Sum(1, ((Inquiry) content).carried().isPresent() ? 1 : 0, 0, bytes);
        return plus(new SentByKind(Map.of(FrameKind.of(content), one)));
    }

    /** Returns the sum of both. */
    public SentByKind plus(SentByKind other) {
        Map<FrameKind, Sum> sums = new EnumMap<>(FrameKind.class);
        sums.putAll(kinds);
        other.kinds.forEach((kind, sum) -> sums.merge(kind, sum, Sum::plus));
        return new SentByKind(sums);
    }

    /** Returns what has come since these were {@code earlier}. */
    public SentByKind since(SentByKind earlier) {
        Map<FrameKind, Sum> sums = new EnumMap<>(FrameKind.class);
        kinds.forEach((kind, sum) -> Optional.of(sum.minus(earlier.of(kind)))
                .filter(more -> more.messages() > 0)
                .ifPresent(more -> sums.put(kind, more)));
        return new SentByKind(sums);
    }

    /** Returns the messages of this kind. */
    public Sum of(FrameKind kind) {
        return kinds.getOrDefault(kind, Sum.NONE);
    }

    /** Returns the messages of all kinds. */
    public Sum total() {
        return kinds.values().stream().reduce(Sum.NONE, Sum::plus);
    }
}
