package sosad.app.view.plot;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import sosad.app.viewmodel.plot.OperationPlotViewModel;

/**
 * The mouse at the operation plot: a drag looks closer at a part, with Shift or another button it moves; the wheel
 * looks closer or less close; a click chooses a dot; two clicks show everything.
 */
final class PlotMouse {
    private static final double LEAST_DRAG = 4;
    private static final double ZOOM = 1.0025;

    private final OperationPlot view;
    private final OperationPlotViewModel plot;
    private double pressedX;
    private double lastX;
    private boolean isMoving;
    private boolean isDragged;

    PlotMouse(OperationPlot view, OperationPlotViewModel plot) {
        this.view = view;
        this.plot = plot;
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        view.addEventHandler(MouseEvent.MOUSE_EXITED, left -> view.hover(OperationPlotViewModel.NONE));
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private double share(double x) {
        return (x - view.left()) / view.geometry().width();
    }

    private boolean isInside(MouseEvent mouse) {
        double share = share(mouse.getX());
        return share >= 0 && share <= 1 && mouse.getY() <= view.geometry().height();
    }

    private void pressed(MouseEvent mouse) {
        view.requestFocus();
        pressedX = mouse.getX();
        lastX = mouse.getX();
        isDragged = false;
        isMoving = mouse.isShiftDown() || mouse.getButton() != MouseButton.PRIMARY;
    }

    private void dragged(MouseEvent mouse) {
        isDragged |= Math.abs(mouse.getX() - pressedX) > LEAST_DRAG;
        if (!isDragged) {
            return;
        }
        view.hover(OperationPlotViewModel.NONE);
        if (isMoving) {
            view.setCursor(Cursor.CLOSED_HAND);
            plot.pan((lastX - mouse.getX()) / view.geometry().width());
        } else {
            view.showDrag(pressedX, mouse.getX());
        }
        lastX = mouse.getX();
    }

    private void released(MouseEvent mouse) {
        view.endDrag();
        view.setCursor(Cursor.DEFAULT);
        if (isDragged && !isMoving) {
            double width = view.geometry().width();
            plot.look(
                    view.geometry().nanosAt(Math.max(0, Math.min(width, pressedX - view.left()))),
                    view.geometry().nanosAt(Math.max(0, Math.min(width, mouse.getX() - view.left()))));
        } else if (!isDragged && mouse.getButton() == MouseButton.PRIMARY && isInside(mouse)) {
            int dot = view.dotAt(mouse.getX(), mouse.getY());
            if (mouse.getClickCount() == 2 && dot == OperationPlotViewModel.NONE) {
                plot.fit();
            } else {
                plot.choose(dot);
            }
        }
    }

    private void moved(MouseEvent mouse) {
        int dot = isInside(mouse) ? view.dotAt(mouse.getX(), mouse.getY()) : OperationPlotViewModel.NONE;
        view.setCursor(dot == OperationPlotViewModel.NONE ? Cursor.DEFAULT : Cursor.HAND);
        view.hover(dot);
    }

    /** The wheel alone looks closer; sideways, or with Shift, it moves. */
    private void scrolled(ScrollEvent wheel) {
        view.hover(OperationPlotViewModel.NONE);
        if (wheel.isShiftDown() || Math.abs(wheel.getDeltaX()) > Math.abs(wheel.getDeltaY())) {
            plot.pan(-(wheel.getDeltaX() + wheel.getDeltaY()) / view.geometry().width());
        } else if (wheel.getDeltaY() != 0) {
            plot.zoom(Math.pow(ZOOM, -wheel.getDeltaY()), Math.max(0, Math.min(1, share(wheel.getX()))));
        }
        wheel.consume();
    }
}
