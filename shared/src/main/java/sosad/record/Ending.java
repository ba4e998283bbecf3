package sosad.record;

/** The reasons why a file of a record ends where it does. A node that is killed gives none. */
public enum Ending {
    /** The next part goes on from its last state. */
    CONTINUED("goes on in the next part"),
    /** The disk was too slow, and detail was lost. */
    LOST("the disk was too slow for more"),
    /** The record has reached its bound, and the store was too large to begin another part. */
    FULL("the record is full"),
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
