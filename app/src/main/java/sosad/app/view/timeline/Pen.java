package sosad.app.view.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import sosad.app.diagram.Point;

/** The shapes that marks are made of. */
final class Pen {
    private static final Font MONO = Font.font("Monospaced", 13);
    private static final Font STRONG_MONO = Font.font("Monospaced", FontWeight.BOLD, 13);
    private static final Font SMALL = Font.font("System", 12);
    private static final Font SANS = Font.font("System", 13);
    private static final Font BOLD = Font.font("System", FontWeight.BOLD, 13);

    final GraphicsContext gc;

    Pen(GraphicsContext gc) {
        this.gc = gc;
        gc.setTextBaseline(VPos.CENTER);
    }

    void line(Color colour, double width, double x1, double y1, double x2, double y2, double... dashes) {
        gc.setStroke(colour);
        gc.setLineWidth(width);
        gc.setLineDashes(dashes);
        gc.strokeLine(x1, y1, x2, y2);
        gc.setLineDashes();
    }

    void dot(Color colour, double x, double y, double radius) {
        gc.setFill(colour);
        gc.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    void ring(Color colour, Color inside, double x, double y, double radius) {
        dot(inside, x, y, radius);
        gc.setStroke(colour);
        gc.setLineWidth(1.75);
        gc.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    void cross(Color colour, double x, double y, double arm) {
        line(colour, 2.25, x - arm, y - arm, x + arm, y + arm);
        line(colour, 2.25, x - arm, y + arm, x + arm, y - arm);
    }

    /** Two bars: something stands still. */
    void bars(Color colour, double x, double y) {
        line(colour, 2.5, x - 2.5, y - 4.5, x - 2.5, y + 4.5);
        line(colour, 2.5, x + 2.5, y - 4.5, x + 2.5, y + 4.5);
    }

    /** A triangle that points right: something is resumed. */
    void triangle(Color colour, double x, double y) {
        gc.setFill(colour);
        gc.fillPolygon(new double[] {x - 4, x - 4, x + 5.5}, new double[] {y - 5.5, y + 5.5, y}, 3);
    }

    void diamond(Color colour, double x, double y) {
        gc.setFill(colour);
        gc.fillPolygon(new double[] {x - 4.5, x, x + 4.5, x}, new double[] {y, y - 4.5, y, y + 4.5}, 4);
    }

    void square(Color colour, Color inside, double x, double y, double width, double height) {
        gc.setFill(inside);
        gc.fillRoundRect(x - width / 2, y - height / 2, width, height, 4, 4);
        gc.setStroke(colour);
        gc.setLineWidth(1.5);
        gc.strokeRoundRect(x - width / 2, y - height / 2, width, height, 4, 4);
    }

    void tickMark(Color colour, double x, double y) {
        line(colour, 1.75, x - 4, y, x - 1, y + 3.5);
        line(colour, 1.75, x - 1, y + 3.5, x + 4.5, y - 3.5);
    }

    /** The head of an arrow that goes from {@code from} to {@code tip}. */
    void head(Color colour, Point from, Point tip) {
        double angle = Math.atan2(tip.y() - from.y(), tip.x() - from.x());
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        gc.setFill(colour);
        gc.fillPolygon(
                new double[] {tip.x(), tip.x() - 9 * cos + 3.8 * sin, tip.x() - 9 * cos - 3.8 * sin},
                new double[] {tip.y(), tip.y() - 9 * sin - 3.8 * cos, tip.y() - 9 * sin + 3.8 * cos},
                3);
    }

    void mono(Color colour, String text, double x, double y) {
        text(colour, MONO, text, x, y, TextAlignment.LEFT);
    }

    void sans(Color colour, String text, double x, double y) {
        text(colour, SANS, text, x, y, TextAlignment.LEFT);
    }

    void strongMono(Color colour, String text, double x, double y) {
        text(colour, STRONG_MONO, text, x, y, TextAlignment.LEFT);
    }

    void small(Color colour, String text, double x, double y) {
        text(colour, SMALL, text, x, y, TextAlignment.LEFT);
    }

    void bold(Color colour, String text, double x, double y, TextAlignment alignment) {
        text(colour, BOLD, text, x, y, alignment);
    }

    private void text(Color colour, Font font, String text, double x, double y, TextAlignment alignment) {
        gc.setFill(colour);
        gc.setFont(font);
        gc.setTextAlign(alignment);
        gc.fillText(text, x, y);
    }
}
