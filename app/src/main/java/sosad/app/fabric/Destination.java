package sosad.app.fabric;

import java.net.InetSocketAddress;
import java.util.Objects;
import sosad.wire.Frame;

/**
 * Where a link leads.
 *
 * @param address where the node takes messages
 * @param greeting what it asks for before it takes any
 */
record Destination(InetSocketAddress address, Frame greeting) {
    Destination {
        Objects.requireNonNull(address);
        Objects.requireNonNull(greeting);
    }
}
