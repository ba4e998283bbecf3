package sosad.node.net;

/**
 * Something that is tried until it goes well. The first failure is worth a line, and so is the first of those that show
 * that the other end is there and does not want; nothing more is, until it has gone well again.
 */
public final class Outage {
    private boolean isOut;
    private boolean isRefused;

    /**
     * A try has failed; says whether that is worth a line.
     *
     * @param refused whether somebody was reached
     */
    public boolean failed(boolean refused) {
        boolean isNews = !isOut || (refused && !isRefused);
        isOut = true;
        isRefused |= refused;
        return isNews;
    }

    /** A try has gone well; says whether it had failed before, so that this is worth a line. */
    public boolean isOver() {
        boolean wasOut = isOut;
        isOut = false;
        isRefused = false;
        return wasOut;
    }
}
