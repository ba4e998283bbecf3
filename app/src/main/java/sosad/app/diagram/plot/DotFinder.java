package sosad.app.diagram.plot;

/** Finds the dot that is meant: by the mouse the nearest, by the keyboard the next. */
public final class DotFinder {
    private static final int NONE = -1;

    private final OperationDots dots;

    public DotFinder(OperationDots dots) {
        this.dots = dots;
    }

    /**
     * Returns the dot at a place; of several the nearest, and one that is notable rather than one that is a little
     * nearer. -1: there is none within reach.
     *
     * @param reach how far away it may be
     */
    public int at(PlotGeometry geometry, double x, double y, double reach) {
        int found = NONE;
        double nearest = Double.MAX_VALUE;
        int end = geometry.endSeen(dots, reach);
        for (int dot = dots.firstFrom(geometry.nanosAt(x - reach)); dot < end; dot++) {
            double aside = geometry.x(dots, dot) - x;
            if (aside > reach) {
                break;
            }
            if (geometry.lane(dots.server(dot)) < 0) {
                continue;
            }
            double far = Math.hypot(aside, geometry.place(dots, dot)[1] - y);
            double counted = dots.kind(dot).isNotable() ? far - reach : far;
            if (far <= reach && counted < nearest) {
                nearest = counted;
                found = dot;
            }
        }
        return found;
    }

    /** Returns the next dot of the same server, or the one before; the same if there is none. */
    public int beside(int dot, boolean later) {
        return walk(dot, later, other -> dots.server(other) == dots.server(dot));
    }

    /** Returns the next notable dot of any server, or the one before; the same if there is none. */
    public int notableBeside(int dot, boolean later) {
        return walk(dot, later, other -> dots.kind(other).isNotable());
    }

    /** Returns the dot of the server in another lane that was sent next to this one; the same if it has none. */
    public int inLaneBeside(PlotGeometry geometry, int dot, boolean below) {
        int lane = geometry.lane(dots.server(dot)) + (below ? 1 : -1);
        if (lane < 0 || lane >= geometry.lanes().size()) {
            return dot;
        }
        int after = walk(dot, true, other -> geometry.lane(dots.server(other)) == lane);
        int before = walk(dot, false, other -> geometry.lane(dots.server(other)) == lane);
        if (after == dot || before == dot) {
            return after == dot ? before : after;
        }
        long sent = dots.sentNanos(dot);
        return dots.sentNanos(after) - sent < sent - dots.sentNanos(before) ? after : before;
    }

    /** Returns the first dot in the middle of what is seen, for those who have none yet; -1: none is seen. */
    public int first(PlotGeometry geometry) {
        int from = geometry.firstSeen(dots, 0);
        int to = geometry.endSeen(dots, 0);
        return from >= to
                ? NONE
                : Math.min(
                        to - 1, Math.max(from, dots.firstFrom(geometry.window().at(0.5))));
    }

    private interface Sought {
        boolean is(int dot);
    }

    private int walk(int dot, boolean later, Sought sought) {
        int step = later ? 1 : -1;
        for (int other = dot + step; other >= 0 && other < dots.size(); other += step) {
            if (sought.is(other)) {
                return other;
            }
        }
        return dot;
    }
}
