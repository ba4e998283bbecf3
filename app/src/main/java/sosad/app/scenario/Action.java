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
    /** Calls the visitor's method for this kind of action. */
    <R> R accept(Visitor<R> visitor);

    /** What to do with each kind of action. */
    interface Visitor<R> {
        R put(Put put);

        R delete(Delete delete);

        R get(Get get);

        R push(Push push);

        R sync(Sync sync);

        R deliver(Deliver deliver);

        R discard(Discard discard);

        R trim(Trim trim);

        R handle(Handle handle);

        R kill(Kill kill);

        R start(Start start);

        R pause(Pause pause);

        R resume(Resume resume);

        R cut(Cut cut);

        R mend(Mend mend);

        R setRule(SetRule rule);

        R endRule(EndRule end);

        R skew(Skew skew);

        R expect(Expect expect);
    }

    /** A client writes a value. */
    record Put(Access access, Key key, Value value) implements Action {
        /** At a node. */
        public Put(NodeId at, Key key, Value value) {
            this(Access.at(at), key, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.put(this);
        }
    }

    /** A client deletes a key. */
    record Delete(Access access, Key key) implements Action {
        /** At a node. */
        public Delete(NodeId at, Key key) {
            this(Access.at(at), key);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delete(this);
        }
    }

    /**
     * A client reads a key.
     *
     * @param mode how far the read goes; via a gateway it is {@link ReadMode#LOCAL}
     * @param expected what the client should get, if that is to be checked; an empty inner optional: no value
     */
    record Get(Access access, Key key, ReadMode mode, Optional<Optional<Value>> expected) implements Action {
        public Get {
            refuseIf(
                    access.viaGateway() && mode != ReadMode.LOCAL,
                    "a read via a gateway is local to the node that it chooses");
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.get(this);
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.push(this);
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sync(this);
        }
    }

    /** Releases the {@code nth} (from 1) of the messages held on a link, oldest first. */
    record Deliver(Link link, int nth) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deliver(this);
        }
    }

    /** Throws away the {@code nth} (from 1) of the messages held on a link, oldest first. */
    record Discard(Link link, int nth) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.discard(this);
        }
    }

    /** Takes entries out of the {@code nth} (from 1) of the messages held on a link, oldest first. */
    record Trim(Link link, int nth, Set<Key> keys) implements Action {
        public Trim {
            keys = Set.copyOf(keys);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.trim(this);
        }
    }

    /**
     * Does something to the {@code nth} (from 1) of the messages in flight on a link, in their order, or to restore
     * one, of those lost there in this step; one that is to arrive twice counts as two. Stands in flight alone.
     */
    record Handle(Link link, int nth, MessageAction action) implements Action {
        public Handle {
            refuseIf(action instanceof MessageAction.Reorder, "the order is set by deliveries");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handle(this);
        }
    }

    /** Ends the process of a node or gateway at once (SIGKILL). */
    record Kill(NodeId node) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.kill(this);
        }
    }

    /** Starts the process of a dead node or gateway again. */
    record Start(NodeId node, boolean wipe) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.start(this);
        }
    }

    /** Freezes a node's process (SIGSTOP). */
    record Pause(NodeId node) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pause(this);
        }
    }

    /** Lets a frozen process go on (SIGCONT). */
    record Resume(NodeId node) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resume(this);
        }
    }

    /**
     * Cuts links: what is sent over them from now on is lost.
     *
     * @param links which, in order, each once
     */
    record Cut(List<Link> links) implements Action {
        public Cut {
            links = links.stream().sorted().distinct().toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cut(this);
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mend(this);
        }
    }

    /** From now on messages are treated by this rule as they are sent. */
    record SetRule(TrafficRule rule) implements Action {
        public SetRule {
            Objects.requireNonNull(rule);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setRule(this);
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

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.endRule(this);
        }
    }

    /** From now on the node's clock runs {@code by} ahead of T; negative: behind. */
    record Skew(NodeId node, long by) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.skew(this);
        }
    }

    /** Something that is checked at the end of the step. */
    record Expect(Expectation expectation) implements Action {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.expect(this);
        }
    }
}
