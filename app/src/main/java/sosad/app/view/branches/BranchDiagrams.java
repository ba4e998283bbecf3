package sosad.app.view.branches;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;

/** Two diagrams in the room there is: one below the other, as wide as can be, or beside each other where it is low. */
final class BranchDiagrams extends Region {
    private static final double GAP = 16;
    private static final double LEAST_HEIGHT = 170;

    /** What a diagram needs besides the room between its lanes, and that room. */
    private static final double BESIDES_LANES = 96;

    private static final double LANE = 44;

    private final BranchDiagram left;
    private final BranchDiagram right;
    private final ObservableDoubleValue unit;
    private int nodes = 2;

    BranchDiagrams(BranchDiagram left, BranchDiagram right, ObservableDoubleValue unit) {
        this.left = left;
        this.right = right;
        this.unit = unit;
        getChildren().addAll(left, right);
    }

    /** Sets how many lanes the diagrams have. */
    void setNodes(int newNodes) {
        nodes = newNodes;
        requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT * unit.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width); // what is left is shared with nobody
    }

    private double stackedHeight() {
        return (2 * (BESIDES_LANES + LANE * (nodes - 1)) + GAP) * unit.get();
    }

    @Override
    protected void layoutChildren() {
        double gap = GAP * unit.get();
        if (getHeight() >= stackedHeight()) {
            double each = Math.floor((getHeight() - gap) / 2);
            left.resizeRelocate(0, 0, getWidth(), each);
            right.resizeRelocate(0, getHeight() - each, getWidth(), each);
        } else {
            double each = Math.floor((getWidth() - gap) / 2);
            left.resizeRelocate(0, 0, each, getHeight());
            right.resizeRelocate(getWidth() - each, 0, each, getHeight());
        }
    }
}
