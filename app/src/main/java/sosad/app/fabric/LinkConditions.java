package sosad.app.fabric;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;

/**
 * The faults of a directed link in live mode. Probabilities are from 0 to 1, for each message by itself.
 *
 * @param cut whether everything is lost
 * @param loss how likely a message is lost
 * @param duplicate how likely a message arrives twice
 * @param corrupt how likely a message's bytes are changed on the way
 * @param delay how long messages stay on the link; they keep their order
 * @param reorderMillis within how long messages may overtake each other; 0: they keep their order
 * @param bytesPerSecond how much the link carries; 0: any amount
 * @param slowCloseMillis when one half of a connection closes, from sender to network or from there to the destination,
 *     how much later the other does
 */
public record LinkConditions(
        boolean cut,
        double loss,
        double duplicate,
        double corrupt,
        Delay delay,
        double reorderMillis,
        long bytesPerSecond,
        long slowCloseMillis) {
    /** Nothing is wrong. */
    public static final LinkConditions NONE = new LinkConditions(false, 0, 0, 0, Delay.NONE, 0, 0, 0);

    /** @throws IllegalArgumentException naming what is out of range */
    public LinkConditions {
        Objects.requireNonNull(delay);
        Delay.check("loss", loss, 1);
        Delay.check("duplicate", duplicate, 1);
        Delay.check("corrupt", corrupt, 1);
        Delay.check("reorder", reorderMillis, Delay.MAX_MILLIS);
        Delay.check("slow close", (double) slowCloseMillis, Delay.MAX_MILLIS);
        refuseIf(bytesPerSecond < 0, "rate %d: it must be from 0", bytesPerSecond);
    }

    /** Returns whether messages pass as if there were no faults. */
    public boolean isNone() {
        return equals(NONE);
    }

    public LinkConditions withCut(boolean newCut) {
        return new LinkConditions(
                newCut, loss, duplicate, corrupt, delay, reorderMillis, bytesPerSecond, slowCloseMillis);
    }

    public LinkConditions withLoss(double newLoss) {
        return new LinkConditions(
                cut, newLoss, duplicate, corrupt, delay, reorderMillis, bytesPerSecond, slowCloseMillis);
    }

    public LinkConditions withDuplicate(double newDuplicate) {
        return new LinkConditions(
                cut, loss, newDuplicate, corrupt, delay, reorderMillis, bytesPerSecond, slowCloseMillis);
    }

    public LinkConditions withCorrupt(double newCorrupt) {
        return new LinkConditions(
                cut, loss, duplicate, newCorrupt, delay, reorderMillis, bytesPerSecond, slowCloseMillis);
    }

    public LinkConditions withDelay(Delay newDelay) {
        return new LinkConditions(
                cut, loss, duplicate, corrupt, newDelay, reorderMillis, bytesPerSecond, slowCloseMillis);
    }

    public LinkConditions withReorderMillis(double newReorderMillis) {
        return new LinkConditions(
                cut, loss, duplicate, corrupt, delay, newReorderMillis, bytesPerSecond, slowCloseMillis);
    }

    public LinkConditions withBytesPerSecond(long newBytesPerSecond) {
        return new LinkConditions(
                cut, loss, duplicate, corrupt, delay, reorderMillis, newBytesPerSecond, slowCloseMillis);
    }

    public LinkConditions withSlowCloseMillis(long newSlowCloseMillis) {
        return new LinkConditions(
                cut, loss, duplicate, corrupt, delay, reorderMillis, bytesPerSecond, newSlowCloseMillis);
    }
}
