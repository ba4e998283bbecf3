package sosad.app.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import sosad.message.Address;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Launch.RecordTo;
import sosad.message.Live;
import sosad.message.Ports;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** With what measured nodes are started: live under per-key, steered by nobody. */
final class Launches {
    /** The time at which the rows of all nodes begin. */
    static final long START_TIME = 1;

    private static final NodeId ALONE = new NodeId("A");
    private static final Rules RULES = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, START_TIME);

    private Launches() {}

    /**
     * Returns how a measured node runs if nothing else is asked: hybrid clock, pushes every 20 ms, syncs every second.
     */
    static Live usual() {
        return Live.since(System.currentTimeMillis());
    }

    /** Free ports for a node. */
    static Ports ports() throws IOException {
        return new Ports(Ports.LOOPBACK, FreePort.find(), FreePort.find(), Optional.empty(), Optional.empty());
    }

    /** A node without peers. */
    static Launch alone(Optional<Disk> disk) throws IOException {
        return launch(ALONE, Map.of(), ports(), "alone", usual(), disk, Optional.empty());
    }

    /** A node without peers, with its store in memory, that records what it takes in. */
    static Launch recorded(RecordTo place) throws IOException {
        return launch(ALONE, Map.of(), ports(), "alone", usual(), Optional.empty(), Optional.of(place));
    }

    /** A node of a cluster, with its store in memory. */
    static Launch member(NodeId id, Map<NodeId, Address> peers, Ports ports, String secret, Live live) {
        return launch(id, peers, ports, secret, live, Optional.empty(), Optional.empty());
    }

    private static Launch launch(
            NodeId id,
            Map<NodeId, Address> peers,
            Ports ports,
            String secret,
            Live live,
            Optional<Disk> disk,
            Optional<RecordTo> record) {
        return new Launch(
                id,
                peers,
                ports,
                RULES,
                Limits.DEFAULT,
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
                1,
                false,
                Optional.empty(),
                false,
                secret,
                ReadMode.LOCAL,
                Optional.of(live),
                disk,
                record);
    }
}
