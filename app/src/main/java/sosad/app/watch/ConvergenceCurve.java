package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.List;

/** The convergence of a run over its events, in order; of a long run not all points are kept. */
public record ConvergenceCurve(List<Point> points) {
    /** The curve of no run. */
    public static final ConvergenceCurve NONE = new ConvergenceCurve(List.of());

    public ConvergenceCurve {
        points = List.copyOf(points);
    }

    /** The figures after an event, or at a look at a live cluster. */
    public record Point(int event, long time, ConvergenceFigures figures) {
        /** Returns all figures in words. */
        public String words() {
            return format("T = %d: %s. %s.", time, figures.agreement(), figures.sent());
        }
    }

    /** Returns the point nearest to a place along the curve, from 0 to 1; of a curve with points. */
    public Point at(double place) {
        int last = points.size() - 1;
        return points.get((int) Math.round(Math.max(0, Math.min(1, place)) * last));
    }

    /** Returns the place along the curve, from 0 to 1, of the last point at or before an event. */
    public double place(int event) {
        int last = points.size() - 1;
        int index = last;
        while (index > 0 && points.get(index).event() > event) {
            index--;
        }
        return last <= 0 ? 1 : (double) index / last;
    }
}
