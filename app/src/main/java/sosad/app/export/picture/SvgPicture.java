package sosad.app.export.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import sosad.app.diagram.Point;
import sosad.app.export.picture.Picture.Bend;
import sosad.app.export.picture.Picture.Colour;
import sosad.app.export.picture.Picture.Disc;
import sosad.app.export.picture.Picture.Face;
import sosad.app.export.picture.Picture.Figure;
import sosad.app.export.picture.Picture.Path;
import sosad.app.export.picture.Picture.Plate;
import sosad.app.export.picture.Picture.Polygon;
import sosad.app.export.picture.Picture.Stroke;
import sosad.app.export.picture.Picture.Words;
import sosad.model.ByType;

/** A picture as SVG 1.1, which refers to nothing outside itself and names typefaces that most machines have. */
public final class SvgPicture {
    /** The height of a baseline below the middle of its letters, as a part of the size of the type. */
    private static final double BASELINE = 0.35;

    private static final ByType<Figure, String> FORMS = new ByType<Figure, String>()
            .on(Path.class, SvgPicture::path)
            .on(Bend.class, SvgPicture::bend)
            .on(
                    Polygon.class,
                    polygon -> "<polygon points=\"" + points(polygon.points()) + "\"" + fill(polygon.fill()) + "/>")
            .on(Disc.class, SvgPicture::disc)
            .on(Plate.class, SvgPicture::plate)
            .on(Words.class, SvgPicture::words)
            .all(Figure.class);

    private SvgPicture() {}

    /** Returns the text of the file. */
    public static String text(Picture picture) {
        String size = "width=\"%s\" height=\"%s\"".formatted(number(picture.width()), number(picture.height()));
        StringBuilder svg = new StringBuilder();
        svg.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" ")
                .append(size)
                .append(" viewBox=\"0 0 %s %s\" role=\"img\">\n"
                        .formatted(number(picture.width()), number(picture.height())))
                .append("<title>")
                .append(escaped(picture.title()))
                .append("</title>\n<rect ")
                .append(size)
                .append(fill(picture.ground()))
                .append("/>\n");
        for (Figure figure : picture.figures()) {
            svg.append(FORMS.of(figure)).append('\n');
        }
        return svg.append("</svg>\n").toString();
    }

    private static String path(Path path) {
        return "<polyline points=\"" + points(path.points()) + "\" fill=\"none\"" + stroke(path.stroke()) + "/>";
    }

    private static String bend(Bend bend) {
        return "<path d=\"M%s Q%s %s\" fill=\"none\"%s/>"
                .formatted(point(bend.start()), point(bend.control()), point(bend.end()), stroke(bend.stroke()));
    }

    private static String disc(Disc disc) {
        return "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>"
                .formatted(
                        number(disc.centre().x()),
                        number(disc.centre().y()),
                        number(disc.radius()),
                        dress(disc.fill(), disc.stroke()));
    }

    private static String plate(Plate plate) {
        return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"%s/>"
                .formatted(
                        number(plate.x()),
                        number(plate.y()),
                        number(plate.width()),
                        number(plate.height()),
                        number(plate.radius()),
                        dress(plate.fill(), plate.stroke()));
    }

    private static String words(Words words) {
        String anchor =
                switch (words.align()) {
                    case LEFT -> "start";
                    case CENTRE -> "middle";
                    case RIGHT -> "end";
                };
        return "<text x=\"%s\" y=\"%s\" font-family=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\" xml:space=\"preserve\"%s>%s</text>"
                .formatted(
                        number(words.at().x()),
                        number(words.at().y() + words.size() * BASELINE),
                        words.face() == Face.MONO
                                ? "DejaVu Sans Mono, Menlo, Consolas, monospace"
                                : "Inter, DejaVu Sans, Helvetica, Arial, sans-serif",
                        number(words.size()),
                        words.face() == Face.BOLD ? " font-weight=\"bold\"" : "",
                        anchor,
                        fill(words.colour()),
                        escaped(words.text()));
    }

    private static String dress(Optional<Colour> fill, Optional<Stroke> stroke) {
        return fill.map(SvgPicture::fill).orElse(" fill=\"none\"")
                + stroke.map(SvgPicture::stroke).orElse("");
    }

    private static String fill(Colour colour) {
        return " fill=\"" + hex(colour) + "\""
                + (colour.opacity() < 1 ? " fill-opacity=\"" + number(colour.opacity()) + "\"" : "");
    }

    private static String stroke(Stroke stroke) {
        String dashes = stroke.dashes().isEmpty()
                ? ""
                : " stroke-dasharray=\""
                        + stroke.dashes().stream().map(SvgPicture::number).collect(Collectors.joining(" ")) + "\"";
        return " stroke=\"" + hex(stroke.colour()) + "\" stroke-width=\"" + number(stroke.width()) + "\"" + dashes
                + (stroke.colour().opacity() < 1
                        ? " stroke-opacity=\"" + number(stroke.colour().opacity()) + "\""
                        : "");
    }

    private static String hex(Colour colour) {
        return String.format(Locale.ROOT, "#%06X", colour.rgb());
    }

    private static String points(List<Point> points) {
        return points.stream().map(SvgPicture::point).collect(Collectors.joining(" "));
    }

    private static String point(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    /** Two places behind the point are a hundredth of a pixel. */
    private static String number(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number).replaceFirst("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }

    /** What XML has no place for, such as a bell, is shown as the sign for what cannot be shown. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(code -> {
            switch (code) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isText(code) ? code : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isText(int code) {
        return code == ' '
                || (code > ' '
                        && !Character.isISOControl(code)
                        && Character.getType(code) != Character.SURROGATE
                        && code != 0xFFFE
                        && code != 0xFFFF);
    }
}
