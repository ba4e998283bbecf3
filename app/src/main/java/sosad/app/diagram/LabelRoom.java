package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Column;
import sosad.app.diagram.SpaceTime.Label;

/** The texts of a diagram that are shown, so that no two overlap however close one looks. */
public final class LabelRoom {
    /** No text reaches farther. */
    private static final double REACH = 640;

    private static final int NEIGHBOURS = 12;
    private static final double CHARACTER = 8.2;
    private static final double HEIGHT = 16;
    private static final double NAME_INDENT = 10;

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
     * would overlap one of those before it, or the name of a step, is left out, whether that one is shown or not, so
     * that nothing comes and goes while one moves.
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
        List<Box> names = names();
        for (int i = 0; i < labels.size(); i++) {
            Box box = boxes.get(i);
            if (boxes.subList(Math.max(0, i - NEIGHBOURS), i).stream().noneMatch(other -> other.overlap(box) > 0)
                    && names.stream().noneMatch(name -> name.overlap(box) > 0)) {
                shown.add(labels.get(i));
            }
        }
        return shown;
    }

    /** Returns where the steps' names stand. */
    private List<Box> names() {
        int marked = view.stepsMarked(diagram);
        double reach = view.time(REACH);
        return diagram.columnsWithin(view.begin() - reach, view.end() + reach).stream()
                .filter(column -> column.index() % marked == 0)
                .map(this::name)
                .toList();
    }

    private Box name(Column column) {
        double width = ("T=" + column.time()).length() * CHARACTER;
        double along = view.alongOf(column.x());
        return view.direction() == TimeDirection.RIGHT
                ? new Box(along + NAME_INDENT, diagram.axisY() - HEIGHT / 2 - view.across(), width, HEIGHT)
                : new Box(diagram.axisY() - HEIGHT / 2 - view.across(), along + NAME_INDENT, width, HEIGHT);
    }

    /** Returns the texts that are wanted, and of two that overlap the first. */
    public List<Label> among(Predicate<Label> wanted) {
        List<Label> shown = new ArrayList<>();
        List<Box> names = view.zoom() < 1 ? names() : List.of();
        for (Label label : near()) {
            Box box = view.inView(label);
            if (wanted.test(label) && names.stream().noneMatch(name -> name.overlap(box) > 0) && take(box)) {
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
