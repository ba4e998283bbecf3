package sosad.app.check;

import sosad.app.fabric.DeliveryListener;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.Frame;

/**
 * Is told what reaches the stores of a cluster: what is delivered, on the network's event loop, and what the nodes
 * report, on the thread of the check.
 */
public interface DataWatcher extends DeliveryListener {
    /** Is told nothing. */
    DataWatcher NONE = new DataWatcher() {
        @Override
        public void reported(NodeId node, Entry entry) {}

        @Override
        public void emptied(NodeId node) {}

        @Override
        public void delivered(Frame frame, long connection) {}

        @Override
        public void ending(Link link, long connection) {}
    };

    /** A node has reported an entry that it holds, or had when it reported it. */
    void reported(NodeId node, Entry entry);

    /** A node begins with an empty store. */
    void emptied(NodeId node);
}
