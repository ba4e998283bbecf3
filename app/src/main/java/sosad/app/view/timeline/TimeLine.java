package sosad.app.view.timeline;

import javafx.scene.paint.Color;
import sosad.app.diagram.Point;
import sosad.app.diagram.Viewport;

/** Draws straight lines of a diagram, of each only what is in view: a dashed line of a mile would take its time. */
final class TimeLine {
    /** More than any line is wide. */
    private static final double MARGIN = 40;

    private final Pen pen;
    private final Viewport view;

    TimeLine(Pen pen, Viewport view) {
        this.pen = pen;
        this.view = view;
    }

    /** Draws a line between two points of the diagram, of which the first is not later. */
    void draw(Color colour, double width, double x1, double y1, double x2, double y2, double... dashes) {
        double begin = view.xAt(-MARGIN);
        double end = view.xAt(view.length() + MARGIN);
        if (x2 < begin || x1 > end) {
            return;
        }
        Point from = view.inView(x1, y1);
        Point to = view.inView(x2, y2);
        Point first = x1 < begin ? from.towards(to, (begin - x1) / (x2 - x1)) : from;
        Point last = x2 > end ? from.towards(to, (end - x1) / (x2 - x1)) : to;
        double rhythm = 0;
        for (double dash : dashes) {
            rhythm += dash;
        }
        pen.gc.setLineDashOffset(rhythm == 0 ? 0 : from.distance(first) % rhythm);
        pen.line(colour, width, first.x(), first.y(), last.x(), last.y(), dashes);
        pen.gc.setLineDashOffset(0);
    }

    /** Draws a line across the lanes at a place along the view. */
    void across(Color colour, double width, double along, double from, double to) {
        Point begin = view.direction().place(along, from - view.across());
        Point end = view.direction().place(along, to - view.across());
        pen.line(colour, width, begin.x(), begin.y(), end.x(), end.y());
    }
}
