package sosad.app.export.picture;

import static sosad.model.PlainFormat.format;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import sosad.app.diagram.Point;
import sosad.app.export.picture.Picture.Bend;
import sosad.app.export.picture.Picture.Colour;
import sosad.app.export.picture.Picture.Disc;
import sosad.app.export.picture.Picture.Face;
import sosad.app.export.picture.Picture.Figure;
import sosad.app.export.picture.Picture.Plate;
import sosad.app.export.picture.Picture.Polygon;
import sosad.app.export.picture.Picture.Stroke;
import sosad.app.export.picture.Picture.Words;

/** A picture as PNG, two dots a pixel; drawn without a window. */
public final class PngPicture {
    private static final double SCALE = 2;

    /** The most dots of a picture; beyond them its scale, and then its size, would need too much memory. */
    private static final long MAX_DOTS = 64_000_000;

    private static final double BASELINE = 0.35;

    private final Graphics2D paper;

    private PngPicture(Graphics2D paper) {
        this.paper = paper;
    }

    /**
     * Returns the bytes of the file.
     *
     * @throws IllegalArgumentException if the picture is too large, saying what to do
     */
    public static byte[] bytes(Picture picture) {
        double scale = dots(picture, SCALE) <= MAX_DOTS ? SCALE : 1;
        if (dots(picture, scale) > MAX_DOTS) {
            throw new IllegalArgumentException(format(
                    "a picture of %,.0f × %,.0f dots is too large for PNG; take SVG, or fewer steps",
                    picture.width(), picture.height()));
        }
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(picture.width() * scale),
                (int) Math.ceil(picture.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = image.createGraphics();
        try {
            paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            paper.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paper.setColor(new Color(picture.ground().rgb()));
            paper.fillRect(0, 0, image.getWidth(), image.getHeight());
            paper.scale(scale, scale);
            picture.figures().forEach(new PngPicture(paper)::draw);
        } finally {
            paper.dispose();
        }
        return encoded(image);
    }

    private static double dots(Picture picture, double scale) {
        return picture.width() * scale * picture.height() * scale;
    }

    private static byte[] encoded(BufferedImage image) {
        ImageIO.setUseCache(false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is none in memory
        }
        return bytes.toByteArray();
    }

    private void draw(Figure figure) {
        if (figure instanceof Picture.Path path) {
            outline(way(path.points()), path.stroke());
        } else if (figure instanceof Bend bend) {
            outline(
                    new QuadCurve2D.Double(
                            bend.start().x(),
                            bend.start().y(),
                            bend.control().x(),
                            bend.control().y(),
                            bend.end().x(),
                            bend.end().y()),
                    bend.stroke());
        } else if (figure instanceof Polygon polygon) {
            Path2D way = way(polygon.points());
            way.closePath();
            fill(way, polygon.fill());
        } else if (figure instanceof Disc disc) {
            double radius = disc.radius();
            Point centre = disc.centre();
            dress(
                    new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius),
                    disc.fill(),
                    disc.stroke());
        } else if (figure instanceof Plate plate) {
            dress(
                    new RoundRectangle2D.Double(
                            plate.x(),
                            plate.y(),
                            plate.width(),
                            plate.height(),
                            2 * plate.radius(),
                            2 * plate.radius()),
                    plate.fill(),
                    plate.stroke());
        } else if (figure instanceof Words words) {
            words(words);
        }
    }

    private void words(Words words) {
        int style = words.face() == Face.BOLD ? Font.BOLD : Font.PLAIN;
        String family = words.face() == Face.MONO ? Font.MONOSPACED : Font.SANS_SERIF;
        paper.setFont(new Font(family, style, 1).deriveFont((float) words.size()));
        paper.setColor(awt(words.colour()));
        double width =
                paper.getFontMetrics().getStringBounds(words.text(), paper).getWidth();
        double x =
                switch (words.align()) {
                    case LEFT -> words.at().x();
                    case CENTRE -> words.at().x() - width / 2;
                    case RIGHT -> words.at().x() - width;
                };
        paper.drawString(words.text(), (float) x, (float) (words.at().y() + words.size() * BASELINE));
    }

    private static Path2D way(List<Point> points) {
        Path2D way = new Path2D.Double();
        way.moveTo(points.get(0).x(), points.get(0).y());
        points.subList(1, points.size()).forEach(point -> way.lineTo(point.x(), point.y()));
        return way;
    }

    private void dress(Shape shape, Optional<Colour> fill, Optional<Stroke> stroke) {
        fill.ifPresent(colour -> fill(shape, colour));
        stroke.ifPresent(line -> outline(shape, line));
    }

    private void fill(Shape shape, Colour colour) {
        paper.setColor(awt(colour));
        paper.fill(shape);
    }

    private void outline(Shape shape, Stroke stroke) {
        paper.setColor(awt(stroke.colour()));
        paper.setStroke(basic(stroke));
        paper.draw(shape);
    }

    private static BasicStroke basic(Stroke stroke) {
        float width = (float) stroke.width();
        if (stroke.dashes().isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        }
        float[] dashes = new float[stroke.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = stroke.dashes().get(i).floatValue();
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }

    private static Color awt(Colour colour) {
        return new Color((colour.rgb() & 0xFFFFFF) | ((int) Math.round(255 * colour.opacity()) << 24), true);
    }
}
