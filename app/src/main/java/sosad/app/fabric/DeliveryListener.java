package sosad.app.fabric;

import sosad.model.Link;
import sosad.wire.Frame;

/**
 * Is told which messages of a live network reach the machine of their destination, on the network's event loop. What is
 * told of a connection is over when the connection is: what was delivered last may then never be read.
 */
public interface DeliveryListener {
    /** Is told nothing. */
    DeliveryListener NONE = new DeliveryListener() {
        @Override
        public void delivered(Frame frame, long connection) {}

        @Override
        public void ending(Link link, long connection) {}
    };

    /**
     * A message was handed to the system's connection to its destination, unchanged, after all that were delivered
     * before by the same connection.
     *
     * @param connection a number that no other connection has
     */
    void delivered(Frame frame, long connection);

    /** A connection ends, or has ended at the other end. */
    void ending(Link link, long connection);
}
