package sosad.app.view.timeline;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.lab.live.LiveTimeline.Band;
import sosad.app.lab.live.LiveTimeline.Lane;
import sosad.app.lab.live.LiveTimeline.Point;
import sosad.app.lab.live.LiveTimeline.Span;
import sosad.app.view.CanvasColours;
import sosad.app.view.Controls;

/** The time line of a live run on a canvas of the size of the view; what stands at the mouse is said in words. */
final class LiveTimelineView extends Region {
    private final TimelinePane pane;
    private final Canvas canvas = new Canvas();
    private final CanvasColours colours = new CanvasColours(this::requestLayout);
    private final Label waits = Controls.label("The first second of the live run is being recorded…", "muted");
    private final Tooltip tooltip = new Tooltip();

    LiveTimelineView(TimelinePane pane) {
        this.pane = pane;
        getStyleClass().add("live-timeline-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(colours, canvas, waits);
        pane.liveProperty().addListener(changed -> requestLayout());
        pane.unitProperty().addListener(changed -> requestLayout());
        pane.sizeView(this);
        tooltip.setShowDelay(Duration.millis(250));
        canvas.setOnMouseMoved(this::hover);
        Tooltip.install(canvas, tooltip);
    }

    private double unit() {
        return pane.unitProperty().get();
    }

    @Override
    protected void layoutChildren() {
        LiveTimeline line = pane.liveProperty().get();
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        boolean isEmpty = line == null || line.points().isEmpty();
        waits.setVisible(isEmpty);
        double wide = waits.prefWidth(-1);
        waits.resizeRelocate((getWidth() - wide) / 2, getHeight() / 2 - 10, wide, waits.prefHeight(wide));
        if (isEmpty || getWidth() < 1 || getHeight() < 1) {
            setAccessibleText(waits.getText());
            return;
        }
        gc.save();
        gc.scale(unit(), unit());
        painter(line).draw();
        gc.restore();
        setAccessibleText(sentence(line));
    }

    private LiveTimelinePainter painter(LiveTimeline line) {
        return new LiveTimelinePainter(
                canvas.getGraphicsContext2D(), colours, line, getWidth() / unit(), getHeight() / unit());
    }

    /** Returns what the time line shows of the present, in words. */
    static String sentence(LiveTimeline line) {
        Point last = line.points().get(line.points().size() - 1);
        List<String> parts = new ArrayList<>(List.of(
                "Time line of the live run, " + time(line.millis()),
                format("%,d operations a second", last.operations())));
        if (last.differ() >= 0) {
            parts.add(format("entries that differ: %,d", last.differ()));
        }
        line.bands().stream()
                .filter(band -> band.span().to().isEmpty())
                .forEach(band -> parts.add("in force: " + band.words()));
        line.lanes().stream()
                .filter(lane -> !lane.kills().isEmpty())
                .forEach(lane -> parts.add(
                        format("ends of %s: %d", lane.name(), lane.kills().size())));
        return String.join("; ", parts);
    }

    private void hover(MouseEvent mouse) {
        LiveTimeline line = pane.liveProperty().get();
        if (line != null && !line.points().isEmpty()) {
            tooltip.setText(at(line, painter(line).millisAt(mouse.getX() / unit())));
        }
    }

    /** Returns what happened at a moment, in words. */
    static String at(LiveTimeline line, long millis) {
        long then = Math.max(0, Math.min(line.millis(), millis));
        int index = (int) Math.min(line.points().size() - 1, then / line.stepMillis());
        Point point = line.points().get(index);
        List<String> lines = new ArrayList<>(List.of(format("%s: %,d operations/s", time(then), point.operations())));
        if (point.differ() >= 0) {
            lines.add(format("entries that differ: %,d", point.differ()));
        }
        for (Band band : line.bands()) {
            if (holds(band.span(), then)) {
                lines.add(band.words());
            }
        }
        for (Lane lane : line.lanes()) {
            if (lane.gaps().stream().anyMatch(gap -> holds(gap, then))) {
                lines.add(lane.name() + " has no process");
            } else if (lane.pauses().stream().anyMatch(pause -> holds(pause, then))) {
                lines.add(lane.name() + " is paused");
            }
        }
        lines.add(resolution(line));
        return String.join("\n", lines);
    }

    /** Returns how fine the curves are: the longer the run, the coarser. */
    static String resolution(LiveTimeline line) {
        return String.format(Locale.ROOT, "one point for each %s s", trimmed(line.stepMillis() / 1_000.0));
    }

    private static String trimmed(double seconds) {
        return seconds == Math.rint(seconds)
                ? format("%d", (long) seconds)
                : String.format(Locale.ROOT, seconds < 0.5 ? "%.2f" : "%.1f", seconds);
    }

    private static boolean holds(Span span, long millis) {
        return span.from() <= millis && millis <= span.to().orElse(Long.MAX_VALUE);
    }

    private static String time(long millis) {
        return format("%d:%02d", millis / 60_000, millis / 1_000 % 60);
    }
}
