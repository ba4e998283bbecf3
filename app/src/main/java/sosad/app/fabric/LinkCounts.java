package sosad.app.fabric;

/**
 * The outcomes of the messages of a link in live mode.
 *
 * @param sent how many came in
 * @param passed how many copies went out, changed ones included
 * @param lost how many were lost, to a fault or because nobody was there
 * @param duplicated how many went out twice
 * @param corrupted how many copies went out changed
 */
public record LinkCounts(long sent, long passed, long lost, long duplicated, long corrupted) {
    /** A link on which nothing has happened. */
    public static final LinkCounts NONE = new LinkCounts(0, 0, 0, 0, 0);

    /** Returns how many are on their way. */
    public long underWay() {
        return sent + duplicated - passed - lost;
    }

    /** Both together. */
    public LinkCounts plus(LinkCounts other) {
        return new LinkCounts(
                sent + other.sent,
                passed + other.passed,
                lost + other.lost,
                duplicated + other.duplicated,
                corrupted + other.corrupted);
    }

    /** Returns what has come to it since these counts. */
    public LinkCounts minus(LinkCounts before) {
        return new LinkCounts(
                sent - before.sent,
                passed - before.passed,
                lost - before.lost,
                duplicated - before.duplicated,
                corrupted - before.corrupted);
    }
}
