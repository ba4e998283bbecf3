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
        return places(count, space, cardWidth, cardHeight, Shape.ROUND, false);
    }

    /**
     * The places of {@code count} cards of one size within {@code space}, on a ring of this shape.
     *
     * @param open whether a ring of many leaves its left side free, so that what comes from there reaches every card;
     *     the first card then stands at its upper end, the others clockwise
     */
    public static List<Box> places(
            int count, Box space, double cardWidth, double cardHeight, Shape shape, boolean open) {
        double rx = Math.max(0, (space.width() - cardWidth) / 2);
        double ry = Math.max(0, (space.height() - cardHeight) / 2);
        if (shape == Shape.ROUND) {
            rx = Math.min(rx, Math.max(cardWidth * 1.75, ry * MAX_RATIO));
        }
        List<Box> places = new ArrayList<>();
        for (Point unit : unitPlaces(count, rx, ry, cardWidth, cardHeight, shape, open)) {
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

    private static List<Point> unitPlaces(
            int count, double rx, double ry, double cardWidth, double cardHeight, Shape shape, boolean open) {
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(new Point(0, 0));
            case 2 -> {
                // Where there is little room two stand at its ends, so that what goes between them is seen to go.
                double part = Math.max(0.85, Math.min(1, 1.5 * cardWidth / Math.max(1, rx)));
                yield List.of(new Point(-part, 0), new Point(part, 0));
            }
            case 3 -> List.of(new Point(0, -1), new Point(-1, 1), new Point(1, 1));
            case 4 -> List.of(new Point(-1, -1), new Point(-1, 1), new Point(1, 1), new Point(1, -1));
            default -> along(shape, open, count, Math.max(1, rx), Math.max(1, ry), cardWidth, cardHeight);
        };
    }

    /** Points on the ring of radius 1 that are at equal distances along the ring of these radii. */
    private static List<Point> along(
            Shape shape, boolean open, int count, double rx, double ry, double cardWidth, double cardHeight) {
        double[] way = new double[ARCS + 1];
        for (int i = 1; i <= ARCS; i++) {
            Point last = shape.at(i - 1.0, rx, ry);
            Point next = shape.at(i, rx, ry);
            // Cards on the square are a card's width or height apart: that is enough, also round the corners.
            way[i] = way[i - 1]
                    + (shape == Shape.ROUND
                            ? last.distance(next)
                            : Math.max(
                                    Math.abs(next.x() - last.x()) / cardWidth,
                                    Math.abs(next.y() - last.y()) / cardHeight));
        }
        // The left side ends about where the cards on the left would begin to stand below each other.
        double opening = open ? ry / (rx + ry) / 2 : 0;
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double part = open ? 1.25 - opening / 2 - (1 - opening) * i / (count - 1) : (double) i / count;
            double wanted = way[ARCS] * (part % 1);
            int arc = 0;
            while (way[arc + 1] < wanted) {
                arc++;
            }
            double rest = (wanted - way[arc]) / (way[arc + 1] - way[arc]);
            points.add(shape.at(arc, 1, 1).towards(shape.at(arc + 1.0, 1, 1), rest));
        }
        return points;
    }

    /** The shape of the ring. */
    public enum Shape {
        ROUND(1),
        /** Nearly a rectangle: longer, for many nodes in little room. */
        SQUARE(0.3);

        private final double exponent;

        Shape(double exponent) {
            this.exponent = exponent;
        }

        private Point at(double arc, double rx, double ry) {
            double angle = 2 * Math.PI * arc / ARCS;
            return new Point(-bent(Math.sin(angle)) * rx, -bent(Math.cos(angle)) * ry);
        }

        private double bent(double part) {
            return Math.copySign(Math.pow(Math.abs(part), exponent), part);
        }
    }
}
