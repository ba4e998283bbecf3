package sosad.node.gateway;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The connections to one backend, each of a {@link Lane}. */
final class LaneConnections {
    private static final List<Lane> READING =
            Arrays.stream(Lane.values()).filter(Lane::isReading).toList();

    static final int MAX_CONNECTIONS =
            Arrays.stream(Lane.values()).mapToInt(Lane::connections).sum();

    private final Map<Lane, BackendConnection[]> byLane = new EnumMap<>(Lane.class);

    LaneConnections() {
        for (Lane lane : Lane.values()) {
            byLane.put(lane, new BackendConnection[lane.connections()]);
        }
    }

    /** Begins to open those that are not there, and shows the others to {@code standing}. */
    void look(Supplier<BackendConnection> opening, Consumer<BackendConnection> standing) {
        for (BackendConnection[] connections : byLane.values()) {
            for (int i = 0; i < connections.length; i++) {
                if (connections[i] == null) {
                    connections[i] = opening.get();
                } else {
                    standing.accept(connections[i]);
                }
            }
        }
    }

    void remove(BackendConnection ended) {
        for (BackendConnection[] connections : byLane.values()) {
            Arrays.setAll(connections, i -> connections[i] == ended ? null : connections[i]);
        }
    }

    void giveUp(String why) {
        for (BackendConnection[] connections : byLane.values()) {
            Stream.of(connections).filter(each -> each != null).forEach(each -> each.giveUp(why));
        }
    }

    boolean areAllOpen() {
        return byLane.values().stream().flatMap(Stream::of).allMatch(LaneConnections::isOpen);
    }

    /** Returns whether {@link #choose} finds one. */
    boolean isOpen(Lane lane) {
        return choose(lane, 0).isPresent();
    }

    private static boolean isOpen(BackendConnection connection) {
        return connection != null && connection.isOpen();
    }

    /**
     * One connection for all requests of a lane for a key, so that they keep their order. Reads go by another lane of
     * reads if need be, and never with the writes.
     */
    Optional<BackendConnection> choose(Lane lane, int hash) {
        return choose(lane, hash, identity -> true);
    }

    /** The same among the connections to servers that are {@code right}. */
    Optional<BackendConnection> choose(Lane lane, int hash, Predicate<Identity> right) {
        Optional<BackendConnection> chosen = chooseIn(lane, hash, right);
        if (chosen.isPresent() || !lane.isReading()) {
            return chosen;
        }
        return READING.stream()
                .flatMap(other -> chooseIn(other, hash, right).stream())
                .findFirst();
    }

    private Optional<BackendConnection> chooseIn(Lane lane, int hash, Predicate<Identity> right) {
        BackendConnection[] connections = byLane.get(lane);
        int from = Math.floorMod(hash, connections.length);
        for (int i = 0; i < connections.length; i++) {
            BackendConnection connection = connections[(from + i) % connections.length];
            if (isOpen(connection) && right.test(connection.identity())) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }

    /** Returns whether one of them leads to this start of a server. */
    boolean leadTo(String start) {
        return byLane.values().stream()
                .flatMap(Stream::of)
                .anyMatch(each -> isOpen(each) && each.identity().start().equals(start));
    }
}
