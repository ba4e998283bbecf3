package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Label;

/** The texts of a diagram that are shown, so that no two overlap however close one looks. */
public final class LabelRoom {
    /** No text reaches farther. */
    private static final double REACH = 640;

    private static final int NEIGHBOURS = 12;
    private static final double CHARACTER = 8.2;
    private static final double HEIGHT = 16;

    private final SpaceTime diagram;
    private final Viewport view;
    private final List<Box> taken = new ArrayList<>();

    public LabelRoom(SpaceTime diagram, Viewport view) {
        this.diagram = diagram;
        this.view = view;
    }

    private List<Label> near() {
        double reach = view.time(REACH);
        return diagram.labels().within(view.begin() - reach, view.end() + reach);
    }

    /**
     * Returns the texts in view, none where single events cannot be told apart. Where time is compressed, one that
     * would overlap one of those before it is left out, whether that one is shown or not, so that nothing comes and
     * goes while one moves.
     */
    public List<Label> shown() {
        if (view.isCrowded(diagram)) {
            return List.of();
        }
        List<Label> labels = near();
        if (view.zoom() >= 1) {
            return labels;
        }
        List<Label> shown = new ArrayList<>();
        List<Box> boxes = labels.stream().map(view::inView).toList();
        for (int i = 0; i < labels.size(); i++) {
            Box box = boxes.get(i);
            if (boxes.subList(Math.max(0, i - NEIGHBOURS), i).stream().noneMatch(other -> other.overlap(box) > 0)) {
                shown.add(labels.get(i));
            }
        }
        return shown;
    }

    /** Returns the texts that are wanted, and of two that overlap the first. */
    public List<Label> among(Predicate<Label> wanted) {
        List<Label> shown = new ArrayList<>();
        for (Label label : near()) {
            if (wanted.test(label) && take(view.inView(label))) {
                shown.add(label);
            }
        }
        return shown;
    }

    /** Returns room for a text near the middle of a message; null if there is none. */
    public Box beside(Arrow arrow, String text) {
        Point start = view.inView(arrow.way().get(0).x(), arrow.way().get(0).y());
        Point end = view.inView(arrow.end().x(), arrow.end().y());
        double width = text.length() * CHARACTER;
        for (double share : new double[] {0.5, 0.35, 0.65}) {
            Point middle = start.towards(end, share);
            boolean isFalling = (end.y() - start.y()) * (end.x() - start.x()) >= 0;
            Box right = new Box(middle.x() + 8, isFalling ? middle.y() - HEIGHT : middle.y(), width, HEIGHT);
            Box left = new Box(middle.x() - width - 8, isFalling ? middle.y() : middle.y() - HEIGHT, width, HEIGHT);
            if (take(right)) {
                return right;
            } else if (take(left)) {
                return left;
            }
        }
        return null;
    }

    private boolean take(Box box) {
        boolean isFree = taken.stream().noneMatch(other -> other.overlap(box) > 0);
        if (isFree) {
            taken.add(box);
        }
        return isFree;
    }
}
