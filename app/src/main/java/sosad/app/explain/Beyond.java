package sosad.app.explain;

import java.util.List;
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
        return entry.filter(one -> includes(one.version()));
    }

    /**
     * Returns the same in one form: beyond the version before the least of these that is among them; empty if none is.
     *
     * @param versions all that there are, in order
     */
    Optional<Beyond> least(List<Version> versions) {
        Optional<Version> before = Optional.empty();
        for (Version one : versions) {
            if (includes(one)) {
                return Optional.of(new Beyond(before, Long.MIN_VALUE));
            }
            before = Optional.of(one);
        }
        return Optional.empty();
    }

    private boolean includes(Version one) {
        return one.timestamp() >= timestamp && (version.isEmpty() || one.compareTo(version.get()) > 0);
    }
}
