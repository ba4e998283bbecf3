package sosad.wire;

import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Value;
import sosad.protocol.Sizing;
import sosad.protocol.Update.Receipt;

/** Measures changes and receipts by the JSON they become, so that every message fits into a frame. */
public final class WireSizing implements Sizing {
    /** The names, quotes and commas of an entry, and its numbers at their longest. */
    private static final int ENTRY_OVERHEAD = 128;

    /** The frame's header and the message's own fields. */
    private static final int MESSAGE_OVERHEAD = 2_048;

    private final int budget;

    /** The sizing of real frames. */
    public WireSizing() {
        this(WireLimits.FRAME_BYTES);
    }

    /** @param frameBytes the longest frame allowed, for tests that want many parts */
    WireSizing(int frameBytes) {
        budget = frameBytes - MESSAGE_OVERHEAD;
    }

    @Override
    public long bytes(Entry change) {
        return ENTRY_OVERHEAD
                + jsonLength(change.key())
                + change.value().map(WireSizing::jsonLength).orElse(0L);
    }

    @Override
    public long bytes(Receipt receipt) {
        return ENTRY_OVERHEAD + jsonLength(receipt.key());
    }

    @Override
    public long budget() {
        return budget;
    }

    private static long jsonLength(Key key) {
        return 2L * key.text().length();
    }

    private static long jsonLength(Value value) {
        long length = 0;
        for (byte b : value.utf8()) {
            if (b >= 0 && b < ' ') {
                length += 6;
            } else {
                length += b == '"' || b == '\\' ? 2 : 1;
            }
        }
        return length;
    }
}
