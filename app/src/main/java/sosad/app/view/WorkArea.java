package sosad.app.view;

import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/**
 * Where the panes lie: stage and tables above, the time line below them, the tools at the bottom. Where height is short
 * the time line shrinks first, then the tools fold. The gaps between panes can be dragged.
 */
final class WorkArea extends Region {
    private static final double GAP = 16;

    private final Region stage;
    private final Region tables;
    private final Region timeline;
    private final Region tools;
    private final Region betweenColumns = new Region();
    private final Region aboveTimeline = new Region();
    private final Region aboveTools = new Region();
    private double tablesShare = Double.NaN;
    private double timelineHeight = Double.NaN;
    private double toolsHeight = Double.NaN;
    private boolean tallTools;
    private double unit = 1;

    WorkArea(Region stage, Region tables, Region timeline, Region tools) {
        this.stage = stage;
        this.tables = tables;
        this.timeline = timeline;
        this.tools = tools;
        getStyleClass().add("work-area");
        getChildren().addAll(stage, tables, timeline, tools, betweenColumns, aboveTimeline, aboveTools);
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
            timelineHeight = timeline.getBoundsInParent().getMaxY() - y - GAP / 2;
            requestLayout();
        });
        aboveTools.setOnMouseDragged(event -> {
            double y = aboveTools.localToParent(0, event.getY()).getY();
            toolsHeight = getHeight() - GAP - y - GAP / 2;
            requestLayout();
        });
    }

    /** How large everything is: 1, or more in projector mode. */
    void setUnit(double newUnit) {
        unit = newUnit;
        requestLayout();
    }

    /** Whether the tools want more than a strip. */
    void setTallTools(boolean tall) {
        tallTools = tall;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * GAP;
        double height = getHeight() - 2 * GAP;
        double strip = Math.ceil(tools.prefHeight(width));
        double wantedTools = tallTools ? (Double.isNaN(toolsHeight) ? 180 * unit : toolsHeight) : strip;
        double forPanes = height - GAP;
        double upperLeast = 330 * unit;
        double timelineLeast = 120 * unit;
        double wantedTimeline = Double.isNaN(timelineHeight)
                ? clamp(0.325 * (forPanes - strip), 150 * unit, 260 * unit)
                : timelineHeight;

        double toolsNow = clamp(
                wantedTools,
                Math.min(strip, wantedTools),
                Math.max(strip, forPanes - GAP - upperLeast - timelineLeast));
        double room = forPanes - toolsNow - GAP;
        double timelineNow =
                clamp(wantedTimeline, Math.min(timelineLeast, 0.3 * room), Math.max(timelineLeast, room - upperLeast));
        timelineNow = Math.floor(Math.min(timelineNow, room - 100));
        double upper = room - timelineNow;

        double tablesWidth = Math.round((width - GAP) * (Double.isNaN(tablesShare) ? share(width) : tablesShare));
        double stageWidth = width - GAP - tablesWidth;
        stage.resizeRelocate(GAP, GAP, stageWidth, upper);
        tables.resizeRelocate(GAP + stageWidth + GAP, GAP, tablesWidth, upper);
        double timelineTop = GAP + upper + GAP;
        timeline.resizeRelocate(GAP, timelineTop, width, timelineNow);
        double toolsTop = timelineTop + timelineNow + GAP;
        tools.resizeRelocate(GAP, toolsTop, width, toolsNow);
        betweenColumns.resizeRelocate(GAP + stageWidth, GAP, GAP, upper);
        aboveTimeline.resizeRelocate(GAP, timelineTop - GAP, width, GAP);
        aboveTools.resizeRelocate(GAP, toolsTop - GAP, width, GAP);
        aboveTools.setVisible(tallTools);
    }

    /** Narrow windows give the tables more, so that three nodes' columns stay whole. */
    private double share(double width) {
        double wide = 0.42;
        double wanted = 3 * 190 * unit / width;
        return clamp(wanted, wide, unit > 1 ? 0.53 : 0.52);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
