package sosad.protocol;

/**
 * A node's knowledge of how far it has heard a peer X.
 *
 * @param now {@code X-now}: the newest timestamp among the entries received from X's present store
 * @param prev {@code X-prev}: what {@code now} was right after the sync before the last
 * @param mark what {@code now} was right after the last sync
 */
public record Row(long now, long prev, long mark) {
    /** A row at the beginning: all three at the start time. */
    public static Row start(long startTime) {
        return new Row(startTime, startTime, startTime);
    }

    /** This row after a timestamp was heard. */
    Row heard(long timestamp) {
        return timestamp > now ? new Row(timestamp, prev, mark) : this;
    }

    /** This row after a sync: {@code prev} becomes the mark, the mark becomes {@code now}. */
    Row synced() {
        return new Row(now, mark, now);
    }
}
