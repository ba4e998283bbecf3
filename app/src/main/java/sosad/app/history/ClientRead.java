package sosad.app.history;

import static sosad.app.history.NodeState.Status.DEAD;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.scenario.Action;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/**
 * A client's read at a moment: what it asked, and what it got.
 *
 * @param node the node that was asked; the gateway, if none behind it was
 * @param via the gateway that chose the node, if one did
 * @param mode how far the read goes
 * @param answer what the client got so far
 */
public record ClientRead(NodeId node, Optional<NodeId> via, Key key, ReadMode mode, Answer answer) {
    public ClientRead {
        Objects.requireNonNull(node);
        Objects.requireNonNull(key);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(answer);
    }

    /** The answer to a read. */
    public sealed interface Answer {
        /** There is none yet: the node waits for the answers of its peers. */
        record Awaited() implements Answer {}

        /**
         * The client has got this.
         *
         * @param value the value; empty: nothing
         * @param newest the entry that makes the answer stale, see {@link ClientRead#newer}
         */
        record Got(Optional<Value> value, Optional<Entry> newest) implements Answer {}

        /** The client has got an error. */
        record Failed(String reason) implements Answer {}
    }

    /** Returns whether the client got something older than what a live node held. */
    public boolean isStale() {
        return answer instanceof Answer.Got got && got.newest().isPresent();
    }

    /** Returns whether the node waits for its peers. */
    public boolean isAwaited() {
        return answer instanceof Answer.Awaited;
    }

    /** Returns whether it is the read that this action begins. */
    public boolean isFor(Action.Get get) {
        return get.access().name().equals(node) && get.key().equals(key) && get.mode() == mode;
    }

    private ClientRead with(Answer newAnswer) {
        return new ClientRead(node, via, key, mode, newAnswer);
    }

    private boolean asksTheSame(ClientRead other) {
        return with(other.answer).equals(other);
    }

    /**
     * Returns the newest entry that any live node holds under a key, a paused one too, if it is newer than the entry
     * that a client got: then what the client got is stale. Two answers of nothing are the same, so a tombstone makes
     * nothing stale that was nothing. What is on its way counts for nobody until it has arrived.
     *
     * @param got the entry; empty if there was none
     * @param nodes all nodes at the moment of the answer
     */
    public static Optional<Entry> newer(Key key, Optional<Entry> got, List<NodeState> nodes) {
        Optional<Entry> newest = got;
        for (NodeState node : nodes) {
            Optional<Entry> held = node.status() == DEAD ? Optional.empty() : node.entry(key);
            if (held.isPresent() && (newest.isEmpty() || isNewer(held.get(), newest.get()))) {
                newest = held;
            }
        }
        boolean isNothing = newest.flatMap(Entry::value).isEmpty()
                && got.flatMap(Entry::value).isEmpty();
        return newest.equals(got) || isNothing ? Optional.empty() : newest;
    }

    private static boolean isNewer(Entry one, Entry other) {
        return one.version().compareTo(other.version()) > 0;
    }

    /** Returns the reads of a step, those that still wait from the step before included, after this has happened. */
    public static PersistentList<ClientRead> after(PersistentList<ClientRead> before, RunEvent event) {
        if (event instanceof RunEvent.StepOpened) {
            return before.stream().allMatch(ClientRead::isAwaited)
                    ? before
                    : PersistentList.copyOf(
                            before.stream().filter(ClientRead::isAwaited).toList());
        }
        Optional<ClientRead> read = of(event);
        if (read.isEmpty()) {
            return before;
        }
        ClientRead now = read.get();
        for (int i = 0; now.mode() != ReadMode.LOCAL && i < before.size(); i++) { // no local read waits
            if (before.get(i).isAwaited() && before.get(i).asksTheSame(now) && !now.isAwaited()) {
                return before.with(i, now);
            }
        }
        return before.plus(now);
    }

    /** Returns the read that has begun or ended with this event. */
    private static Optional<ClientRead> of(RunEvent event) {
        if (event instanceof RunEvent.Asked asked) {
            return Optional.of(
                    new ClientRead(asked.node(), Optional.empty(), asked.key(), asked.mode(), new Answer.Awaited()));
        } else if (event instanceof RunEvent.Read read) {
            return Optional.of(new ClientRead(
                    read.node(), read.via(), read.key(), read.mode(), new Answer.Got(read.value(), read.newest())));
        } else if (event instanceof RunEvent.Failed failed && failed.action() instanceof Action.Get get) {
            Answer answer = new Answer.Failed(failed.reason());
            return Optional.of(new ClientRead(get.access().name(), Optional.empty(), get.key(), get.mode(), answer));
        }
        return Optional.empty();
    }
}
