package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.history.Snapshot;

/**
 * One step, which grows: its slots side by side, so far apart that none of their labels overlap; x begins at 0. What
 * comes later changes the last slot alone.
 */
final class StepLayout {
    private static final double MARGIN = 30;
    private static final double LABEL_GAP = 6;
    private static final double MIN_WIDTH = 96;

    /** The most room that a slot claims to its left. */
    private static final double MAX_REACH = 600;

    private final long time;
    private final LaneRule lanes;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Double> xs = new ArrayList<>();
    private final List<SlotLabels.Placed> texts = new ArrayList<>();

    /** The room that is taken by the slots before the last one, as far as the last one may reach. */
    private final List<Box> near = new ArrayList<>();

    private double rightBeforeLast = MIN_WIDTH - MARGIN;

    /** A step that begins with this. */
    StepLayout(Snapshot first, boolean isFirstOffScript, LaneRule lanes) {
        this.time = first.time();
        this.lanes = lanes;
        near.add(SlotLabels.name(time, lanes));
        add(first, isFirstOffScript);
    }

    /** This happened next in the step. */
    void add(Snapshot next, boolean isFirstOffScript) {
        int last = slots.size() - 1;
        if (last >= 0 && slots.get(last).takes(next, isFirstOffScript)) {
            xs.remove(last);
            texts.remove(last);
        } else {
            if (last >= 0) {
                texts.get(last).claims().forEach(claim -> near.add(claim.moved(xs.get(last), 0)));
                rightBeforeLast = right();
            }
            Slot slot = new Slot();
            slot.takes(next, isFirstOffScript);
            slots.add(slot);
        }
        placeLast();
    }

    private void placeLast() {
        int last = slots.size() - 1;
        SlotLabels.Placed own = SlotLabels.of(slots.get(last), lanes);
        double x = last == 0
                ? MARGIN
                : xs.get(last - 1)
                        + Math.max(slots.get(last).before(), slots.get(last - 1).after());
        double leftmost = x - MAX_REACH;
        near.removeIf(box -> box.right() < leftmost);
        while (collides(own.claims(), x, near)) {
            x += 4;
        }
        xs.add(x);
        texts.add(own);
    }

    /** Returns how far all slots reach. */
    private double right() {
        int last = slots.size() - 1;
        double right = Math.max(rightBeforeLast, xs.get(last) + slots.get(last).after());
        for (Box claim : texts.get(last).claims()) {
            right = Math.max(right, xs.get(last) + claim.right());
        }
        return right;
    }

    /** A step that has not begun. */
    static double emptyWidth() {
        return MIN_WIDTH;
    }

    private static boolean collides(List<Box> own, double x, List<Box> placed) {
        for (Box claim : own) {
            Box box = claim.moved(x, 0);
            Box room = box.grown(LABEL_GAP / 2);
            if (box.x() < LABEL_GAP || placed.stream().anyMatch(other -> other.overlap(room) > 0)) {
                return true;
            }
        }
        return false;
    }

    long time() {
        return time;
    }

    List<Slot> slots() {
        return slots;
    }

    /** Returns how wide it is at least. */
    double natural() {
        return right() + MARGIN;
    }

    /** Returns the x of a slot when the step is {@code width} wide: the slots spread, and so do their labels. */
    double x(int slot, double width) {
        return MARGIN + (xs.get(slot) - MARGIN) * spread(width);
    }

    /** Returns how much farther apart the slots are when the step is {@code width} wide. */
    double spread(double width) {
        double last = xs.get(xs.size() - 1);
        return last <= MARGIN ? 1 : Math.max(1, 1 + (width - natural()) / (last - MARGIN));
    }

    /** Returns the labels of a slot, as if it stood at x = 0. */
    List<Label> labels(int slot) {
        return texts.get(slot).labels();
    }
}
