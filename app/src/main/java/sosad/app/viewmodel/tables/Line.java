package sosad.app.viewmodel.tables;

import java.util.Optional;
import sosad.app.explain.Question;

/**
 * A line of a node's table: a row or an entry.
 *
 * @param key such as {@code B-now} or {@code waffle:2}
 * @param value the value
 * @param kind what it is a line of
 * @param changed whether it differs from the end of the step before
 * @param question why it is as it is; none of a note
 */
public record Line(String key, String value, Kind kind, boolean changed, Optional<Question> question) {
    /** The kinds of line. */
    public enum Kind {
        /** {@code now} or {@code prev} of a peer. */
        ROW,
        /** An entry with a value. */
        ENTRY,
        /** A deleted key. */
        TOMBSTONE,
        /** The reason why there are no entries: a text in the key, no value. */
        NOTE
    }

    /** Returns whether it is a line of an entry, be it deleted. */
    public boolean isEntry() {
        return kind == Kind.ENTRY || kind == Kind.TOMBSTONE;
    }
}
