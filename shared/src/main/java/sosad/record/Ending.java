package sosad.record;

/** The reasons why a file of a record ends where it does. A node that is killed gives none. */
public enum Ending {
    /** The next part goes on from its last state. */
    CONTINUED("goes on in the next part"),
    /** The disk was too slow, or too much came within the bound, and detail was lost. */
    LOST("detail was lost"),
    /** The states of so large a store do not fit into the bound. */
    FULL("the store is too large for a record of this bound"),
    /** The node was told to end it. */
    ENDED("the live time ended"),
    /** The node has ended in good order. */
    CLOSED("the node ended");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
