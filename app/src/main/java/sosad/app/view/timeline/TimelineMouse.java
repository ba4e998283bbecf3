package sosad.app.view.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.TimeDirection;
import sosad.app.history.History;
import sosad.app.history.text.Sentences;
import sosad.app.view.timeline.CausalLight.Target;

/**
 * The mouse at the time line: a click or a drag shows a moment; with Shift or the middle button a drag moves the
 * diagram, as the wheel does; the wheel with Ctrl looks closer or less close; resting on an event or a message says
 * what it is and lights what led to it and followed.
 */
final class TimelineMouse {
    private static final double ZOOM = 1.0035;

    private final TimelineView view;
    private final Canvas canvas;
    private final Tooltip tooltip = new Tooltip();
    private String hovered = "";
    private Point grabbed;

    TimelineMouse(TimelineView view, Canvas canvas) {
        this.view = view;
        this.canvas = canvas;
        tooltip.setShowDelay(Duration.millis(250));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(460);
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(left -> leave());
        view.setOnScroll(this::scrolled);
    }

    private Point place(double x, double y) {
        return new Point(x / view.unit(), y / view.unit());
    }

    private void pressed(MouseEvent mouse) {
        if (!view.isShowing()) {
            return;
        }
        view.requestFocus();
        leave();
        Point place = place(mouse.getX(), mouse.getY());
        if (mouse.isShiftDown() || mouse.getButton() == MouseButton.MIDDLE) {
            grabbed = place;
            canvas.setCursor(Cursor.CLOSED_HAND);
        } else if (mouse.getButton() == MouseButton.PRIMARY) {
            pick(place);
        }
    }

    private void pick(Point place) {
        if (view.isInBand(place)) {
            view.pieceAt(place).ifPresent(piece -> view.select(piece.stretch().fromEvent()));
        } else {
            view.scrubber().momentAt(place).ifPresent(view::select);
        }
    }

    private void dragged(MouseEvent mouse) {
        if (!view.isShowing()) {
            return;
        }
        Point place = place(mouse.getX(), mouse.getY());
        if (grabbed == null) {
            if (mouse.isPrimaryButtonDown() && !view.isInBand(place)) {
                pick(place);
            }
            return;
        }
        move(grabbed.x() - place.x(), grabbed.y() - place.y());
        grabbed = place;
    }

    private void move(double dx, double dy) {
        boolean isRight = view.viewport().direction() == TimeDirection.RIGHT;
        view.look(view.viewport().moved(isRight ? dx : dy, isRight ? dy : dx));
    }

    private void released(MouseEvent mouse) {
        if (grabbed != null) {
            grabbed = null;
            canvas.setCursor(Cursor.DEFAULT);
        }
    }

    private void moved(MouseEvent mouse) {
        if (!view.isShowing()) {
            return;
        }
        Point place = place(mouse.getX(), mouse.getY());
        if (view.isInBand(place)) {
            view.causes().point(view.history(), null);
            show(view.pieceAt(place).map(view::explained).orElse(""));
            return;
        }
        List<Event> events = view.scrubber().eventsAt(place);
        if (!events.isEmpty()) {
            view.causes().point(view.history(), target(events));
            show(events.stream().map(event -> sentence(event.snapshot())).collect(Collectors.joining("\n")));
            return;
        }
        Optional<Arrow> arrow = view.scrubber().arrowAt(place);
        view.causes().point(view.history(), arrow.map(TimelineMouse::target).orElse(null));
        show(arrow.map(found -> sentence(found.sent())).orElse(""));
    }

    private static Target target(List<Event> events) {
        return new Target(
                events.get(0).snapshot(), events.get(events.size() - 1).snapshot());
    }

    private static Target target(Arrow arrow) {
        return new Target(arrow.sent(), arrow.ended());
    }

    private String sentence(int snapshot) {
        History history = view.history();
        return Sentences.of(history.at(snapshot).what());
    }

    private void leave() {
        view.causes().end();
        show("");
    }

    private void show(String text) {
        canvas.setCursor(text.isEmpty() ? Cursor.DEFAULT : Cursor.HAND);
        if (!text.equals(hovered)) {
            hovered = text;
            Tooltip.uninstall(canvas, tooltip);
            if (!text.isEmpty()) {
                tooltip.setText(text);
                Tooltip.install(canvas, tooltip);
            }
        }
    }

    private void scrolled(ScrollEvent wheel) {
        if (!view.isShowing()) {
            return;
        }
        leave();
        Point place = place(wheel.getX(), wheel.getY());
        boolean isRight = view.viewport().direction() == TimeDirection.RIGHT;
        if (wheel.isShortcutDown()) {
            view.look(view.viewport().zoomed(Math.pow(ZOOM, wheel.getDeltaY()), isRight ? place.x() : place.y()));
        } else {
            boolean isSideways = wheel.getDeltaX() != 0 || wheel.isShiftDown() || !view.scrollsDown();
            double delta = -(wheel.getDeltaX() != 0 ? wheel.getDeltaX() : wheel.getDeltaY()) / view.unit();
            move(isSideways ? delta : 0, isSideways ? 0 : delta);
        }
        wheel.consume();
    }
}
