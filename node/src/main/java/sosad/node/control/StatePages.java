package sosad.node.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.engine.NodeClock;
import sosad.message.Command;
import sosad.message.Report;
import sosad.message.Report.RowOf;
import sosad.model.Entry;
import sosad.protocol.Replica;
import sosad.wire.WireLimits;
import sosad.wire.WireSizing;

/**
 * Shows the node's state page by page. The first page, at whatever offset, fixes the entries that the later ones show;
 * the last lets go of them.
 */
final class StatePages {
    private final Replica replica;
    private final NodeClock clock;
    private final WireSizing sizing = new WireSizing();
    private Optional<List<Entry>> fixed = Optional.empty();

    StatePages(Replica replica, NodeClock clock) {
        this.replica = replica;
        this.clock = clock;
    }

    Report.Page page(long seq, Command.Read read) {
        if (read.limit() == 0) {
            return page(seq, read, List.of(), replica.size());
        }
        List<Entry> shown = read.offset() == 0 ? replica.entries() : fixed.orElseGet(replica::entries);
        int total = shown.size();
        List<Entry> entries = new ArrayList<>();
        long bytes = 0;
        for (int i = read.offset(); i < total && entries.size() < read.limit() && bytes < WireLimits.PAGE_BYTES; i++) {
            entries.add(shown.get(i));
            bytes += sizing.bytes(shown.get(i));
        }
        boolean isLast = read.offset() + entries.size() >= total;
        fixed = isLast ? Optional.empty() : Optional.of(shown);
        return page(seq, read, entries, total);
    }

    private Report.Page page(long seq, Command.Read read, List<Entry> entries, int total) {
        List<RowOf> rows = replica.peers().stream()
                .map(peer ->
                        new RowOf(peer, replica.row(peer), replica.saved(peer).storeId(), replica.owedPushes(peer)))
                .toList();
        return new Report.Page(
                seq, read.id(), clock.now(), rows, entries, total, replica.storeId(), replica.sequence());
    }
}
