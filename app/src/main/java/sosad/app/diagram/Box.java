package sosad.app.diagram;

/** An upright rectangle. */
public record Box(double x, double y, double width, double height) {
    /** A rectangle around {@code centre}. */
    public static Box around(Point centre, double width, double height) {
        return new Box(centre.x() - width / 2, centre.y() - height / 2, width, height);
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public boolean contains(Point point) {
        return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
    }

    /** This rectangle, wider and higher by {@code margin} on every side. */
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** This rectangle, moved. */
    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** The area that both have in common; 0 if they only touch. */
    public double overlap(Box other) {
        double common = Math.min(right(), other.right()) - Math.max(x, other.x);
        double commonHeight = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return common <= 0 || commonHeight <= 0 ? 0 : common * commonHeight;
    }

    /** Returns how much of this rectangle is outside {@code bounds}. */
    public double outside(Box bounds) {
        boolean inside = x >= bounds.x && y >= bounds.y && right() <= bounds.right() && bottom() <= bounds.bottom();
        return inside ? 0 : Math.max(0, width * height - overlap(bounds));
    }

    /** The free distance to {@code other} along the axis on which they are farther apart; negative if they overlap. */
    public double gap(Box other) {
        double horizontal = Math.max(other.x - right(), x - other.right());
        double vertical = Math.max(other.y - bottom(), y - other.bottom());
        return Math.max(horizontal, vertical);
    }
}
