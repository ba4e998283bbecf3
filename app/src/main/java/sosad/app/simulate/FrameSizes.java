package sosad.app.simulate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.protocol.StoreCheck;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.protocol.Update.Receipt;
import sosad.wire.PeerCodec;

/**
 * The lengths of frames without making them: what each part adds was measured once with {@link PeerCodec}. A message is
 * never split, however long it is.
 */
final class FrameSizes {
    private static final long START_TIME = 1;

    private final ClusterSize size;
    private final int[] headers;
    private final int changesFrame;
    private final int receiptsFrame;
    private final BitWeights changes;
    private final BitWeights receipts;

    FrameSizes(ClusterSize size) {
        this.size = size;
        headers = new int[size.nodes()];
        for (int node = 0; node < size.nodes(); node++) {
            headers[node] = bytes(node, List.of(), List.of());
        }
        int[] ofChanges = new int[size.entries()];
        int[] ofReceipts = new int[size.entries()];
        for (int i = 0; i < size.entries(); i++) {
            Entry entry = size.entry(i);
            Receipt receipt = new Receipt(entry.key(), entry.version());
            // The second of two also needs a comma, and the first of all the name of its list and brackets instead.
            ofChanges[i] = bytes(0, List.of(entry, entry), List.of()) - bytes(0, List.of(entry), List.of());
            ofReceipts[i] = bytes(0, List.of(), List.of(receipt, receipt)) - bytes(0, List.of(), List.of(receipt));
        }
        Entry first = size.entry(0);
        changesFrame = bytes(0, List.of(first), List.of()) - headers[0] - ofChanges[0];
        receiptsFrame =
                bytes(0, List.of(), List.of(new Receipt(first.key(), first.version()))) - headers[0] - ofReceipts[0];
        changes = new BitWeights(ofChanges);
        receipts = new BitWeights(ofReceipts);
    }

    /** The cluster whose frames these are. */
    ClusterSize size() {
        return size;
    }

    private int bytes(int from, List<Entry> entries, List<Receipt> receiptList) {
        StoreCheck stage = new StoreCheck(Optional.of(new Stage(from + 1L, 0)), Optional.empty(), List.of());
        Update update = new Update(
                size.name(from),
                size.name(from == 0 ? 1 : 0),
                Kind.SYNC,
                from + 1L,
                START_TIME,
                START_TIME,
                OptionalLong.empty(),
                entries,
                receiptList,
                stage);
        return PeerCodec.encode(new PeerMessage(1, update)).bytes().length;
    }

    /** The digits that a timestamp has more than the start time. */
    private int moreDigits(int heard) {
        return heard == 0 ? 0 : Long.toString(size.timestamp(heard - 1)).length() - 1;
    }

    /**
     * Returns the length of a frame.
     *
     * @param now the sender's row of the receiver: one more than the newest entry heard, 0 for the start time
     * @param prev the same
     */
    long bytes(int from, int now, int prev, long[] changeBits, long[] receiptBits) {
        long ofChanges = changes.sum(changeBits);
        long ofReceipts = receipts.sum(receiptBits);
        return headers[from]
                + moreDigits(now)
                + moreDigits(prev)
                + (ofChanges == 0 ? 0 : changesFrame + ofChanges)
                + (ofReceipts == 0 ? 0 : receiptsFrame + ofReceipts);
    }

    /** The bytes that all entries take once, as changes. */
    long ofAllEntries() {
        long[] all = new long[(size.entries() + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < size.entries(); i++) {
            all[i / Long.SIZE] |= 1L << i;
        }
        return changes.sum(all);
    }
}
