package sosad.app.view.watch;

import javafx.scene.layout.Region;
import sosad.app.viewmodel.watch.ReviewViewModel;

/**
 * The convergence as a small curve, and the lamps, for the end of a heading. Where there is little room the curve goes
 * first, then one lamp stands for all. Lamps are lit in steps alone: a live cluster has a verdict in their place.
 */
public final class RunGauges extends Region {
    private static final double CURVE_EM = 5.2;
    private static final double GAP_EM = 0.6;

    private final ConvergenceSparkline curve;
    private final LampButton lamps;
    private final ReviewViewModel model;

    public RunGauges(ReviewViewModel model) {
        this.model = model;
        curve = new ConvergenceSparkline(model);
        lamps = new LampButton(model);
        getStyleClass().add("run-gauges");
        getChildren().addAll(curve, lamps);
        model.clocksRun().addListener((property, old, run) -> {
            if (getParent() != null) {
                getParent().requestLayout();
            }
        });
    }

    private double em() {
        return lamps.getFont().getSize();
    }

    /** Returns how much room all of it takes. */
    public double all() {
        return fit(Double.MAX_VALUE);
    }

    /** Fits itself into so much room, and returns how much of it it takes. */
    public double fit(double room) {
        boolean isLive = model.clocksRun().get();
        double gap = GAP_EM * em();
        double curveWidth = CURVE_EM * em();
        lamps.setCompact(false);
        double all = isLive ? 0 : lamps.prefWidth(-1);
        if (!isLive && room < all) {
            lamps.setCompact(true);
            all = lamps.prefWidth(-1);
        }
        boolean hasCurve = room >= all + gap + curveWidth;
        lamps.setVisible(!isLive && room >= all);
        curve.setVisible(hasCurve);
        return (lamps.isVisible() ? all : 0) + (hasCurve ? gap + curveWidth : 0);
    }

    @Override
    protected void layoutChildren() {
        double lampsWidth = lamps.isVisible() ? lamps.prefWidth(-1) : 0;
        double lampsHeight = lamps.prefHeight(-1);
        double curveWidth = CURVE_EM * em();
        curve.resizeRelocate(
                getWidth() - lampsWidth - curveWidth - (lampsWidth == 0 ? 0 : GAP_EM * em()),
                0,
                curveWidth,
                getHeight());
        lamps.resizeRelocate(getWidth() - lampsWidth, (getHeight() - lampsHeight) / 2, lampsWidth, lampsHeight);
    }
}
