package sosad.app.viewmodel.tables;

import java.util.Optional;
import sosad.app.history.NodeState;
import sosad.app.history.text.Isolated;
import sosad.app.viewmodel.Abridged;
import sosad.model.Entry;
import sosad.model.Version;

/**
 * The version of a key that a node holds.
 *
 * @param text such as {@code yoda@2}; empty if there is nothing
 * @param state how it compares with the newest version anywhere
 * @param changed whether it differs from the end of the step before
 */
public record MatrixCell(String text, State state, boolean changed) {
    /** The state of a node's version compared with the newest of all nodes. */
    public enum State {
        CURRENT("newest"),
        STALE("stale"),
        ABSENT("absent"),
        NO_PROCESS("no process");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word on screen. */
        public String word() {
            return word;
        }
    }

    static MatrixCell of(NodeState node, Optional<Entry> entry, Version newest, boolean changed) {
        if (!node.hasProcess()) {
            return new MatrixCell("", State.NO_PROCESS, false);
        }
        return entry.map(held -> new MatrixCell(
                        held.value().map(Abridged::of).map(Isolated::of).orElse(NodeTable.DELETED) + "@"
                                + held.timestamp(),
                        held.version().equals(newest) ? State.CURRENT : State.STALE,
                        changed))
                .orElse(new MatrixCell("", State.ABSENT, changed));
    }
}
