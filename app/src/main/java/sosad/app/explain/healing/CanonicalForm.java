package sosad.app.explain.healing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sosad.protocol.Content;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.ReplicaSnapshot.EntryState;
import sosad.protocol.ReplicaSnapshot.OfPeer;
import sosad.protocol.Row;
import sosad.protocol.Rules;
import sosad.protocol.Update;

/**
 * One form for all states of a replica, and for all messages, that lead to the same entries: the order in which entries
 * came makes no difference to what they are, nor do numbers that the rule in force does not read. It makes few
 * positions of many.
 */
public final class CanonicalForm {
    private static final ReplicaSnapshot.Place NOWHERE = new ReplicaSnapshot.Place(Long.MAX_VALUE, -1);

    private CanonicalForm() {}

    /** The form of a replica's state. */
    public static ReplicaSnapshot of(ReplicaSnapshot snapshot) {
        List<EntryState> entries = new ArrayList<>();
        snapshot.entries().stream()
                .sorted(Comparator.comparing(state -> state.entry().key()))
                .forEach(state -> entries.add(new EntryState(state.entry(), entries.size(), state.holders())));
        Optional<Long> oldest = entries.isEmpty() ? Optional.empty() : Optional.of(0L);
        return new ReplicaSnapshot(
                snapshot.id(),
                snapshot.rules(),
                snapshot.storeId(),
                snapshot.sequence(),
                snapshot.starts(),
                entries,
                entries.stream().map(state -> state.entry().key()).toList(),
                entries.size(),
                snapshot.peers().stream()
                        .map(peer -> of(peer, snapshot.rules(), oldest))
                        .toList(),
                snapshot.earlyReceipts(),
                snapshot.lastRollingSync(),
                snapshot.receiptsForAll());
    }

    private static OfPeer of(OfPeer peer, Rules rules, Optional<Long> oldest) {
        return new OfPeer(
                peer.id(),
                read(peer.row(), rules),
                peer.storeId(),
                peer.heard(),
                peer.isTold(),
                peer.isStraggling(),
                peer.owedConfirmations(),
                peer.owedPushes().stream().sorted().toList(),
                peer.owedReceipts().stream()
                        .sorted(Comparator.comparing(Update.Receipt::key))
                        .toList(),
                oldest,
                oldest,
                NOWHERE,
                NOWHERE);
    }

    /** A sync goes by {@code now} alone, or by none of them, and so nothing follows from the others. */
    private static Row read(Row row, Rules rules) {
        return switch (rules.content()) {
            case REMOTE_NOW, FULL -> new Row(row.now(), rules.startTime(), rules.startTime());
            case REMOTE_PREV, PER_KEY -> row;
        };
    }

    /** What a message says of the rows of its sender is shown, and read by nobody. */
    static Content of(Content content) {
        return content instanceof Update update
                ? new Update(
                        update.from(),
                        update.to(),
                        update.kind(),
                        update.storeId(),
                        0,
                        0,
                        update.stamp(),
                        update.changes(),
                        update.receipts(),
                        update.storeCheck())
                : content;
    }
}
