package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Tone;
import sosad.app.history.Snapshot;

/** One step: its slots side by side, so far apart that none of their labels overlap; x begins at 0. */
final class StepLayout {
    private static final double MARGIN = 30;
    private static final double LABEL_GAP = 6;
    private static final double NARROWEST = 96;

    private final long time;
    private final LaneRule lanes;
    private final List<Slot> slots;
    private final List<Double> xs = new ArrayList<>();
    private final List<List<Label>> labels = new ArrayList<>();
    private final double natural;

    /** @param leavesScript the moment with which the run left its script, if it did */
    StepLayout(List<Snapshot> snapshots, LaneRule lanes, Optional<Snapshot> leavesScript) {
        this.time = snapshots.get(0).time();
        this.lanes = lanes;
        this.slots = Slot.of(snapshots);
        List<SlotLabels.Placed> wanted = slots.stream()
                .map(slot -> SlotLabels.of(
                        slot,
                        lanes,
                        leavesScript.filter(slot.snapshots()::contains).isPresent()))
                .toList();
        double reach = reach(wanted);
        List<Box> near = new ArrayList<>(List.of(name().box()));
        double x = MARGIN;
        double room = 0;
        double right = NARROWEST - MARGIN;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            SlotLabels.Placed own = wanted.get(i);
            x += xs.isEmpty() ? 0 : Math.max(slot.before(), room);
            double leftmost = x - reach;
            near.removeIf(box -> box.right() < leftmost);
            while (collides(own.claims(), x, near)) {
                x += 4;
            }
            xs.add(x);
            labels.add(own.labels());
            for (Box claim : own.claims()) {
                near.add(claim.moved(x, 0));
                right = Math.max(right, x + claim.right());
            }
            right = Math.max(right, x + slot.after());
            room = slot.after();
        }
        natural = right + MARGIN;
    }

    /** A step that has not begun. */
    static double emptyWidth() {
        return NARROWEST;
    }

    private Label name() {
        return SlotLabels.axis("T=" + time, 10, lanes, Tone.QUIET);
    }

    /** Returns how far to its left a slot may claim room; of a long step most of what is placed is out of reach. */
    private static double reach(List<SlotLabels.Placed> wanted) {
        return LABEL_GAP
                + wanted.stream()
                        .flatMap(slot -> slot.claims().stream())
                        .mapToDouble(claim -> -claim.x())
                        .max()
                        .orElse(0);
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
        return natural;
    }

    /** The x of a slot when the step is {@code width} wide: the slots spread, and so do their labels. */
    double x(int slot, double width) {
        double last = xs.get(xs.size() - 1);
        double spread = last <= MARGIN ? 1 : 1 + (width - natural) / (last - MARGIN);
        return MARGIN + (xs.get(slot) - MARGIN) * Math.max(1, spread);
    }

    /** The labels of a slot, as if it stood at x = 0. */
    List<Label> labels(int slot) {
        return labels.get(slot);
    }
}
