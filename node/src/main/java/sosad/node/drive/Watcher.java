package sosad.node.drive;

import sosad.message.PeerMessage;
import sosad.protocol.Received;
import sosad.protocol.Written;

/** Is told of what happens at the node, in order. */
public interface Watcher {
    /** Nobody watches. */
    Watcher NOBODY = new Watcher() {
        @Override
        public void wrote(String client, Written written) {}

        @Override
        public void received(PeerMessage message, Received received) {}

        @Override
        public void refused(String reason) {}
    };

    /**
     * A client wrote.
     *
     * @param client its address, {@code host:port}
     */
    void wrote(String client, Written written);

    /** A message came in and was dealt with. */
    void received(PeerMessage message, Received received);

    /** Something at the peer port was refused and changed nothing. */
    void refused(String reason);
}
