package sosad.protocol;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.Update.Kind;
import sosad.protocol.Update.Receipt;

/** Makes a node's messages: its header, the receipts it owes, and the changes given, in as many parts as they take. */
final class Composer {
    private final NodeId id;
    private final Past past;
    private final Rules rules;
    private final Sizing sizing;
    private long storeId;

    Composer(NodeId id, long storeId, Past past, Rules rules, Sizing sizing) {
        this.id = id;
        this.storeId = storeId;
        this.past = past;
        this.rules = rules;
        this.sizing = sizing;
    }

    /** Composes messages of this store from now on. */
    void beginStore(long newStoreId) {
        storeId = newStoreId;
    }

    Sizing sizing() {
        return sizing;
    }

    /** At least one message, which settles the receipts owed; all but the last count as pushes. */
    List<Update> compose(Kind kind, Peer to, List<Entry> changes) {
        return compose(kind, to, changes, Long.MAX_VALUE);
    }

    /** The same, but receipts beyond {@code receiptBytes} stay owed. */
    List<Update> compose(Kind kind, Peer to, List<Entry> changes, long receiptBytes) {
        List<Receipt> receipts = takeReceipts(to, receiptBytes);
        List<Contents> parts = Contents.split(receipts, changes, rules.timestamps(), sizing);
        List<Update> updates = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            updates.add(update(i == parts.size() - 1 ? kind : Kind.PUSH, to, parts.get(i)));
        }
        return updates;
    }

    private List<Receipt> takeReceipts(Peer to, long mostBytes) {
        List<Receipt> receipts = new ArrayList<>();
        long room = mostBytes;
        Iterator<Map.Entry<Key, Version>> owed = to.owedReceipts.entrySet().iterator();
        while (room > 0 && owed.hasNext()) {
            Map.Entry<Key, Version> next = owed.next();
            Receipt receipt = new Receipt(next.getKey(), next.getValue());
            room -= sizing.bytes(receipt);
            receipts.add(receipt);
            owed.remove();
        }
        return receipts;
    }

    /** A message without changes and receipts. */
    Update header(Kind kind, Peer to) {
        return update(kind, to, Contents.NONE);
    }

    private Update update(Kind kind, Peer to, Contents contents) {
        return new Update(
                id,
                to.id,
                kind,
                storeId,
                to.row.now(),
                to.row.prev(),
                contents.stamp(),
                contents.changes(),
                contents.receipts(),
                to.isTold ? new StoreCheck(past.stage(), to.claim(), to.takeConfirmations()) : StoreCheck.NOTHING);
    }
}
