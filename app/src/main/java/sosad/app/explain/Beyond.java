package sosad.app.explain;

import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Version;

/**
 * The entries of a key that would have made a difference.
 *
 * @param version they are newer than this; empty: any is
 * @param timestamp theirs is at least this
 */
record Beyond(Optional<Version> version, long timestamp) {
    /** Those that are newer than what is held. */
    static Beyond what(Optional<Entry> held) {
        return new Beyond(held.map(Entry::version), Long.MIN_VALUE);
    }

    Beyond and(Entry held) {
        boolean isFurther = version.isEmpty() || held.version().compareTo(version.get()) > 0;
        return isFurther ? new Beyond(Optional.of(held.version()), timestamp) : this;
    }

    Beyond from(long least) {
        return new Beyond(version, Math.max(timestamp, least));
    }

    /** The entry, if it is one of them. */
    Optional<Entry> of(Optional<Entry> entry) {
        return entry.filter(this::includes);
    }

    private boolean includes(Entry entry) {
        return entry.timestamp() >= timestamp
                && (version.isEmpty() || entry.version().compareTo(version.get()) > 0);
    }
}
