package sosad.app.scenario;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** One thing that a step does ({@code docs/scenarios.md}). */
public sealed interface Action {
    /** A client writes a value. */
    record Put(Access access, Key key, Value value) implements Action {
        /** At a node. */
        public Put(NodeId at, Key key, Value value) {
            this(Access.at(at), key, value);
        }
    }

    /** A client deletes a key. */
    record Delete(Access access, Key key) implements Action {
        /** At a node. */
        public Delete(NodeId at, Key key) {
            this(Access.at(at), key);
        }
    }

    /**
     * A client reads a key.
     *
     * @param mode how far the read goes; via a gateway it is {@link ReadMode#LOCAL}
     * @param expected what the client should get, if that is to be checked; an empty inner optional: no value
     * @param step whether its questions, answers and repairs stand on their links like other messages; otherwise they
     *     are delivered at once
     */
    record Get(Access access, Key key, ReadMode mode, Optional<Optional<Value>> expected, boolean step)
            implements Action {
        public Get {
            refuseIf(step && mode == ReadMode.LOCAL, "a local read asks nobody, so there is nothing to step through");
            refuseIf(
                    access.viaGateway() && mode != ReadMode.LOCAL,
                    "a read via a gateway is local to the node that it chooses");
        }

        /** Whose questions are delivered at once. */
        public Get(Access access, Key key, ReadMode mode, Optional<Optional<Value>> expected) {
            this(access, key, mode, expected, false);
        }

        /** At a node. */
        public Get(NodeId at, Key key, ReadMode mode, Optional<Optional<Value>> expected) {
            this(Access.at(at), key, mode, expected);
        }

        /** Returns what the scenario claims of it, in words, if it claims something. */
        public Optional<String> claim() {
            return expected.map(value -> "a client %s reads %s: %s"
                    .formatted(access, key, value.map(Value::text).orElse("nothing")));
        }
    }

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

    /**
     * Does something to the {@code nth} (from 1) of the messages in this state on a link, in their order, or to restore
     * one, of those lost there in this step; one that is to arrive twice counts as two. Stands in flight alone.
     */
    record Handle(Link link, int nth, MessageAction action, MessageState state) implements Action {
        public Handle {
            refuseIf(action instanceof MessageAction.Reorder, "the order is set by deliveries");
            refuseIf(
                    action.kind() == MessageAction.Kind.RESTORE && state != MessageState.IN_FLIGHT,
                    "only a lost message is restored");
        }

        /** To one in flight, or lost. */
        public Handle(Link link, int nth, MessageAction action) {
            this(link, nth, action, MessageState.IN_FLIGHT);
        }
    }

    /** Ends the process of a node or gateway at once (SIGKILL). */
    record Kill(NodeId node) implements Action {}

    /** Starts the process of a dead node or gateway again. */
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
     * @param links the links, in order, each once; empty: all cut links
     */
    record Mend(Optional<List<Link>> links) implements Action {
        public Mend {
            links = links.map(some -> some.stream().sorted().distinct().toList());
        }
    }

    /** Applies this rule to messages as they are sent, from now on. */
    record SetRule(TrafficRule rule) implements Action {
        public SetRule {
            Objects.requireNonNull(rule);
        }
    }

    /**
     * Ends a rule.
     *
     * @param nth its place, from 1, among those in force, in the order in which they were set; empty: all end
     */
    record EndRule(OptionalInt nth) implements Action {
        public EndRule {
            Objects.requireNonNull(nth);
        }
    }

    /** Sets how far the node's clock runs ahead of T; negative: behind. */
    record Skew(NodeId node, long by) implements Action {
        /** The farthest that a clock can be off, either way. */
        public static final long MAX_BY = Bounds.MAX_TIME;
    }

    /** Something that is checked at the end of the step. */
    record Expect(Expectation expectation) implements Action {}
}
