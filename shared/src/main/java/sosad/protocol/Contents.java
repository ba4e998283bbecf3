package sosad.protocol;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import sosad.model.Entry;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Update.Receipt;

/**
 * The contents of one message: receipts, changes, and the one timestamp where the message carries it.
 *
 * @param receipts receipts
 * @param changes changes, all with the timestamp {@code stamp} if that is present
 * @param stamp the message's timestamp under newest and average, if it has changes
 */
record Contents(List<Receipt> receipts, List<Entry> changes, OptionalLong stamp) {
    static final Contents NONE = new Contents(List.of(), List.of(), OptionalLong.empty());

    /** Spreads what is to be sent over as few messages as its size demands, in the order given; at least one. */
    static List<Contents> split(List<Receipt> receipts, List<Entry> changes, Timestamps timestamps, Sizing sizing) {
        List<Contents> parts = new ArrayList<>();
        List<Receipt> partReceipts = new ArrayList<>();
        List<Entry> partChanges = new ArrayList<>();
        long room = sizing.budget();
        for (Receipt receipt : receipts) {
            long bytes = sizing.bytes(receipt);
            if (bytes > room && !partReceipts.isEmpty()) {
                parts.add(of(partReceipts, partChanges, timestamps));
                partReceipts.clear();
                room = sizing.budget();
            }
            partReceipts.add(receipt);
            room -= bytes;
        }
        for (Entry change : changes) {
            long bytes = sizing.bytes(change);
            if (bytes > room && !(partReceipts.isEmpty() && partChanges.isEmpty())) {
                parts.add(of(partReceipts, partChanges, timestamps));
                partReceipts.clear();
                partChanges.clear();
                room = sizing.budget();
            }
            partChanges.add(change);
            room -= bytes;
        }
        parts.add(of(partReceipts, partChanges, timestamps));
        return parts;
    }

    private static Contents of(List<Receipt> receipts, List<Entry> changes, Timestamps timestamps) {
        if (timestamps == Timestamps.PER_KEY || changes.isEmpty()) {
            return new Contents(List.copyOf(receipts), List.copyOf(changes), OptionalLong.empty());
        }
        long stamp = timestamps == Timestamps.NEWEST ? newest(changes) : average(changes);
        return new Contents(
                List.copyOf(receipts),
                changes.stream().map(change -> change.stamped(stamp)).toList(),
                OptionalLong.of(stamp));
    }

    /** The newest timestamp among {@code changes}, of which there is at least one. */
    static long newest(List<Entry> changes) {
        return changes.stream().mapToLong(Entry::timestamp).max().orElseThrow();
    }

    /** The average timestamp, rounded down. Timestamps may be negative, and their sum may not fit into a long. */
    private static long average(List<Entry> changes) {
        BigInteger sum = changes.stream()
                .map(change -> BigInteger.valueOf(change.timestamp()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger[] quotient = sum.divideAndRemainder(BigInteger.valueOf(changes.size()));
        return quotient[0].longValueExact() - (quotient[1].signum() < 0 ? 1 : 0);
    }
}
