package sosad.app.watch;

/** A statement about a run, which each event keeps or breaks ({@code docs/watch.md}). */
public enum Invariant {
    NODES_AGREE("Nodes agree", "All live nodes show the same values.", false),
    WRITES_KEPT("Writes kept", "Every acknowledged write, or a newer one of its key, is on a live node.", false),
    DELETES_KEPT("Deletes kept", "What is deleted at a node comes back there by a newer write alone.", false),
    ENTRIES_RISE(
            "Newest wins",
            "No node takes an older entry for a newer one, and each holds what was delivered to it, or newer.",
            true),
    NOW_RISES("now rises", "X-now falls at no node, unless the store of X or of the node has begun anew.", true),
    PREV_FOLLOWS("prev ≤ now", "X-prev is ahead of X-now at no node.", true),
    NOW_IS_HELD("now is held", "X-now is at no node ahead of all that X has ever held.", true);

    private final String title;
    private final String meaning;
    private final boolean always;

    Invariant(String title, String meaning, boolean always) {
        this.title = title;
        this.meaning = meaning;
        this.always = always;
    }

    /** Returns what it is called, in two or three words. */
    public String title() {
        return title;
    }

    /** Returns the statement, a sentence. */
    public String meaning() {
        return meaning;
    }

    /**
     * Returns whether the protocol keeps it always, so that a run which breaks it shows a mistake in the program. The
     * others a run may break by what happens to it, and keep again.
     */
    public boolean isAlways() {
        return always;
    }
}
