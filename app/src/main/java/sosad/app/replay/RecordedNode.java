package sosad.app.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import sosad.engine.EngineInput;
import sosad.engine.EngineSnapshot;
import sosad.model.NodeId;
import sosad.record.Ending;
import sosad.record.Replayed;

/** Everything that a node has recorded in a live run, in order, to be taken one after the other. */
final class RecordedNode {
    private final NodeId node;
    private final Deque<Item> items = new ArrayDeque<>();
    private final List<String> differing = new ArrayList<>();

    /** Something in a record. */
    sealed interface Item {
        long epochMillis();
    }

    /** The node begins, or its record goes on after a gap, in this state. */
    record Begun(long epochMillis, EngineSnapshot state, boolean isStart) implements Item {}

    /** The node was given an input. */
    record Taken(Replayed input) implements Item {
        @Override
        public long epochMillis() {
            return input.epochMillis();
        }
    }

    /** The node has ended. */
    record Ended(long epochMillis) implements Item {}

    /**
     * Replays the stretches of a node.
     *
     * @param stretches its stretches, in order
     */
    RecordedNode(NodeId node, List<Stretch> stretches) {
        this.node = node;
        stretches.forEach(this::replay);
    }

    private void replay(Stretch stretch) {
        boolean[] isFirst = {true};
        StretchReplay replay = new StretchReplay(
                stretch,
                state -> {
                    begin(new Begun(
                            items.isEmpty() ? stretch.start() : items.getLast().epochMillis(), state, isFirst[0]));
                    isFirst[0] = false;
                },
                input -> items.add(new Taken(input)));
        StretchReplay.Outcome outcome = replay.run();
        outcome.difference().ifPresent(found -> differing.add(outcome.line()));
        if (outcome.ending().filter(ending -> ending == Ending.ENDED).isEmpty()) {
            items.add(new Ended(outcome.end()));
        }
    }

    /** Of states between which nothing is recorded the last one counts. */
    private void begin(Begun state) {
        Begun kept = state;
        if (items.peekLast() instanceof Begun before) {
            items.removeLast();
            kept = new Begun(state.epochMillis(), state.state(), before.isStart());
        }
        items.add(kept);
    }

    NodeId node() {
        return node;
    }

    /** A line for each stretch with which the core does not agree. */
    List<String> differing() {
        return differing;
    }

    Deque<Item> items() {
        return items;
    }

    /** When the first input came that is recorded, if there were others before it. */
    Optional<Long> detailSince() {
        return items.stream()
                .filter(Taken.class::isInstance)
                .map(item -> ((Taken) item).input())
                .findFirst()
                .filter(input -> input.number() > 1)
                .map(Replayed::epochMillis);
    }

    /** The number of the message that an input is. */
    static Optional<Long> arrival(Replayed input) {
        if (input.input() instanceof EngineInput.Receive receive) {
            return Optional.of(receive.message().id());
        }
        return input.input() instanceof EngineInput.Hear hear
                ? Optional.of(hear.message().id())
                : Optional.empty();
    }
}
