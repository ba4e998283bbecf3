package sosad.app.view.timeline;

import static sosad.app.view.timeline.TimelinePainter.fainter;

import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import sosad.app.diagram.Box;
import sosad.app.diagram.HealingPieces;
import sosad.app.diagram.HealingPieces.Piece;
import sosad.app.diagram.TimeDirection;
import sosad.app.diagram.Viewport;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingStretch.Share;
import sosad.app.view.CanvasColours;

/**
 * Draws the band that says from which moments on a run still heals: green, amber with stripes, red with a lattice, each
 * with a text that fits.
 */
final class BandPainter {
    /** The room that the band takes at the edge of the view, with the gap before it. */
    static final double ROOM = 26;

    private static final double HEIGHT = 18;
    private static final double INDENT = 8;
    private static final double STRIPE = 7;
    private static final Font FONT = Font.font("System", 12);

    private final GraphicsContext gc;
    private final CanvasColours colours;
    private final Viewport view;
    private final Text measure = new Text();

    BandPainter(GraphicsContext gc, CanvasColours colours, Viewport view) {
        this.gc = gc;
        this.colours = colours;
        this.view = view;
        measure.setFont(FONT);
        gc.setTextBaseline(VPos.CENTER);
    }

    /** Draws the band beyond what {@code view} shows of the lanes. */
    void draw(HealingBand band, HealingPieces pieces) {
        boolean isRight = view.direction() == TimeDirection.RIGHT;
        double head = view.direction().head();
        gc.save();
        if (!isRight) { // as if time went right, and then turned
            gc.translate(view.breadth() + ROOM - 2, 0);
            gc.rotate(90);
        } else {
            gc.translate(0, view.breadth() + ROOM - HEIGHT - 2);
        }
        gc.save();
        gc.beginPath();
        gc.rect(head, 0, view.length() - head, HEIGHT);
        gc.clip();
        for (Piece piece : pieces.pieces()) {
            double from = Math.max(head, view.alongOf(piece.from()));
            double to = Math.min(view.length(), view.alongOf(piece.to()));
            if (to > head && from < view.length()) {
                draw(band, piece, from, Math.max(from + 2, to - 2));
            }
        }
        gc.restore();
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setFont(FONT);
        gc.setFill(colours.of("muted"));
        gc.fillText(isRight ? "heals?" : "", 2, HEIGHT / 2);
        gc.restore();
    }

    private void draw(HealingBand band, Piece piece, double from, double to) {
        Share share = piece.stretch().share();
        Color colour = colours.of(share == Share.ALL ? "good" : share == Share.SOME ? "come" : "lost");
        gc.setFill(fainter(colour, 0.28));
        gc.fillRoundRect(from, 0, to - from, HEIGHT, 4, 4);
        gc.save();
        gc.beginPath();
        gc.rect(from, 0, to - from, HEIGHT);
        gc.clip();
        gc.setStroke(fainter(colour, 0.3));
        gc.setLineWidth(1);
        double begin = Math.floor(from / STRIPE) * STRIPE;
        for (double x = begin; share != Share.ALL && x < to + HEIGHT; x += STRIPE) {
            gc.strokeLine(x, HEIGHT, x + HEIGHT, 0);
            if (share == Share.NONE) {
                gc.strokeLine(x - HEIGHT, 0, x, HEIGHT);
            }
        }
        gc.restore();
        for (String text : BandText.of(band, piece.stretch())) {
            double width = width(text);
            if (width + 2 * INDENT <= to - from) {
                if (share != Share.ALL) {
                    Box back = new Box(from + INDENT - 3, 2, width + 6, HEIGHT - 4);
                    gc.setFill(fainter(colours.of("pane"), 0.75));
                    gc.fillRoundRect(back.x(), back.y(), back.width(), back.height(), 4, 4);
                }
                gc.setTextAlign(TextAlignment.LEFT);
                gc.setFont(FONT);
                gc.setFill(colours.of("text"));
                gc.fillText(text, from + INDENT, HEIGHT / 2);
                break;
            }
        }
    }

    private double width(String text) {
        measure.setText(text);
        Bounds bounds = measure.getLayoutBounds();
        return bounds.getWidth();
    }
}
