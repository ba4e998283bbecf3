package sosad.app.lab.step;

import java.util.Optional;
import java.util.function.Consumer;
import sosad.app.client.ClientReply;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.model.NodeId;

/**
 * Something that was done to a run: by the scenario's next step, by hand, or by the world outside. A run is a pure
 * function of its inputs, so repeating them on fresh nodes repeats the run.
 */
public sealed interface Input {
    /** Does it again. */
    Optional<ClientReply> apply(Player player);

    /** Returns whether Back takes this and the inputs of the same kind before it as one. */
    default boolean joinsTheOneBefore() {
        return false;
    }

    /** The inputs that need no more than a name. */
    enum StepCommand implements Input {
        BEGIN_STEP(Player::beginStep),
        DELIVER_NEXT(Player::deliverNext),
        TICK(Player::tick),
        HEAL(Player::heal);

        private final Consumer<Player> work;

        StepCommand(Consumer<Player> work) {
            this.work = work;
        }

        @Override
        public Optional<ClientReply> apply(Player player) {
            work.accept(player);
            return Optional.empty();
        }

        @Override
        public boolean joinsTheOneBefore() {
            return this == DELIVER_NEXT;
        }
    }

    /**
     * The scenario's next step begins, and something comes in between after so many of its actions: the others are
     * carried out in flight.
     */
    record BeginPart(int actions) implements Input {
        @Override
        public Optional<ClientReply> apply(Player player) {
            player.beginPart(actions);
            return Optional.empty();
        }
    }

    record Act(Action action) implements Input {
        @Override
        public Optional<ClientReply> apply(Player player) {
            return player.act(action);
        }
    }

    record Handle(long message, MessageAction action) implements Input {
        @Override
        public Optional<ClientReply> apply(Player player) {
            player.handle(message, action);
            return Optional.empty();
        }
    }

    /** A client other than this program wrote; to repeat it, this program writes the same. */
    record OutsideWrite(Action write) implements Input {
        @Override
        public Optional<ClientReply> apply(Player player) {
            player.repeatOutsideWrite(write);
            return Optional.empty();
        }
    }

    /** The process of a node or gateway ended by itself; to repeat it, it is killed. */
    record Death(NodeId node) implements Input {
        @Override
        public Optional<ClientReply> apply(Player player) {
            player.repeatDeath(node);
            return Optional.empty();
        }
    }
}
