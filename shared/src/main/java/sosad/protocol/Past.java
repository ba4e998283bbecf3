package sosad.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import sosad.protocol.StoreCheck.Stage;

/**
 * The stages that this node's store has been through: the starts under which it changed, with its number at the
 * beginning of each. A start that is not among them has changed another copy of the store.
 */
final class Past {
    private final List<Stage> starts;
    private final LongSupplier number;

    /**
     * The past of a store.
     *
     * @param starts the starts and the number at the beginning of each, the present one last; none: it tells nothing
     * @param number the present number
     */
    Past(List<Stage> starts, LongSupplier number) {
        this.starts = new ArrayList<>(starts);
        this.number = number;
    }

    /** Returns how far the store has come. */
    Optional<Stage> stage() {
        return starts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stage(starts.get(starts.size() - 1).start(), number.getAsLong()));
    }

    /** Returns whether the store has been through this stage. */
    boolean includes(Stage stage) {
        for (int i = 0; i < starts.size(); i++) {
            if (starts.get(i).start() == stage.start()) {
                boolean isPresent = i == starts.size() - 1;
                long end = isPresent ? number.getAsLong() : starts.get(i + 1).number();
                return stage.number() <= end;
            }
        }
        return false;
    }

    /** Returns whether the stage is of an earlier start of the node than the present one. */
    boolean isOver(Stage stage) {
        return starts.get(starts.size() - 1).start() != stage.start();
    }

    /** A new store id begins: what was before is no longer asked about. */
    void beginAnew() {
        Optional<Stage> now = stage();
        starts.clear();
        now.ifPresent(starts::add);
    }

    List<Stage> starts() {
        return List.copyOf(starts);
    }
}
