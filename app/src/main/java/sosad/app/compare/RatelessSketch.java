package sosad.app.compare;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Map;
import sosad.model.Entry;
import sosad.model.Key;

/**
 * A rateless invertible Bloom lookup table over digests of the entries: the first node streams coded symbols until the
 * second can tell which digests only one of them has; then they exchange those entries. The symbols that this takes are
 * {@code symbolsPerDifference} for each entry that only one holds, which Yang et al. found to be between 1.35, where
 * the difference is great, and 1.72, where it is small.
 */
final class RatelessSketch extends Reconciliation {
    /** The bytes of an entry's digest. */
    static final int DIGEST_BYTES = 8;

    /** The bytes of a symbol: the sum of digests, the sum of their checksums, and how many they are. */
    static final int SYMBOL_BYTES = DIGEST_BYTES + 8 + 1;

    private final double symbolsPerDifference;
    private long mostSymbols = 1;

    RatelessSketch(FrameBytes frames, double symbolsPerDifference) {
        super(frames);
        this.symbolsPerDifference = symbolsPerDifference;
    }

    @Override
    String name() {
        return format("sketch at %.2f", symbolsPerDifference);
    }

    @Override
    void reconcile(Map<Key, Entry> first, Map<Key, Entry> second, StoreDifference difference) {
        long symbols = Math.max(1, (long) Math.ceil(symbolsPerDifference * difference.size()));
        mostSymbols = Math.max(mostSymbols, symbols);
        send(List.of(), symbols * SYMBOL_BYTES);
        if (difference.size() == 0) {
            return;
        }
        // The second sends what it alone holds, and asks for what it knows of only by digest.
        List<Entry> theirs = difference.theirs();
        List<Entry> asked = difference.newerHere();
        send(theirs, (long) difference.ours().size() * DIGEST_BYTES);
        if (!asked.isEmpty()) {
            send(asked, 0);
        }
    }

    @Override
    long memoryBytes() {
        return mostSymbols * SYMBOL_BYTES;
    }
}
