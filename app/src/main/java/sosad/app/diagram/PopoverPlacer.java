package sosad.app.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Finds the place of a pop-over: within the window, clear of what it is about, clear of everything else if there is
 * room, and near its owner. Where it would cover what it is about it becomes lower, and its content scrolls.
 */
public final class PopoverPlacer {
    private static final double GAP = 12;

    /** The price of a pixel of what it is about, in pixels of distance. */
    private static final double ESSENTIAL = 1000;

    /** The price of a pixel of what else there is. */
    private static final double OTHER = 1;

    private final Box area;
    private final Box owner;
    private final List<Box> essential;
    private final List<Box> others;

    /**
     * @param area the room within which it stays
     * @param owner what it belongs to
     * @param essential what it is about, and must not cover
     * @param others what it had better not cover either
     */
    public PopoverPlacer(Box area, Box owner, Collection<Box> essential, Collection<Box> others) {
        this.area = area;
        this.owner = owner;
        this.essential = new ArrayList<>(essential);
        this.essential.add(owner);
        this.others = List.copyOf(others);
    }

    /**
     * Returns the place of a pop-over.
     *
     * @param width its width
     * @param height how high it would like to be
     * @param least how high it is at least
     */
    public Box place(double width, double height, double least) {
        double itsWidth = Math.min(width, area.width());
        double highest = Math.min(height, area.height());
        double lowest = Math.min(least, highest);
        Box best = best(itsWidth, highest);
        for (double lower = highest; covered(best) > 0 && lower > lowest; ) {
            lower = Math.max(lowest, lower - 24);
            Box next = best(itsWidth, lower);
            if (covered(next) < covered(best)) {
                best = next;
            }
        }
        return best;
    }

    private Box best(double width, double height) {
        double[] xs = candidates(width, area.x(), area.right(), owner.centre().x(), true);
        double[] ys = candidates(height, area.y(), area.bottom(), owner.centre().y(), false);
        Box best = null;
        double bestCost = Double.MAX_VALUE;
        for (double x : xs) {
            for (double y : ys) {
                Box box = new Box(x, y, width, height);
                double cost = covered(box) * ESSENTIAL
                        + others.stream().mapToDouble(box::overlap).sum() * OTHER
                        + Math.max(0, owner.gap(box))
                        + 0.1 * owner.centre().distance(box.centre());
                if (cost < bestCost) {
                    best = box;
                    bestCost = cost;
                }
            }
        }
        return best;
    }

    /** Before and after each thing on one axis, around the owner, and at the edges; all within the area. */
    private double[] candidates(double size, double from, double to, double middle, boolean across) {
        DoubleStream.Builder all = DoubleStream.builder();
        all.add(middle - size / 2).add(from).add(to - size);
        for (List<Box> boxes : List.of(essential, others)) {
            for (Box box : boxes) {
                all.add((across ? box.x() : box.y()) - GAP - size);
                all.add((across ? box.right() : box.bottom()) + GAP);
            }
        }
        return all.build()
                .map(place -> Math.rint(Math.max(from, Math.min(place, to - size))))
                .distinct()
                .toArray();
    }

    private double covered(Box box) {
        return essential.stream().mapToDouble(box::overlap).sum();
    }
}
