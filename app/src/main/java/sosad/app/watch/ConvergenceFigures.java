package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sosad.app.history.SentByKind;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;

/**
 * How far the live nodes of a cluster agree at a moment, and what was sent for it so far.
 *
 * @param entries how many keys they hold together, tombstones included
 * @param everywhere under how many of them each live node holds the newest version that any of them holds
 * @param lag under how many keys each live node does not hold that version
 * @param messages how many messages nodes have sent in steps so far
 * @param bytes the bytes of their frames
 */
public record ConvergenceFigures(int entries, int everywhere, Map<NodeId, Integer> lag, long messages, long bytes) {
    public ConvergenceFigures {
        lag = Collections.unmodifiableMap(new TreeMap<>(lag));
    }

    /** Returns those of a moment. Costs one look at every entry of it. */
    public static ConvergenceFigures of(Snapshot snapshot) {
        ConvergenceMeter meter = new ConvergenceMeter();
        meter.next(snapshot);
        return meter.figures();
    }

    ConvergenceFigures(int entries, int everywhere, Map<NodeId, Integer> lag, SentByKind.Sum sent) {
        this(entries, everywhere, lag, sent.messages(), sent.bytes());
    }

    /** Returns the share of the entries that is on every node, from 0 to 1; of no entries, 1. */
    public double share() {
        return entries == 0 ? 1 : (double) everywhere / entries;
    }

    /** Returns such as "1 of 3 entries on every node; A lacks 2". */
    public String agreement() {
        if (lag.isEmpty()) {
            return "no node is live";
        } else if (entries == 0) {
            return "nothing stored yet";
        }
        String noun = entries == 1 ? "entry" : "entries";
        String behind = lag.entrySet().stream()
                .filter(node -> node.getValue() > 0)
                .map(node -> format("%s lacks %,d", node.getKey(), node.getValue()))
                .collect(Collectors.joining(", "));
        return format("%,d of %,d %s on every node", everywhere, entries, noun)
                + (behind.isEmpty() ? "" : "; " + behind);
    }

    /** Returns such as "12 messages, 1,204 bytes". */
    public String sent() {
        return format("%,d %s, %,d bytes", messages, messages == 1 ? "message" : "messages", bytes);
    }
}
