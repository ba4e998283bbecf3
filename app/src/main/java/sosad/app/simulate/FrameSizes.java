package sosad.app.simulate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final EntryGroups groups;
    private final int[] headers;
    private final int changesFrame;
    private final int receiptsFrame;
    private final BitWeights changes;
    private final BitWeights receipts;
    private final BitWeights entries;

    FrameSizes(EntryGroups groups) {
        this.groups = groups;
        this.size = groups.size();
        headers = new int[size.nodes()];
        for (int node = 0; node < size.nodes(); node++) {
            headers[node] = bytes(node, List.of(), List.of());
        }
        long[] ofChanges = new long[groups.count()];
        long[] ofReceipts = new long[groups.count()];
        long[] ofEntries = new long[groups.count()];
        Map<String, EntrySizes> measured = new HashMap<>();
        for (int i = 0; i < size.entries(); i++) {
            Entry entry = size.entry(i);
            EntrySizes sizes = measured.computeIfAbsent(lengths(entry), lengths -> measure(entry));
            ofChanges[groups.of(i)] += sizes.change();
            ofReceipts[groups.of(i)] += sizes.receipt();
            ofEntries[groups.of(i)]++;
        }
        Entry first = size.entry(0);
        EntrySizes ofFirst = measured.get(lengths(first));
        changesFrame = bytes(0, List.of(first), List.of()) - headers[0] - ofFirst.change();
        receiptsFrame = bytes(0, List.of(), List.of(receipt(first))) - headers[0] - ofFirst.receipt();
        changes = new BitWeights(ofChanges);
        receipts = new BitWeights(ofReceipts);
        entries = new BitWeights(ofEntries);
    }

    /** What an entry adds to a list that has one already. */
    private record EntrySizes(int change, int receipt) {}

    /** The second of two needs a comma; the first needs the name of its list and brackets. */
    private EntrySizes measure(Entry entry) {
        Receipt receipt = receipt(entry);
        return new EntrySizes(
                bytes(0, List.of(entry, entry), List.of()) - bytes(0, List.of(entry), List.of()),
                bytes(0, List.of(), List.of(receipt, receipt)) - bytes(0, List.of(), List.of(receipt)));
    }

    private static Receipt receipt(Entry entry) {
        return new Receipt(entry.key(), entry.version());
    }

    /** Entries with the same lengths in all their parts take the same bytes. */
    private static String lengths(Entry entry) {
        return Arrays.toString(new int[] {
            entry.key().text().length(),
            Long.toString(entry.timestamp()).length(),
            entry.version().origin().name().length(),
            Long.toString(entry.version().storeId()).length(),
            Long.toString(entry.version().sequence()).length()
        });
    }

    /** The entries in the frames. */
    EntryGroups groups() {
        return groups;
    }

    private int bytes(int from, List<Entry> changeList, List<Receipt> receiptList) {
        StoreCheck stage = new StoreCheck(Optional.of(new Stage(from + 1L, 0)), Optional.empty(), List.of());
        Update update = new Update(
                size.name(from),
                size.name(from == 0 ? 1 : 0),
                Kind.SYNC,
                from + 1L,
                START_TIME,
                START_TIME,
                OptionalLong.empty(),
                changeList,
                receiptList,
                stage);
        return PeerCodec.encode(new PeerMessage(1, update)).bytes().length;
    }

    /** The digits that a timestamp has more than the start time. */
    private int moreDigits(int heard) {
        return heard == 0
                ? 0
                : Long.toString(size.timestamp(groups.newest(heard - 1))).length() - 1;
    }

    /**
     * Returns the length of a frame.
     *
     * @param now the sender's row of the receiver: one more than the newest group heard, 0 for the start time
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

    /** Returns how many entries are in these groups. */
    long entries(long[] bits) {
        return entries.sum(bits);
    }

    /** All groups. */
    long[] all() {
        return entries.all();
    }
}
