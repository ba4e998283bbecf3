package sosad.node.client;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The connections to a port, up to a maximum. */
final class Connections {
    private final int most;
    private final Set<ClientSession> sessions = new LinkedHashSet<>();
    private long admitted;
    private long turnedAway;

    /** @param most how many there may be at once */
    Connections(int most) {
        this.most = most;
    }

    /**
     * A client connects.
     *
     * @param client the other end, as {@code host:port}
     * @return its session; empty if there are as many as there may be
     */
    Optional<ClientSession> admit(String client, long nowNanos) {
        if (sessions.size() >= most) {
            turnedAway++;
            return Optional.empty();
        }
        ClientSession session = new ClientSession(++admitted, client, nowNanos);
        sessions.add(session);
        return Optional.of(session);
    }

    /** The connection is closed. */
    void left(ClientSession session) {
        sessions.remove(session);
    }

    /** The present ones, in the order in which they came. */
    Collection<ClientSession> sessions() {
        return Collections.unmodifiableCollection(sessions);
    }

    int size() {
        return sessions.size();
    }

    int most() {
        return most;
    }

    /** Returns how many were ever admitted. */
    long admitted() {
        return admitted;
    }

    /** Returns how many were refused because too many were connected. */
    long turnedAway() {
        return turnedAway;
    }
}
