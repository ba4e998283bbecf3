package sosad.app.explain.healing;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.model.Key;

/**
 * For every event of a run, whether the rules could still heal it from there.
 *
 * @param key the key asked about; empty: all keys
 * @param stretches the run from its first event to its last, divided where the answer changes
 */
public record HealingBand(Optional<Key> key, List<HealingStretch> stretches) {
    public HealingBand {
        Objects.requireNonNull(key);
        stretches = List.copyOf(stretches);
        int next = 0;
        for (HealingStretch stretch : stretches) {
            refuseIf(stretch.fromEvent() != next, "event %d is missing or there twice", next);
            next = stretch.toEvent() + 1;
        }
    }

    /** Returns the stretch with this event; empty if the event came later. */
    public Optional<HealingStretch> at(int event) {
        return stretches.stream()
                .filter(stretch -> stretch.fromEvent() <= event && event <= stretch.toEvent())
                .findFirst();
    }
}
