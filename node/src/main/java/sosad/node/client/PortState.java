package sosad.node.client;

import io.netty.util.concurrent.Ticker;
import sosad.model.Limits;

/**
 * What a client port is and has: its settings, its connections, what went through it, its clock and its beginning.
 *
 * @param ticker the event loop's, by which ages are told
 * @param beganNanos what {@code ticker} showed when the port began
 */
record PortState(ClientSettings settings, Connections connections, Traffic traffic, Ticker ticker, long beganNanos) {
    /** A port that begins now. */
    static PortState begin(ClientSettings settings, Ticker ticker) {
        return new PortState(
                settings, new Connections(settings.mostConnections()), new Traffic(), ticker, ticker.nanoTime());
    }

    Limits limits() {
        return settings.limits();
    }

    /** How long the port has been there. */
    long ageNanos() {
        return ticker.nanoTime() - beganNanos;
    }
}
