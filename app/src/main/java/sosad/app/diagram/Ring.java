package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * Nodes on a circle, or what is left of one in an oblong space: the first at the top, the others counter-clockwise. Two
 * stand side by side, four in the corners, more at equal distances along an ellipse.
 */
public final class Ring {
    /** Wider than this the ring would have its nodes far apart for nothing. */
    private static final double MAX_RATIO = 2.6;

    private static final int ARCS = 720;

    private Ring() {}

    /** The places of {@code count} cards of one size within {@code space}. */
    public static List<Box> places(int count, Box space, double cardWidth, double cardHeight) {
        double rx = Math.max(0, (space.width() - cardWidth) / 2);
        double ry = Math.max(0, (space.height() - cardHeight) / 2);
        rx = Math.min(rx, Math.max(cardWidth * 1.25, ry * MAX_RATIO));
        List<Box> places = new ArrayList<>();
        for (Point unit : unitPlaces(count, rx, ry)) {
            Point centre = space.centre().plus(unit.x() * rx, unit.y() * ry);
            Box place = Box.around(centre, cardWidth, cardHeight);
            // Whole pixels keep borders and letters sharp.
            places.add(place.moved(Math.rint(place.x()) - place.x(), Math.rint(place.y()) - place.y()));
        }
        return List.copyOf(places);
    }

    /** The smallest free distance between two of these cards. */
    public static double tightest(List<Box> cards) {
        double tightest = Double.MAX_VALUE;
        for (int i = 0; i < cards.size(); i++) {
            for (int j = i + 1; j < cards.size(); j++) {
                tightest = Math.min(tightest, cards.get(i).gap(cards.get(j)));
            }
        }
        return tightest;
    }

    private static List<Point> unitPlaces(int count, double rx, double ry) {
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(new Point(0, 0));
            case 2 -> List.of(new Point(-0.85, 0), new Point(0.85, 0));
            case 3 -> List.of(new Point(0, -1), new Point(-1, 1), new Point(1, 1));
            case 4 -> List.of(new Point(-1, -1), new Point(-1, 1), new Point(1, 1), new Point(1, -1));
            default -> alongEllipse(count, Math.max(1, rx), Math.max(1, ry));
        };
    }

    /** Points on the unit circle that are at equal distances along the ellipse. */
    private static List<Point> alongEllipse(int count, double rx, double ry) {
        double[] way = new double[ARCS + 1];
        for (int i = 1; i <= ARCS; i++) {
            Point last = onEllipse(i - 1.0, rx, ry);
            way[i] = way[i - 1] + last.distance(onEllipse(i, rx, ry));
        }
        List<Point> points = new ArrayList<>();
        int arc = 0;
        for (int i = 0; i < count; i++) {
            double wanted = way[ARCS] * i / count;
            while (way[arc + 1] < wanted) {
                arc++;
            }
            double rest = (wanted - way[arc]) / (way[arc + 1] - way[arc]);
            points.add(onEllipse(arc + rest, 1, 1));
        }
        return points;
    }

    private static Point onEllipse(double arc, double rx, double ry) {
        double angle = 2 * Math.PI * arc / ARCS;
        return new Point(-Math.sin(angle) * rx, -Math.cos(angle) * ry);
    }
}
