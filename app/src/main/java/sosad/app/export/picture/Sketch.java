package sosad.app.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import sosad.app.diagram.Box;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.export.picture.Picture.Align;
import sosad.app.export.picture.Picture.Colour;
import sosad.app.export.picture.Picture.Face;
import sosad.app.export.picture.Picture.Figure;
import sosad.app.export.picture.Picture.Stroke;

/** A picture in the making, and the signs that pictures are made of. */
final class Sketch {
    private static final double TEXT_SIZE = 13;

    private final List<Figure> figures = new ArrayList<>();

    Picture picture(String title, double width, double height, Colour ground) {
        return new Picture(title, width, height, ground, figures);
    }

    private static Stroke stroke(Colour colour, double width, double... dashes) {
        return new Stroke(colour, width, DoubleStream.of(dashes).boxed().toList());
    }

    void line(Colour colour, double width, double x1, double y1, double x2, double y2, double... dashes) {
        figures.add(new Picture.Path(List.of(new Point(x1, y1), new Point(x2, y2)), stroke(colour, width, dashes)));
    }

    void curve(Colour colour, double width, Curve curve, double... dashes) {
        figures.add(new Picture.Bend(curve.start(), curve.control(), curve.end(), stroke(colour, width, dashes)));
    }

    void dot(Colour colour, double x, double y, double radius) {
        figures.add(new Picture.Disc(new Point(x, y), radius, Optional.of(colour), Optional.empty()));
    }

    void ring(Colour colour, Colour inside, double x, double y, double radius) {
        figures.add(new Picture.Disc(new Point(x, y), radius, Optional.of(inside), Optional.of(stroke(colour, 1.75))));
    }

    void cross(Colour colour, double x, double y, double arm) {
        line(colour, 2.25, x - arm, y - arm, x + arm, y + arm);
        line(colour, 2.25, x - arm, y + arm, x + arm, y - arm);
    }

    /** Two bars: something stands still. */
    void bars(Colour colour, double x, double y) {
        line(colour, 2.5, x - 2.5, y - 4.5, x - 2.5, y + 4.5);
        line(colour, 2.5, x + 2.5, y - 4.5, x + 2.5, y + 4.5);
    }

    /** A triangle that points right: something is resumed. */
    void triangle(Colour colour, double x, double y) {
        polygon(colour, x - 4, y - 5.5, x - 4, y + 5.5, x + 5.5, y);
    }

    void diamond(Colour colour, double x, double y) {
        polygon(colour, x - 4.5, y, x, y - 4.5, x + 4.5, y, x, y + 4.5);
    }

    void tickMark(Colour colour, double x, double y) {
        line(colour, 1.75, x - 4, y, x - 1, y + 3.5);
        line(colour, 1.75, x - 1, y + 3.5, x + 4.5, y - 3.5);
    }

    /** The head of an arrow that goes from {@code from} to {@code tip}. */
    void head(Colour colour, Point from, Point tip) {
        double angle = Math.atan2(tip.y() - from.y(), tip.x() - from.x());
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        polygon(
                colour,
                tip.x(),
                tip.y(),
                tip.x() - 9 * cos + 3.8 * sin,
                tip.y() - 9 * sin - 3.8 * cos,
                tip.x() - 9 * cos - 3.8 * sin,
                tip.y() - 9 * sin + 3.8 * cos);
    }

    /** @param xys x and y of each corner in turn */
    private void polygon(Colour colour, double... xys) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < xys.length; i += 2) {
            points.add(new Point(xys[i], xys[i + 1]));
        }
        figures.add(new Picture.Polygon(points, colour));
    }

    /** A plain ground. */
    void ground(Colour fill, Box box, double radius) {
        figures.add(new Picture.Plate(
                box.x(), box.y(), box.width(), box.height(), radius, Optional.of(fill), Optional.empty()));
    }

    /** A border with nothing in it. */
    void border(Colour colour, double width, Box box, double radius, double... dashes) {
        figures.add(new Picture.Plate(
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                radius,
                Optional.empty(),
                Optional.of(stroke(colour, width, dashes))));
    }

    /** A box with a border. */
    void square(Colour colour, Colour inside, double x, double y, double width, double height) {
        Box box = Box.around(new Point(x, y), width, height);
        ground(inside, box, 2);
        border(colour, 1.5, box, 2);
    }

    void mono(Colour colour, String text, double x, double y) {
        text(Face.MONO, colour, text, x, y, Align.LEFT);
    }

    void sans(Colour colour, String text, double x, double y) {
        text(Face.SANS, colour, text, x, y, Align.LEFT);
    }

    void bold(Colour colour, String text, double x, double y, Align align) {
        text(Face.BOLD, colour, text, x, y, align);
    }

    void text(Face face, Colour colour, String text, double x, double y, Align align) {
        figures.add(new Picture.Words(text, new Point(x, y), align, face, TEXT_SIZE, colour));
    }
}
