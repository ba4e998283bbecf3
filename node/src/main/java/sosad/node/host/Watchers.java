package sosad.node.host;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import sosad.message.InquiryMessage;
import sosad.message.PeerMessage;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.node.host.NodeHost.NodeWatcher;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received;
import sosad.protocol.Written;

/** All watchers, notified in the order in which they were added. One may be removed while it is being notified. */
final class Watchers implements NodeWatcher {
    private final List<NodeWatcher> all = new CopyOnWriteArrayList<>();

    /** One who watches already is not told twice. */
    void add(NodeWatcher watcher) {
        if (!all.contains(watcher)) {
            all.add(watcher);
        }
    }

    void remove(NodeWatcher watcher) {
        all.remove(watcher);
    }

    @Override
    public void wrote(String client, Written written) {
        all.forEach(each -> each.wrote(client, written));
    }

    @Override
    public void received(PeerMessage message, Received received) {
        all.forEach(each -> each.received(message, received));
    }

    @Override
    public void asked(String client, Key key, ReadMode mode, long read, List<Sent> sent) {
        all.forEach(each -> each.asked(client, key, mode, read, sent));
    }

    @Override
    public void heard(InquiryMessage message, Optional<Entry> applied, List<Sent> sent, Optional<Long> ended) {
        all.forEach(each -> each.heard(message, applied, sent, ended));
    }

    @Override
    public void storeBegun(long before, NodeId from) {
        all.forEach(each -> each.storeBegun(before, from));
    }

    @Override
    public void refused(String reason) {
        all.forEach(each -> each.refused(reason));
    }
}
