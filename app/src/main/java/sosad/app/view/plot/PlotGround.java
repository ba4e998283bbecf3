package sosad.app.view.plot;

import java.util.Optional;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import sosad.app.check.FaultBand;
import sosad.app.diagram.plot.AxisMarks;
import sosad.app.diagram.plot.LatencyScale;
import sosad.app.diagram.plot.PlotGeometry;
import sosad.app.diagram.plot.PlotGeometry.Lane;
import sosad.app.diagram.plot.TimeWindow;
import sosad.app.view.CanvasColours;
import sosad.app.viewmodel.plot.PlotText;

/** Draws what lies below the dots: lanes, faults as bands, latencies, and the axis of time. */
final class PlotGround {
    /** The height of the axis. */
    static final double AXIS = 22;

    private static final double LEAST_FOR_LATENCIES = 44;
    private static final double APART = 90;
    private static final double BAND_LINE = 15;

    private final PlotPen pen;
    private final CanvasColours colours;
    private final PlotGeometry geometry;

    PlotGround(PlotPen pen, CanvasColours colours, PlotGeometry geometry) {
        this.pen = pen;
        this.colours = colours;
        this.geometry = geometry;
    }

    void draw(Iterable<FaultBand> bands) {
        for (Lane lane : geometry.lanes()) {
            pen.rect(colours.of("plot-lane"), 0, lane.top(), geometry.width(), lane.height());
        }
        bands.forEach(this::band);
        for (int lane = 0; lane < geometry.lanes().size(); lane++) {
            latencies(lane);
        }
        axis();
    }

    /** Writes what the bands are; over the dots. */
    void name(Iterable<FaultBand> bands) {
        bands.forEach(this::name);
    }

    private double left(FaultBand band) {
        return Math.max(0, Math.min(geometry.width(), geometry.x(band.fromNanos())));
    }

    private double right(FaultBand band) {
        return Math.max(0, Math.min(geometry.width(), geometry.x(band.untilNanos())));
    }

    private boolean isSeen(FaultBand band) {
        return geometry.x(band.untilNanos()) >= 0 && geometry.x(band.fromNanos()) <= geometry.width();
    }

    private static boolean isOf(FaultBand band, Lane lane) {
        return band.server().isEmpty() || band.server().equals(Optional.of(lane.server()));
    }

    private void band(FaultBand band) {
        if (!isSeen(band)) {
            return;
        }
        for (Lane lane : geometry.lanes()) {
            if (isOf(band, lane)) {
                boolean isServers = band.server().isPresent();
                double left = left(band);
                double width = Math.max(2, right(band) - left);
                pen.rect(colours.of(isServers ? "lost-soft" : "held-soft"), left, lane.top(), width, lane.height());
                pen.rect(colours.of(isServers ? "lost" : "held"), left, lane.top(), 1, lane.height());
            }
        }
    }

    /** A fault of one server is named in its lane, one of all in the topmost. */
    private void name(FaultBand band) {
        if (!isSeen(band)) {
            return;
        }
        geometry.lanes().stream().filter(lane -> isOf(band, lane)).findFirst().ifPresent(lane -> {
            Color colour = colours.of(band.server().isPresent() ? "lost" : "held");
            Color soft = colours.of(band.server().isPresent() ? "lost-soft" : "held-soft");
            double left = left(band) + 4 * pen.unit;
            double room = right(band) - left;
            if (lane.height() >= BAND_LINE * pen.unit) {
                pen.fitting(colour, soft, band.label(), left, lane.top() + 8 * pen.unit, room);
            }
        });
    }

    private void latencies(int lane) {
        Lane its = geometry.lanes().get(lane);
        LatencyScale scale = geometry.scale();
        boolean isNamed = its.height() >= LEAST_FOR_LATENCIES * pen.unit;
        double decade = Math.abs(geometry.y(lane, scale.shareOfDecade(1)) - geometry.y(lane, scale.shareOfDecade(0)));
        int every = (int) Math.ceil(13 * pen.unit / decade);
        for (int exponent = scale.firstDecade(); exponent <= scale.lastDecade(); exponent++) {
            double y = Math.rint(geometry.y(lane, scale.shareOfDecade(exponent))) + 0.5;
            pen.line(colours.of("line"), 1, 0, y, geometry.width(), y);
            if (isNamed && exponent % every == 0) {
                double x = geometry.width() + 6 * pen.unit;
                pen.text(colours.of("muted"), PlotText.decade(exponent), x, y, TextAlignment.LEFT);
            }
        }
    }

    private void axis() {
        TimeWindow window = geometry.window();
        int most = (int) Math.max(2, geometry.width() / (APART * pen.unit));
        AxisMarks ticks = AxisMarks.between((double) window.fromNanos(), (double) window.toNanos(), most);
        double y = geometry.height() + AXIS * pen.unit / 2;
        for (double tick : ticks.values()) {
            String words = PlotText.onAxis(Math.round(tick), Math.round(ticks.step()));
            double half = pen.width(words) / 2;
            double x = geometry.x(Math.round(tick));
            pen.line(
                    colours.of("line-strong"),
                    1,
                    Math.rint(x) + 0.5,
                    geometry.height() - 6,
                    Math.rint(x) + 0.5,
                    geometry.height() - 1);
            double inside = Math.max(half, Math.min(geometry.width() - half, x));
            pen.text(colours.of("muted"), words, inside, y, TextAlignment.CENTER);
        }
    }
}
