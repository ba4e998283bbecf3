package sosad.app.check.cache;

import sosad.app.process.NodeException;
import sosad.message.Address;

/** A gateway with a cache before one server. */
interface CachingGateway extends AutoCloseable {
    /** Returns where clients connect. */
    Address address();

    @Override
    void close();

    /** Opens such gateways. */
    interface Opener {
        /**
         * Opens one.
         *
         * @param server the only server behind it
         * @param keys how many keys it caches
         * @param ttlMillis how long it keeps a value
         * @throws NodeException if it does not come up
         */
        CachingGateway open(Address server, int keys, int ttlMillis) throws InterruptedException;
    }
}
