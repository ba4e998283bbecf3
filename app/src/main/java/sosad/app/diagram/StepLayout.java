package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Tone;
import sosad.app.history.Moment;

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
    StepLayout(List<Moment> moments, LaneRule lanes, Optional<Moment> leavesScript) {
        this.time = moments.get(0).time();
        this.lanes = lanes;
        this.slots = Slot.of(moments);
        List<Label> placed = new ArrayList<>(List.of(name()));
        double x = MARGIN;
        double room = 0;
        double right = NARROWEST - MARGIN;
        for (Slot slot : slots) {
            x += xs.isEmpty() ? 0 : Math.max(slot.before(), room);
            boolean leaves = leavesScript.filter(slot.moments()::contains).isPresent();
            List<Label> own = SlotLabels.of(slot, lanes, leaves);
            while (collides(own, x, placed)) {
                x += 4;
            }
            xs.add(x);
            labels.add(own);
            for (Label label : own) {
                placed.add(label.moved(x));
                right = Math.max(right, x + label.box().right());
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

    private static boolean collides(List<Label> own, double x, List<Label> placed) {
        for (Label label : own) {
            Box box = label.box().moved(x, 0);
            if (box.x() < LABEL_GAP
                    || placed.stream().anyMatch(other -> other.box().overlap(box.grown(LABEL_GAP / 2)) > 0)) {
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

    /** How wide it is at least. */
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
