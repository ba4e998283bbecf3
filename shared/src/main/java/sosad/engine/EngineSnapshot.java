package sosad.engine;

import java.util.List;
import java.util.Optional;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.Rules;

/**
 * The whole state of an engine at one moment, from which {@link Engine#restore} makes one that goes on in the same way.
 * Two engines in the same state have equal snapshots.
 *
 * @param replica the replica
 * @param reads the reads of its clients that wait for answers
 * @param readMode how far a read goes that does not say so itself
 * @param clock where writes get their timestamps
 * @param sender the messages that wait for the disk, and the numbers of those sent
 * @param live how it runs by its own clock; empty in step mode
 * @param timers those that are set, in the order in which they ring
 */
public record EngineSnapshot(
        ReplicaSnapshot replica,
        Reads.PendingReads reads,
        ReadMode readMode,
        NodeClock.State clock,
        Sender.State sender,
        Optional<LiveMode.State> live,
        List<Timer.Set> timers) {
    public EngineSnapshot {
        timers = List.copyOf(timers);
    }

    /** The same state without a clock of its own. */
    public EngineSnapshot inSteps() {
        return new EngineSnapshot(replica, reads, readMode, clock, sender, Optional.empty(), List.of());
    }

    /** The same state under other rules. */
    public EngineSnapshot under(Rules rules) {
        return new EngineSnapshot(replica.under(rules), reads, readMode, clock, sender, live, timers);
    }
}
