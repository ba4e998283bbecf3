package sosad.app.export.picture;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.diagram.Point;

/**
 * A drawing as a list of shapes, from back to front; units are pixels at normal size.
 *
 * @param title what it shows, for those who cannot see it
 * @param ground the colour behind everything
 */
public record Picture(String title, double width, double height, Colour ground, List<Figure> figures) {
    /** @throws IllegalArgumentException if it has no size */
    public Picture {
        Objects.requireNonNull(title);
        Objects.requireNonNull(ground);
        figures = List.copyOf(figures);
        refuseIf(!(width >= 1 && height >= 1), "a picture of %.0f × %.0f pixels", width, height);
    }

    /**
     * A colour.
     *
     * @param rgb red, green and blue, eight bits each
     * @param opacity from 0 (nothing to see) to 1
     */
    public record Colour(int rgb, double opacity) {
        /** The same colour, less opaque. */
        Colour fainter(double newOpacity) {
            return new Colour(rgb, newOpacity);
        }
    }

    /**
     * The line around a shape.
     *
     * @param dashes how long its dashes and gaps are; none: it is solid
     */
    public record Stroke(Colour colour, double width, List<Double> dashes) {
        public Stroke {
            dashes = List.copyOf(dashes);
        }
    }

    /** One thing that is drawn. */
    public sealed interface Figure {}

    /** Straight lines through these points. */
    public record Path(List<Point> points, Stroke stroke) implements Figure {
        public Path {
            points = List.copyOf(points);
        }
    }

    /** A quadratic curve. */
    public record Bend(Point start, Point control, Point end, Stroke stroke) implements Figure {}

    /** A filled polygon. */
    public record Polygon(List<Point> points, Colour fill) implements Figure {
        public Polygon {
            points = List.copyOf(points);
        }
    }

    /** A circle. */
    public record Disc(Point centre, double radius, Optional<Colour> fill, Optional<Stroke> stroke) implements Figure {}

    /** A rectangle with rounded corners. */
    public record Plate(
            double x,
            double y,
            double width,
            double height,
            double radius,
            Optional<Colour> fill,
            Optional<Stroke> stroke)
            implements Figure {}

    /**
     * A line of text, centred on the height of {@code at}.
     *
     * @param at its left end, its middle or its right end
     */
    public record Words(String text, Point at, Align align, Face face, double size, Colour colour) implements Figure {
        public Words {
            Objects.requireNonNull(text);
        }
    }

    /** The end of a text that stands at its place. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** A typeface. */
    public enum Face {
        SANS,
        BOLD,
        MONO
    }
}
