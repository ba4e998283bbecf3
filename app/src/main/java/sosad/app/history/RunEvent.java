package sosad.app.history;

import java.util.List;
import java.util.Optional;
import sosad.app.scenario.Action;
import sosad.app.scenario.TrafficRule;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Inquiry;
import sosad.protocol.Reads.ReadMode;

/** An event that leads from one snapshot to the next. */
public sealed interface RunEvent {
    /** The cluster is up; nothing has happened yet. */
    record ClusterStarted() implements RunEvent {}

    /** A step began and the clocks were set. */
    record StepOpened(long time, Optional<String> title) implements RunEvent {}

    /** All messages of the step stand on their links. */
    record ActionsDone() implements RunEvent {}

    /** The step is over. */
    record StepDone() implements RunEvent {}

    /**
     * A client wrote.
     *
     * @param lost whether the write lost at once to a newer version
     * @param outside whether the client was another program than this one
     * @param via the gateway that chose the node, if one did
     */
    record Wrote(NodeId node, Entry entry, boolean lost, boolean outside, Optional<NodeId> via) implements RunEvent {
        /** Straight at the node. */
        public Wrote(NodeId node, Entry entry, boolean lost, boolean outside) {
            this(node, entry, lost, outside, Optional.empty());
        }
    }

    /** A client has begun a read for which the node asks its peers. {@link Read} or {@link Failed} follows. */
    record Asked(NodeId node, Key key, ReadMode mode) implements RunEvent {}

    /**
     * A client read, and got this.
     *
     * @param via the gateway that chose the node, if one did
     * @param newest the entry that makes the answer stale, if it is: see {@link ClientRead#newer}
     */
    record Read(
            NodeId node, Key key, Optional<Value> value, Optional<NodeId> via, ReadMode mode, Optional<Entry> newest)
            implements RunEvent {
        /** Of what the node itself holds, which is the newest. */
        public Read(NodeId node, Key key, Optional<Value> value, Optional<NodeId> via) {
            this(node, key, value, via, ReadMode.LOCAL, Optional.empty());
        }

        /** Straight at the node. */
        public Read(NodeId node, Key key, Optional<Value> value) {
            this(node, key, value, Optional.empty());
        }
    }

    /**
     * A client's read has a question, answer or repair under way.
     *
     * @param fate what became of it: delivered, lost or waiting
     * @param why why it is lost or waits, or empty
     */
    record Inquired(Inquiry inquiry, Fate fate, String why) implements RunEvent {}

    /** A node sent a message; {@link Message#fate} says what became of it at once. */
    record Sent(Message message) implements RunEvent {}

    /**
     * A message was delivered.
     *
     * @param applied the changes that were newer than what the receiver held
     * @param straggler whether it came from a store that is gone
     */
    record Delivered(Message message, List<Entry> applied, boolean straggler) implements RunEvent {
        public Delivered {
            applied = List.copyOf(applied);
        }
    }

    /** Something was done to a message, or it was lost or waits: see its fate. */
    record Handled(Message message, Handling handling) implements RunEvent {}

    /** Something done to a message between its sending and its delivery. */
    enum Handling {
        LOST,
        HELD,
        DELAYED,
        RELEASED,
        /** It was lost, and goes on after all. */
        RESTORED,
        WAITS,
        DISCARDED,
        DUPLICATED,
        CORRUPTED,
        /** Its receiver refused a corrupt copy: the message is lost, unless further copies follow. */
        REFUSED,
        TRIMMED
    }

    /**
     * Some copies of a message go on by themselves, for something is done to them that is not done to the others.
     *
     * @param message those that stay, the first ones
     * @param copy those behind them
     */
    record Split(Message message, Message copy) implements RunEvent {}

    /**
     * A message in flight was given another place in the order of delivery.
     *
     * @param place its place now, from 1
     * @param of how many messages are in flight
     */
    record Reordered(Message message, int place, int of) implements RunEvent {}

    /** The process of a node or gateway was ended. */
    record Killed(NodeId node) implements RunEvent {}

    /** The process of a node or gateway was started again. */
    record Started(NodeId node) implements RunEvent {}

    record Paused(NodeId node) implements RunEvent {}

    record Resumed(NodeId node) implements RunEvent {}

    record Skewed(NodeId node, long by) implements RunEvent {}

    record Cut(List<Link> links) implements RunEvent {
        public Cut {
            links = List.copyOf(links);
        }
    }

    record Mended(List<Link> links) implements RunEvent {
        public Mended {
            links = List.copyOf(links);
        }
    }

    /** A rule applies to messages from now on. */
    record RuleSet(TrafficRule rule) implements RunEvent {}

    /** These rules are no longer in force. */
    record RulesEnded(List<TrafficRule> rules) implements RunEvent {
        public RulesEnded {
            rules = List.copyOf(rules);
        }
    }

    /** The step could not be carried out as the scenario says: the cluster itself failed. */
    record StepFailed(String reason) implements RunEvent {}

    /** An action could not be carried out and changed nothing. */
    record Failed(Action action, String reason) implements RunEvent {}

    /**
     * An expectation was checked.
     *
     * @param found what is so instead, in words; empty if it is met
     */
    record Checked(String expectation, boolean met, String found) implements RunEvent {}

    /** The process of a node or gateway ended although nobody asked it to. */
    record Died(NodeId node, String lastWords) implements RunEvent {}
}
