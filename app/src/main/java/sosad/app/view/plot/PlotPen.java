package sosad.app.view.plot;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Texts and lines on a canvas, in sizes that grow with the window's. */
final class PlotPen {
    private static final double TYPE = 11;

    final GraphicsContext gc;
    final double unit;
    private final Font plain;
    private final Font bold;

    PlotPen(GraphicsContext gc, double unit) {
        this.gc = gc;
        this.unit = unit;
        plain = Font.font("System", TYPE * unit);
        bold = Font.font("System", FontWeight.BOLD, TYPE * unit);
        gc.setTextBaseline(VPos.CENTER);
    }

    void text(Color colour, String text, double x, double y, TextAlignment alignment) {
        write(plain, colour, text, x, y, alignment);
    }

    void bold(Color colour, String text, double x, double y, TextAlignment alignment) {
        write(bold, colour, text, x, y, alignment);
    }

    private void write(Font font, Color colour, String text, double x, double y, TextAlignment alignment) {
        gc.setFont(font);
        gc.setFill(colour);
        gc.setTextAlign(alignment);
        gc.fillText(text, x, y);
    }

    /** Returns how wide a text is. */
    double width(String text) {
        Text measured = new Text(text);
        measured.setFont(plain);
        return measured.getLayoutBounds().getWidth();
    }

    /**
     * Writes a text where it fits into so much room, or its beginning, or nothing.
     *
     * @param ground laid beneath it
     */
    void fitting(Color colour, Color ground, String text, double x, double y, double room) {
        String shown = text;
        for (int length = text.length() - 1; width(shown) > room && length > 0; length--) {
            shown = text.substring(0, length).stripTrailing() + "…";
        }
        if (shown.length() > 3 || (shown.equals(text) && width(shown) <= room)) {
            rect(ground, x - 1, y - 7 * unit, width(shown) + 2, 14 * unit);
            text(colour, shown, x, y, TextAlignment.LEFT);
        }
    }

    void rect(Color colour, double x, double y, double width, double height) {
        gc.setFill(colour);
        gc.fillRect(x, y, width, height);
    }

    void line(Color colour, double width, double x1, double y1, double x2, double y2) {
        gc.setStroke(colour);
        gc.setLineWidth(width);
        gc.strokeLine(x1, y1, x2, y2);
    }
}
