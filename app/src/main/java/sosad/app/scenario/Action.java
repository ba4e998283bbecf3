package sosad.app.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** One thing that a step does ({@code docs/scenarios.md}). */
public sealed interface Action {
    /** A client writes a value at a node. */
    record Put(NodeId at, Key key, Value value) implements Action {}

    /** A client deletes a key at a node. */
    record Delete(NodeId at, Key key) implements Action {}

    /**
     * A client reads a key at a node.
     *
     * @param expected what the client should get, if that is to be checked; an empty inner optional: no value
     */
    record Get(NodeId at, Key key, Optional<Optional<Value>> expected) implements Action {}

    /**
     * A node pushes what its clients wrote.
     *
     * @param to the destinations in this order; empty: all peers
     */
    record Push(NodeId from, Optional<List<NodeId>> to, Fates fates) implements Action {
        public Push {
            to = to.map(List::copyOf);
        }
    }

    /**
     * A node syncs.
     *
     * @param to the destinations in this order; empty: those that the schedule chooses
     * @param keys narrows what the rule would send
     */
    record Sync(NodeId from, Optional<List<NodeId>> to, Optional<List<Key>> keys, Fates fates) implements Action {
        public Sync {
            to = to.map(List::copyOf);
            keys = keys.map(List::copyOf);
        }
    }

    /** Releases the {@code nth} (from 1) of the messages held on a link, oldest first. */
    record Deliver(Link link, int nth) implements Action {}

    /** Throws away the {@code nth} (from 1) of the messages held on a link, oldest first. */
    record Discard(Link link, int nth) implements Action {}

    /** Takes entries out of the {@code nth} (from 1) of the messages held on a link, oldest first. */
    record Trim(Link link, int nth, Set<Key> keys) implements Action {
        public Trim {
            keys = Set.copyOf(keys);
        }
    }

    /** Ends a node's process at once (SIGKILL). */
    record Kill(NodeId node) implements Action {}

    /** Starts a dead node's process again. */
    record Start(NodeId node, boolean wipe) implements Action {}

    /** Freezes a node's process (SIGSTOP). */
    record Pause(NodeId node) implements Action {}

    /** Lets a frozen process go on (SIGCONT). */
    record Resume(NodeId node) implements Action {}

    /**
     * Cuts links: what is sent over them from now on is lost.
     *
     * @param links which, in order, each once
     */
    record Cut(List<Link> links) implements Action {
        public Cut {
            links = links.stream().sorted().distinct().toList();
        }
    }

    /**
     * Mends links.
     *
     * @param links which, in order, each once; empty: all that are cut
     */
    record Mend(Optional<List<Link>> links) implements Action {
        public Mend {
            links = links.map(some -> some.stream().sorted().distinct().toList());
        }
    }

    /** From now on the node's clock runs {@code by} ahead of T; negative: behind. */
    record Skew(NodeId node, long by) implements Action {}

    /** Something that is checked at the end of the step. */
    record Expect(Expectation expectation) implements Action {}
}
