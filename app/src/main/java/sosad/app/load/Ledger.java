package sosad.app.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sosad.model.NodeId;

/**
 * The writes of one client and their replies. It writes ever greater numbers under each of its keys, no other client
 * writes them, and it writes at one process alone; so what is held under a key must be the last number that was
 * acknowledged or one that was sent later. Only a write that was never answered may come late: it may still wait in the
 * connection that was given up when the next is done, and win then.
 */
final class Ledger {
    private final NodeId process;
    private final boolean isBrief;
    private final Map<String, Line> lines = new TreeMap<>();

    /** The writes of a key: when each was sent, and the greatest acknowledged, 0 for none. */
    private static final class Line {
        final NavigableMap<Long, Long> sentNanos = new TreeMap<>();
        long acknowledged;
        final Set<Long> unanswered = new HashSet<>();
    }

    /** @param process at which it writes */
    Ledger(NodeId process) {
        this(process, false);
    }

    private Ledger(NodeId process, boolean isBrief) {
        this.process = process;
        this.isBrief = isBrief;
    }

    /** A ledger that keeps the last write of each key alone: for clients that write for hours. */
    static Ledger ofLastWrites(NodeId process) {
        return new Ledger(process, true);
    }

    /** @param nanos when, by {@link System#nanoTime} */
    synchronized void sent(String key, long number, long nanos) {
        Line line = lines.computeIfAbsent(key, absent -> new Line());
        if (isBrief) {
            line.sentNanos.clear();
        }
        line.sentNanos.put(number, nanos);
    }

    synchronized void acknowledged(String key, long number) {
        lines.get(key).acknowledged = number;
    }

    synchronized void unanswered(String key, long number) {
        if (!isBrief) {
            lines.get(key).unanswered.add(number);
        }
    }

    /** Returns what is wrong with what is held under one of its keys, if anything; nothing held is not wrong here. */
    Optional<String> wrong(String key, String held) {
        return wrong(key, Stamp.number(key, held).orElse(Operation.FOREIGN), held);
    }

    /** @param number in {@code held}, or {@link Operation#FOREIGN} */
    synchronized Optional<String> wrong(String key, long number, String held) {
        Line line = lines.get(key);
        return number < 1 || line == null || number > line.sentNanos.lastKey()
                ? Optional.of("%s holds %s, which nobody wrote".formatted(key, held))
                : Optional.empty();
    }

    /**
     * Compares with what is held in the end.
     *
     * @param held what is held, by key
     * @return what was acknowledged and is not there, nor anything written later
     */
    synchronized List<MissingWrite> missing(Map<String, String> held) {
        List<MissingWrite> missing = new ArrayList<>();
        lines.forEach((key, line) -> {
            long number = Optional.ofNullable(held.get(key))
                    .map(value -> Stamp.number(key, value).orElse(0))
                    .orElse(0L);
            if (number < line.acknowledged && !line.unanswered.contains(number)) {
                long since = line.sentNanos.get(line.sentNanos.containsKey(number) ? number : line.acknowledged);
                missing.add(new MissingWrite(process, key, line.acknowledged, number, since));
            }
        });
        return missing;
    }
}
