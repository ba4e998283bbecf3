package sosad.app.diagram;

/** The direction in which time goes on the screen. */
public enum TimeDirection {
    /** From left to right: the lanes lie one below the other. */
    RIGHT(56),
    /** From top to bottom: the lanes stand side by side. */
    DOWN(44);

    private final double head;

    TimeDirection(double head) {
        this.head = head;
    }

    /** Returns the room for the nodes' badges, where the lanes begin. */
    public double head() {
        return head;
    }

    /** Returns where a point stands on the screen that is {@code x} along time and {@code y} across the lanes. */
    public Point place(double x, double y) {
        return this == RIGHT ? new Point(x, y) : new Point(y, x);
    }

    /** Returns where a box stands on the screen, given along time and across the lanes. */
    public Box place(Box box) {
        return this == RIGHT ? box : new Box(box.y(), box.x(), box.height(), box.width());
    }

    /** Returns the box of a text that begins at {@code y} across the lanes and whose line is at {@code x} in time. */
    Box text(double x, double y, double width, double height) {
        return this == RIGHT ? new Box(x, y - height / 2, width, height) : new Box(x - height / 2, y, height, width);
    }
}
