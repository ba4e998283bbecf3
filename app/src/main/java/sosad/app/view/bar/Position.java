package sosad.app.view.bar;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import sosad.app.view.Controls;

/** T, and where in the scenario that is: side by side, or one above the other where there is little room. */
final class Position extends Region {
    private final Label time = Controls.label("", "bar-time");
    private final Label words = Controls.label("", "bar-position");
    private boolean stacked;

    Position() {
        getChildren().addAll(time, words);
        setMinWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    void setTime(long now) {
        time.setText("T = " + now);
    }

    void setWords(String text) {
        words.setText(text);
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
        double first = time.prefWidth(-1);
        double second = words.prefWidth(-1);
        return stacked ? Math.max(first, second) : first + gap() + second;
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
            words.relocate(
                    snapPositionX(time.getWidth() + gap()),
                    snapPositionY(time.getBaselineOffset() - words.getBaselineOffset()));
        }
    }
}
