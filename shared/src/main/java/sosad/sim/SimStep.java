package sosad.sim;

import java.util.List;
import java.util.Optional;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** One thing that happens in a {@link World}. A value: what it does depends on the world alone. */
public sealed interface SimStep {
    /** A client writes. */
    record Put(NodeId at, Key key, Value value) implements SimStep {}

    /** A client deletes. */
    record Delete(NodeId at, Key key) implements SimStep {}

    /** A client reads. */
    record Read(NodeId at, Key key, ReadMode mode) implements SimStep {}

    /** A node pushes to these peers, in this order; to all if none are named. */
    record Push(NodeId from, Optional<List<NodeId>> to) implements SimStep {}

    /** A node syncs with these peers, in this order; with those the schedule chooses if none are named. */
    record Sync(NodeId from, Optional<List<NodeId>> to, Optional<List<Key>> keys) implements SimStep {}

    /** The message with this number arrives. */
    record Deliver(long message) implements SimStep {}

    /** A copy of the message arrives, and the message stays under way. */
    record DeliverCopy(long message) implements SimStep {}

    /** The message is lost. */
    record Lose(long message) implements SimStep {}

    /** The node's clock is set; in step mode. */
    record SetTime(NodeId at, long time) implements SimStep {}

    /** The node's process ends without a word: what is not on its disk is gone. */
    record Crash(NodeId node) implements SimStep {}

    /** A node that has crashed comes back with what is on its disk, or with nothing. */
    record Start(NodeId node, boolean wipe) implements SimStep {}

    /** Puts everything a node has handed over on its disk. */
    record WriteDisk(NodeId node) implements SimStep {}

    /** The reads of a node's clients that wait for answers fail. */
    record EndReads(NodeId node) implements SimStep {}

    /** Messages on the link are lost from now on, or pass again. */
    record SetLink(Link link, boolean isOpen) implements SimStep {}

    /** The next moment comes at which a timer rings or a message arrives by itself. */
    record NextEvent() implements SimStep {}

    /** Lets time pass, with everything that happens meanwhile. */
    record Pass(long millis) implements SimStep {}
}
