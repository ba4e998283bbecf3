package sosad.app.diagram;

import sosad.app.diagram.SpaceTime.Label;

/**
 * The part of a diagram that is looked at, and how close: it turns places in the diagram into places in view and back.
 * Looking closer stretches time alone; lanes, marks and texts keep their size. Nothing beyond the diagram is looked at.
 *
 * @param direction the direction of time
 * @param whole how long the diagram is in time
 * @param extent how far it goes across the lanes
 * @param length how much room there is along time
 * @param breadth how much room there is across the lanes
 * @param zoom by how much time is stretched; 1: as laid out
 * @param along how far the view has moved along time
 * @param across how far it has moved across the lanes
 */
public record Viewport(
        TimeDirection direction,
        double whole,
        double extent,
        double length,
        double breadth,
        double zoom,
        double along,
        double across) {
    /** The most that time is stretched. */
    public static final double MAX_ZOOM = 8;

    private static final double STEP = 1.25;

    /** How many events there may be for each pixel along time. */
    private static final double CROWDED = 0.4;

    /** The least distance between steps that are marked. */
    private static final double LEAST_STEP = 56;

    /** Behind a diagram that is compressed, so that its last mark is whole. */
    private static final double TAIL = 12;

    private static final double AHEAD = 140;
    private static final double EDGE = 90;

    public Viewport {
        zoom = clamp(zoom, fitting(direction, whole, length), MAX_ZOOM);
        along = clamp(along, 0, Math.max(0, wholeInView(direction, whole, zoom) - length));
        across = clamp(across, 0, Math.max(0, extent - breadth));
    }

    /** Returns a view of the beginning of a diagram, as it was laid out. */
    public static Viewport of(SpaceTime diagram, double length, double breadth) {
        return new Viewport(diagram.direction(), diagram.width(), diagram.height(), length, breadth, 1, 0, 0);
    }

    private static double fitting(TimeDirection direction, double whole, double length) {
        double head = direction.head();
        return whole <= length ? 1 : Math.max(1e-6, Math.min(1, (length - head - TAIL) / (whole - head)));
    }

    private static double wholeInView(TimeDirection direction, double whole, double zoom) {
        return direction.head() + (whole - direction.head()) * zoom + (zoom < 1 ? TAIL : 0);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** Returns this view of a diagram that has grown, or in other room. */
    public Viewport over(SpaceTime diagram, double newLength, double newBreadth) {
        return new Viewport(
                diagram.direction(), diagram.width(), diagram.height(), newLength, newBreadth, zoom, along, across);
    }

    /** Returns how long the whole diagram is at this zoom. */
    public double wholeLength() {
        return wholeInView(direction, whole, zoom);
    }

    /** Returns whether all of time is in view. */
    public boolean isFitting() {
        return wholeLength() <= length + 0.5;
    }

    /** Returns whether what is in view is so much that single events cannot be told apart. */
    public boolean isCrowded(SpaceTime diagram) {
        return zoom < 1 && diagram.eventsWithin(begin(), end()).size() > CROWDED * length;
    }

    /** Returns which steps are marked where there are many: those whose index is a multiple of this. */
    public int stepsMarked(SpaceTime diagram) {
        double each = (wholeLength() - direction.head()) / diagram.columns().size();
        int stride = 1;
        while (zoom < 1 && each * stride < LEAST_STEP) {
            stride *= 2;
        }
        return stride;
    }

    /** Returns where along the view a moment is. */
    public double alongOf(double x) {
        return direction.head() + (x - direction.head()) * zoom - along;
    }

    /** Returns the moment at a place along the view. */
    public double xAt(double place) {
        return direction.head() + (place + along - direction.head()) / zoom;
    }

    /** Returns the first moment in view. */
    public double begin() {
        return xAt(0);
    }

    /** Returns the last moment in view. */
    public double end() {
        return xAt(length);
    }

    /** Returns how much of the diagram's time a length of the view stands for. */
    public double time(double pixels) {
        return pixels / zoom;
    }

    /** Returns where a point of the diagram is in view. */
    public Point inView(double x, double y) {
        return direction.place(alongOf(x), y - across);
    }

    /** Returns where a text is in view: beside what it belongs to, however far time is stretched. */
    public Box inView(Label label) {
        return direction.place(label.box().moved(alongOf(label.anchor()) - label.anchor(), -across));
    }

    /** Returns the point of the diagram at a place in view. */
    public Point inDiagram(Point place) {
        Point turned = direction.place(place.x(), place.y());
        return new Point(xAt(turned.x()), turned.y() + across);
    }

    /** Returns the view with time stretched by {@code factor} more, so that what is at a place along it stays there. */
    public Viewport zoomed(double factor, double place) {
        double x = xAt(place);
        Viewport closer = withZoom(zoom * factor);
        return closer.at(closer.alongOf(x) + closer.along - place, across);
    }

    /** Returns the view a step closer or less close. */
    public Viewport zoomed(boolean isCloser, double place) {
        return zoomed(isCloser ? STEP : 1 / STEP, place);
    }

    /** Returns the view that has all of time in it. */
    public Viewport fitted() {
        return withZoom(fitting(direction, whole, length));
    }

    private Viewport withZoom(double newZoom) {
        return new Viewport(direction, whole, extent, length, breadth, newZoom, along, across);
    }

    /** Returns the view moved to a place. */
    public Viewport at(double newAlong, double newAcross) {
        return new Viewport(direction, whole, extent, length, breadth, zoom, newAlong, newAcross);
    }

    /** Returns the view moved later and across the lanes. */
    public Viewport moved(double later, double aside) {
        return at(along + later, across + aside);
    }

    /** Returns the view moved just so far that a moment is in it, with a little of what comes. */
    public Viewport showing(double x) {
        double place = alongOf(x);
        double edge = Math.min(EDGE, length / 4);
        if (place > length - edge) {
            return at(along + place - length + Math.min(AHEAD, length / 3), across);
        }
        return place < direction.head() + 20 ? at(along + place - direction.head() - 60, across) : this;
    }
}
