package sosad.node.host;

import java.util.function.Consumer;
import sosad.message.NodeMessage;
import sosad.model.NodeId;
import sosad.node.host.NodeHost.Alarm;
import sosad.node.host.NodeHost.Outbox;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Replica;

/** Nodes for tests, without links and time. */
public final class Hosts {
    private Hosts() {}

    /** A node that keeps nothing and sends nothing. */
    public static NodeHost silent(Replica replica) {
        return of(replica, NodeJournal.NONE, message -> {
            throw new AssertionError("nothing is sent here");
        });
    }

    /** @param sent is given what the node sends */
    public static NodeHost of(Replica replica, NodeJournal journal, Consumer<NodeMessage> sent) {
        Outbox outbox = new Outbox() {
            @Override
            public void send(NodeMessage message) {
                sent.accept(message);
            }

            @Override
            public boolean hasRoom(NodeId peer) {
                return true;
            }
        };
        Alarm never = new Alarm() {
            @Override
            public long millis() {
                return 0;
            }

            @Override
            public void set(long due, Runnable then) {}
        };
        return new NodeHost(
                replica,
                () -> 0,
                never,
                outbox,
                journal,
                new PeerTraffic(replica.peers()),
                Recording.NONE,
                ReadMode.LOCAL,
                1);
    }
}
