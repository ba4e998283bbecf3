package sosad.app.diagram;

/** A place; y grows downwards. */
public record Point(double x, double y) {
    /** This point, moved. */
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** The point that is the fraction {@code t} of the way to {@code other}. */
    public Point towards(Point other, double t) {
        return new Point(x + (other.x - x) * t, y + (other.y - y) * t);
    }

    public double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }
}
