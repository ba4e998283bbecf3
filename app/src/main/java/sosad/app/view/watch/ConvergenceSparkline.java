package sosad.app.view.watch;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import sosad.app.history.Snapshot;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.watch.ReviewViewModel;
import sosad.app.watch.ConvergenceCurve;

/**
 * The share of entries that is on every node, over the run: a line from the bottom, none, to the top, all; a dot at
 * what is shown. The mouse reads figures off it, and a click shows that moment.
 */
final class ConvergenceSparkline extends Region {
    private static final double EDGE = 3;

    private final ReviewViewModel model;
    private final Line top = new Line();
    private final Polyline line = new Polyline();
    private final Circle dot = new Circle(2.5);
    private final LazyTooltip tooltip = LazyTooltip.of(this);

    ConvergenceSparkline(ReviewViewModel model) {
        this.model = model;
        getStyleClass().add("sparkline");
        top.getStyleClass().add("sparkline-top");
        line.getStyleClass().add("sparkline-line");
        dot.getStyleClass().add("sparkline-dot");
        getChildren().addAll(top, line, dot);
        getChildren().forEach(child -> child.setManaged(false));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        model.curveProperty().subscribe(curve -> show());
        model.shownProperty().subscribe(snapshot -> show());
        setOnMouseMoved(this::read);
        setOnMouseClicked(this::clicked);
    }

    private void show() {
        ConvergenceCurve curve = model.curveProperty().get();
        draw(curve);
        String words =
                curve.points().isEmpty() ? "" : "Convergence. " + shown(curve).words();
        if (!words.equals(getAccessibleText())) {
            setAccessibleText(words);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
        tooltip.setText(words);
    }

    private ConvergenceCurve.Point shown(ConvergenceCurve curve) {
        Snapshot shown = model.shownProperty().get();
        return curve.at(shown == null ? 1 : curve.place(shown.index()));
    }

    private void draw(ConvergenceCurve curve) {
        double width = getWidth() - 2 * EDGE;
        double height = getHeight() - 2 * EDGE;
        line.getPoints().clear();
        boolean isDrawn = !curve.points().isEmpty() && width > 0 && height > 0;
        dot.setVisible(isDrawn);
        if (!isDrawn) {
            return;
        }
        top.setStartX(EDGE);
        top.setEndX(EDGE + width);
        top.setStartY(EDGE);
        top.setEndY(EDGE);
        int last = curve.points().size() - 1;
        for (int i = 0; i <= last; i++) {
            double y = y(curve.points().get(i), height);
            if (i > 0) {
                line.getPoints().addAll(x(i, last, width), y(curve.points().get(i - 1), height));
            }
            line.getPoints().addAll(x(i, last, width), y);
        }
        Snapshot shown = model.shownProperty().get();
        double place = shown == null ? 1 : curve.place(shown.index());
        dot.setCenterX(EDGE + place * width);
        dot.setCenterY(y(shown(curve), height));
    }

    private static double x(int index, int last, double width) {
        return EDGE + (last == 0 ? 1 : (double) index / last) * width;
    }

    private static double y(ConvergenceCurve.Point point, double height) {
        return EDGE + (1 - point.figures().share()) * height;
    }

    private ConvergenceCurve.Point under(MouseEvent mouse) {
        return model.curveProperty().get().at((mouse.getX() - EDGE) / Math.max(1, getWidth() - 2 * EDGE));
    }

    private void read(MouseEvent mouse) {
        if (!model.curveProperty().get().points().isEmpty()) {
            tooltip.setText(under(mouse).words());
        }
    }

    private void clicked(MouseEvent mouse) {
        if (mouse.getButton() == MouseButton.PRIMARY
                && !model.curveProperty().get().points().isEmpty()) {
            model.show(under(mouse));
        }
    }

    @Override
    protected void layoutChildren() {
        draw(model.curveProperty().get());
    }
}
