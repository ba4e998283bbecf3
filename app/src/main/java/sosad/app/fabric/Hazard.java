package sosad.app.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decides what happens to the messages of one link, one after the other, by seed: the same seed, faults and messages
 * give the same decisions. Time comes in as a number.
 */
final class Hazard {
    private final SplittableRandom chance;

    private long lastDueNanos = Long.MIN_VALUE;
    private long freeAtNanos = Long.MIN_VALUE;

    Hazard(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    /**
     * A copy that goes on.
     *
     * @param dueNanos when, on the caller's clock
     * @param corruptAt which of its bytes after the length field is changed, counted modulo their number; -1: none
     */
    record Copy(long dueNanos, int corruptAt) {}

    /** What was on its way is gone: nothing has to wait for it. */
    void forgetWhatIsUnderWay() {
        lastDueNanos = Long.MIN_VALUE;
        freeAtNanos = Long.MIN_VALUE;
    }

    /** The copies of a message of this many bytes that go on; none if it is lost. */
    List<Copy> decide(LinkFaults faults, int bytes, long nowNanos) {
        // Every message draws the same numbers whatever happens to it, so that one fault does not shift another's.
        boolean lost = chance.nextDouble() < faults.loss() || faults.cut();
        boolean twice = chance.nextDouble() < faults.duplicate();
        boolean corrupt = chance.nextDouble() < faults.corrupt();
        int corruptAt = chance.nextInt(Integer.MAX_VALUE);
        long delayNanos = faults.delay().nanos(chance);
        double overtaking = chance.nextDouble();
        if (lost) {
            return List.of();
        }
        List<Copy> copies = new ArrayList<>(2);
        for (int copy = 0; copy < (twice ? 2 : 1); copy++) {
            long due = due(faults, bytes, nowNanos, delayNanos, overtaking);
            copies.add(new Copy(due, corrupt && copy == 0 ? corruptAt : -1));
        }
        return copies;
    }

    private long due(LinkFaults faults, int bytes, long nowNanos, long delayNanos, double overtaking) {
        long entersNanos = nowNanos;
        if (faults.bytesPerSecond() > 0) {
            entersNanos = Math.max(nowNanos, freeAtNanos);
            freeAtNanos = entersNanos + Math.round(1e9 * bytes / faults.bytesPerSecond());
            entersNanos = freeAtNanos;
        }
        long inOrder = Math.max(entersNanos + delayNanos, lastDueNanos);
        if (faults.reorderMillis() > 0) {
            return entersNanos + delayNanos + Math.round(overtaking * faults.reorderMillis() * 1_000_000);
        }
        lastDueNanos = inOrder;
        return inOrder;
    }
}
