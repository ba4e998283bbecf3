package sosad.app.diagram;

/**
 * A quadratic Bézier curve: the way of a link.
 *
 * @param start where it leaves the sender's card
 * @param control what it bends towards
 * @param end where it meets the destination's card
 */
public record Curve(Point start, Point control, Point end) {
    private static final int HALVINGS = 24;

    /**
     * The way from one card to another. It bows to the left of its direction, so that the way back is another curve.
     *
     * @param bow how far its middle stands off the straight line between the centres
     */
    public static Curve between(Box from, Box to, double bow) {
        Point a = from.centre();
        Point b = to.centre();
        double length = Math.max(1, a.distance(b));
        Point control = a.towards(b, 0.5).plus(2 * bow * (b.y() - a.y()) / length, -2 * bow * (b.x() - a.x()) / length);
        Curve whole = new Curve(a, control, b);
        double leaves = whole.lastInside(from, 0, 1);
        double arrives = whole.lastInside(to, 1, 0);
        return leaves < arrives ? whole.part(leaves, arrives) : whole;
    }

    /**
     * The parameter between {@code inside} and {@code outside} at which the curve crosses the border of {@code box}.
     */
    private double lastInside(Box box, double inside, double outside) {
        double in = inside;
        double out = outside;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (in + out) / 2;
            if (box.contains(at(middle))) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }

    /** The point at {@code t} from 0 (start) to 1 (end). */
    public Point at(double t) {
        return start.towards(control, t).towards(control.towards(end, t), t);
    }

    /** The direction at {@code t} in degrees, clockwise from rightwards. */
    public double degreesAt(double t) {
        Point a = start.towards(control, t);
        Point b = control.towards(end, t);
        return Math.toDegrees(Math.atan2(b.y() - a.y(), b.x() - a.x()));
    }

    /** The piece from {@code t0} to {@code t1}. */
    public Curve part(double t0, double t1) {
        Point middle = start.towards(control, t0).towards(control.towards(end, t0), t1);
        return new Curve(at(t0), middle, at(t1));
    }

    /** About how long it is. */
    public double length() {
        double length = 0;
        Point last = start;
        for (int i = 1; i <= 16; i++) {
            Point next = at(i / 16.0);
            length += last.distance(next);
            last = next;
        }
        return length;
    }
}
