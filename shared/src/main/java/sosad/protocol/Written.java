package sosad.protocol;

import java.util.Objects;
import sosad.model.Entry;

/**
 * The outcome of a client's write.
 *
 * @param entry the entry written, a tombstone for a delete
 * @param lost whether it lost at once to a newer version that was held
 * @param hadValue whether a value was held under the key before
 */
public record Written(Entry entry, boolean lost, boolean hadValue) {
    public Written {
        Objects.requireNonNull(entry);
    }

    /** Returns whether it took the place of a value. */
    public boolean replacedValue() {
        return hadValue && !lost;
    }
}
