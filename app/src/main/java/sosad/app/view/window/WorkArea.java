package sosad.app.view.window;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/**
 * The layout of the panes: stage and tables above, the time line below them, the tools at the bottom. Where height is
 * short the time line shrinks first, then the tools fold; tall ones that are opened all the same take its place. The
 * gaps between panes can be dragged.
 */
final class WorkArea extends Region {
    private static final double GAP = 16;

    /** Between panes that have little more than the least room. */
    private static final double NARROW_GAP = 12;

    private static final double NARROW = 1250;
    private static final double TALL_TOOLS = 180;
    private static final double MIN_UPPER = 330;

    /** What the stage of a live cluster needs, whose links show their faults, beside tall tools and a time line. */
    private static final double ROOMY_UPPER = 440;

    /** What the stage needs beside tall tools. */
    private static final double COMFORTABLE_UPPER = 400;

    private static final double MIN_TIMELINE = 140;
    private static final double MAX_TIMELINE = 250;

    /** What the time line needs more while the band below it is shown. */
    private static final double BAND = 26;

    private static final double LOW = 540;

    private final Region stage;
    private final Region tables;
    private final Region timeline;
    private final Region tools;
    private Region cover = new Region();
    private final Region betweenColumns = new Region();
    private final Region aboveTimeline = new Region();
    private final Region aboveTools = new Region();
    private double tablesShare = Double.NaN;
    private double timelineHeight = Double.NaN;
    private double toolsHeight = Double.NaN;
    private final ReadOnlyBooleanWrapper cramped = new ReadOnlyBooleanWrapper();
    private boolean tallTools;
    private boolean roomyStage;
    private boolean banded;
    private double unit = 1;

    WorkArea(Region stage, Region tables, Region timeline, Region tools) {
        this.stage = stage;
        this.tables = tables;
        this.timeline = timeline;
        this.tools = tools;
        getStyleClass().add("work-area");
        takePanes();
        stage.setViewOrder(-1); // a message that is opened may lie over the other panes
        heightProperty().addListener((property, old, height) -> cramped.set(height.doubleValue() < LOW * unit));
        betweenColumns.setCursor(Cursor.H_RESIZE);
        aboveTimeline.setCursor(Cursor.V_RESIZE);
        aboveTools.setCursor(Cursor.V_RESIZE);
        betweenColumns.setOnMouseDragged(event -> {
            double x = betweenColumns.localToParent(event.getX(), 0).getX();
            tablesShare = clamp(1 - x / getWidth(), 0.25, 0.7);
            requestLayout();
        });
        aboveTimeline.setOnMouseDragged(event -> {
            double y = aboveTimeline.localToParent(0, event.getY()).getY();
            timelineHeight = timeline.getBoundsInParent().getMaxY() - y - gap() / 2;
            requestLayout();
        });
        aboveTools.setOnMouseDragged(event -> {
            double y = aboveTools.localToParent(0, event.getY()).getY();
            toolsHeight = getHeight() - gap() - y - gap() / 2;
            requestLayout();
        });
    }

    private double gap() {
        return getWidth() < NARROW * unit ? NARROW_GAP : GAP;
    }

    /** Takes the panes, which may have been shown elsewhere. */
    void takePanes() {
        getChildren().setAll(stage, tables, timeline, tools, betweenColumns, aboveTimeline, aboveTools, cover);
    }

    /** Sets what takes the place of all panes but the tools while it is visible. */
    void setCover(Region newCover) {
        cover = newCover;
        cover.setManaged(false);
        cover.visibleProperty().addListener(changed -> requestLayout());
        takePanes();
    }

    /** Sets by how much everything is larger than usual. */
    void setUnit(double newUnit) {
        unit = newUnit;
        cramped.set(getHeight() < LOW * unit);
        requestLayout();
    }

    /** Sets whether the tools need more than a strip. */
    void setTallTools(boolean tall) {
        tallTools = tall;
        requestLayout();
    }

    /** Sets whether the cluster is live: then the stage needs more room. */
    void setRoomyStage(boolean roomy) {
        roomyStage = roomy;
        requestLayout();
    }

    /** Sets whether the time line has its band. */
    void setBanded(boolean newBanded) {
        banded = newBanded;
        requestLayout();
    }

    private double minTimeline() {
        return (banded ? MIN_TIMELINE + BAND : MIN_TIMELINE) * unit;
    }

    /** Tall tools take the place of a time line for which there is no height beside them. */
    private boolean isTimelineAway(double room) {
        return tallTools && room < ((roomyStage ? ROOMY_UPPER : COMFORTABLE_UPPER) + MIN_TIMELINE) * unit;
    }

    /** Returns whether there is so little height that the tools had better fold. */
    ReadOnlyBooleanProperty crampedProperty() {
        return cramped.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * gap();
        double room = getHeight() - 4 * gap();
        double toolsNow = toolsHeight(room, Math.ceil(tools.prefHeight(width)));
        boolean isAway = isTimelineAway(room - toolsNow);
        double timelineNow = isAway ? -gap() : timelineHeight(room - toolsNow);
        double upper = room - toolsNow - timelineNow;
        double tablesWidth = Math.round((width - gap()) * (Double.isNaN(tablesShare) ? share(width) : tablesShare));
        double stageWidth = width - gap() - tablesWidth;
        double timelineTop = gap() + upper + gap();
        double toolsTop = timelineTop + timelineNow + gap();

        stage.resizeRelocate(gap(), gap(), stageWidth, upper);
        tables.resizeRelocate(gap() + stageWidth + gap(), gap(), tablesWidth, upper);
        boolean isCovered = cover.isVisible();
        stage.setVisible(!isCovered);
        tables.setVisible(!isCovered);
        betweenColumns.setVisible(!isCovered);
        cover.resizeRelocate(gap(), gap(), width, toolsTop - 2 * gap());
        timeline.setVisible(!isAway && !isCovered);
        aboveTimeline.setVisible(!isAway && !isCovered);
        timeline.resizeRelocate(gap(), timelineTop, width, Math.max(0, timelineNow));
        tools.resizeRelocate(gap(), toolsTop, width, toolsNow);
        betweenColumns.resizeRelocate(gap() + stageWidth, gap(), gap(), upper);
        aboveTimeline.resizeRelocate(gap(), timelineTop - gap(), width, gap());
        aboveTools.resizeRelocate(gap(), toolsTop - gap(), width, gap());
        aboveTools.setVisible(tallTools);
    }

    /** A strip, or what was dragged for a tall tool; the panes keep their least heights. */
    private double toolsHeight(double room, double strip) {
        if (!tallTools) {
            return strip;
        }
        double wanted = Double.isNaN(toolsHeight) ? TALL_TOOLS * unit : toolsHeight;
        return Math.floor(clamp(wanted, strip, Math.max(strip, room - (MIN_UPPER + MIN_TIMELINE) * unit)));
    }

    /** Returns what was dragged, or a share of the room; it gives way first. */
    private double timelineHeight(double room) {
        double usual = clamp(0.45 * (room - 270 * unit), minTimeline(), MAX_TIMELINE * unit);
        double wanted = Double.isNaN(timelineHeight) ? usual : timelineHeight;
        double least = Math.min(minTimeline(), room * 0.36);
        return Math.floor(clamp(wanted, least, Math.max(least, room - MIN_UPPER * unit)));
    }

    /** Narrow windows give the tables more, so that three nodes' columns stay whole. */
    private double share(double width) {
        double wide = 0.42;
        double wanted = 3 * 182 * unit / width;
        return clamp(wanted, wide, 0.53);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
