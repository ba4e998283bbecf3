package sosad.app.lab;

import java.util.Optional;
import java.util.Set;
import sosad.app.scenario.Action;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * Something that was done to a run: by the scenario's next step, by hand, or by the world outside. A run is a pure
 * function of its inputs, so repeating them on fresh nodes repeats the run.
 */
sealed interface Input {
    /** Does it again. */
    Optional<Lab.ClientReply> apply(Player player);

    /** Whether Back takes this and the inputs of the same kind before it as one. */
    default boolean joinsTheOneBefore() {
        return false;
    }

    record BeginStep() implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.beginStep();
            return Optional.empty();
        }
    }

    record DeliverNext() implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.deliverNext();
            return Optional.empty();
        }

        @Override
        public boolean joinsTheOneBefore() {
            return true;
        }
    }

    record Act(Action action) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            return player.act(action);
        }
    }

    record Tick() implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.tick();
            return Optional.empty();
        }
    }

    record Deliver(long message) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.deliver(message);
            return Optional.empty();
        }
    }

    record Drop(long message) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.drop(message);
            return Optional.empty();
        }
    }

    record Duplicate(long message) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.duplicate(message);
            return Optional.empty();
        }
    }

    record Hold(long message) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.hold(message);
            return Optional.empty();
        }
    }

    record Delay(long message, int steps) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.delay(message, steps);
            return Optional.empty();
        }
    }

    record Corrupt(long message) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.corrupt(message);
            return Optional.empty();
        }
    }

    record Reorder(long message, int place) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.reorder(message, place);
            return Optional.empty();
        }
    }

    record Heal() implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.heal();
            return Optional.empty();
        }
    }

    record Trim(long message, Set<Key> keys) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.trim(message, keys);
            return Optional.empty();
        }
    }

    /** A client other than this program wrote; to repeat it, this program writes the same. */
    record OutsideWrite(Action write) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.repeatOutsideWrite(write);
            return Optional.empty();
        }
    }

    /** The process of a node or gateway ended by itself; to repeat it, it is killed. */
    record Death(NodeId node) implements Input {
        @Override
        public Optional<Lab.ClientReply> apply(Player player) {
            player.repeatDeath(node);
            return Optional.empty();
        }
    }
}
