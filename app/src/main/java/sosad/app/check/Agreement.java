package sosad.app.check;

import java.util.List;

/**
 * The agreement of the nodes, versions included.
 *
 * @param different how many keys are not the same everywhere
 * @param examples what is held under the first few of them, and by whom
 */
public record Agreement(int different, List<String> examples) {
    /** The most keys that are shown. */
    static final int MAX_EXAMPLES = 10;

    public Agreement {
        examples = List.copyOf(examples);
    }

    /** Returns whether all hold the same. */
    public boolean isFull() {
        return different == 0;
    }

    static Agreement of(Holdings held) {
        return new Agreement(
                held.differing().size(),
                held.differing().stream().limit(MAX_EXAMPLES).map(held::words).toList());
    }
}
