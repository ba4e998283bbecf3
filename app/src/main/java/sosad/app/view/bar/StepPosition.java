package sosad.app.view.bar;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import sosad.app.view.Controls;
import sosad.app.viewmodel.Script;

/**
 * T, and where in the scenario that is: side by side, or one above the other where there is little room. It is as wide
 * as it ever gets, so that neither a longer T nor another word moves anything.
 */
final class StepPosition extends Region {
    private static final String NOW = "T = ";
    private static final int LIVE_DIGITS = 7;
    private static final long USUAL_LAST = 99;

    private final Label time = Controls.label("", "bar-time");
    private final Label words = Controls.label("", "bar-position");
    private final Gauge liveTime = Gauge.ofDigits(NOW, LIVE_DIGITS);
    private final Gauge liveWords = new Gauge(List.of(Script.LIVE));
    private Gauge lastTime;
    private Gauge longTime;
    private Gauge stepWords;
    private boolean stacked;

    StepPosition() {
        getChildren().addAll(time, words);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        setLast(1);
    }

    void setTime(long now) {
        time.setText(NOW + now);
    }

    void setWords(String text) {
        words.setText(text);
    }

    /** Sets the T of the last step, which decides how much room T and the words need. */
    void setLast(long last) {
        long longest = Math.max(last, USUAL_LAST);
        lastTime = Gauge.ofDigits(NOW, Long.toString(last).length());
        longTime = Gauge.ofDigits(NOW, Long.toString(longest).length());
        stepWords = new Gauge(Script.positions(longest));
        requestLayout();
    }

    /** Sets whether the words stand below T. */
    void setStacked(boolean isStacked) {
        if (stacked != isStacked) {
            stacked = isStacked;
            requestLayout();
        }
    }

    private double gap() {
        return words.getFont().getSize() * 0.8;
    }

    @Override
    protected double computePrefWidth(double height) {
        double live = liveTime.width(time.getFont());
        double step = stepWords.width(words.getFont());
        if (stacked) {
            return Math.max(live, step);
        }
        return Math.ceil(
                gap() + Math.max(live + liveWords.width(words.getFont()), longTime.width(time.getFont()) + step));
    }

    @Override
    protected double computePrefHeight(double width) {
        double first = time.prefHeight(-1);
        return stacked ? first + words.prefHeight(-1) : first;
    }

    @Override
    protected void layoutChildren() {
        time.autosize();
        words.autosize();
        time.relocate(0, 0);
        if (stacked) {
            words.relocate(0, time.getHeight() - 1);
        } else {
            double beside = Math.max(time.getWidth(), lastTime.width(time.getFont()));
            words.relocate(
                    snapPositionX(beside + gap()), snapPositionY(time.getBaselineOffset() - words.getBaselineOffset()));
        }
    }
}
