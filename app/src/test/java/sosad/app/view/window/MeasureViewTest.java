package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.diagram.plot.DotFinder;
import sosad.app.diagram.plot.PlotGeometry;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.SampleMeasurements;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.measure.MeasureView;
import sosad.app.view.plot.OperationPlotPane;
import sosad.app.view.plot.SeriesChart;
import sosad.app.viewmodel.plot.OperationPlotViewModel;

/** The view Measure by mouse and by keyboard, over a run that was made up. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class MeasureViewTest {
    @TempDir
    private Path folder;

    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = OpenWindow.sample(stage, 1280, 800);
    }

    @AfterEach
    void end() {
        open.window.runner().close();
    }

    private void run(FxRobot robot) {
        robot.push(KeyCode.F9);
        robot.push(KeyCode.F4);
        robot.interact(() -> open.engine.live(
                SampleMeasurements.live(open.window.lab().shownProperty().get(), 3_000, 30)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    private static Node named(FxRobot robot, String name) {
        return robot.lookup((Node node) -> name.equals(node.getAccessibleText()) && isShown(node))
                .query();
    }

    private OperationPlotPane pane(FxRobot robot) {
        return robot.lookup(".operation-plot-pane").queryAllAs(OperationPlotPane.class).stream()
                .filter(MeasureViewTest::isShown)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> story(OperationPlotPane pane) {
        return pane.lookupAll(".story-line").stream()
                .map(line -> ((Labeled) line).getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void anEmptyViewLeadsToARun(FxRobot robot) {
        robot.clickOn(named(robot, "Measure"));
        assertThat(robot.lookup("Nothing is measured yet").query().isVisible()).isTrue();

        robot.clickOn(robot.lookup(".nothing-measured .button")
                .match((Labeled button) -> button.getText().equals("Go live"))
                .queryLabeled());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Start clients");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(open.engine.asked()).anyMatch(asked -> asked.startsWith("goLive"));
        assertThat(open.engine.asked()).anyMatch(asked -> asked.startsWith("setClients"));
    }

    @Test
    void aDragLooksCloserAClickOnADotTellsItsStoryAndKeysGoOn(FxRobot robot) {
        run(robot);
        OperationPlotPane pane = pane(robot);
        OperationPlotViewModel plot = pane.model();
        Bounds bounds = pane.home().localToScreen(pane.home().getLayoutBounds());
        double middle = (bounds.getMinY() + bounds.getMaxY()) / 2;
        long before = plot.windowProperty().get().nanos();

        robot.moveTo(bounds.getMinX() + 200, middle).press(MouseButton.PRIMARY);
        robot.moveTo(bounds.getMinX() + 300, middle).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(plot.windowProperty().get().nanos()).isLessThan(before / 3);

        int dot = new DotFinder(plot.dots()).first(geometry(pane));
        double[] place = geometry(pane).place(plot.dots(), dot);
        robot.clickOn(bounds.getMinX() + 34 + place[0], bounds.getMinY() + place[1]);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(story(pane).get(0)).contains("client ", " → ");
        int chosen = plot.chosenProperty().get();

        robot.push(KeyCode.RIGHT);
        assertThat(plot.chosenProperty().get()).isNotEqualTo(chosen);
        robot.push(KeyCode.N);
        assertThat(plot.dots().kind(plot.chosenDot()).isNotable()).isTrue();
        robot.push(KeyCode.DIGIT0);
        assertThat(plot.zoomedProperty().get()).isFalse();
        robot.push(KeyCode.ESCAPE);
        assertThat(story(pane)).isEmpty();
    }

    /** The geometry as the plot has it, which is as large as itself but for badges, axis and latencies. */
    private static PlotGeometry geometry(OperationPlotPane pane) {
        Bounds bounds = pane.home().getLayoutBounds();
        return pane.model().geometry((int) bounds.getWidth() - 34 - 48, (int) bounds.getHeight() - 22 - 14, 1);
    }

    @Test
    void theWheelLooksCloserWhereTheMouseIs(FxRobot robot) {
        run(robot);
        OperationPlotPane pane = pane(robot);
        long before = pane.model().windowProperty().get().nanos();
        robot.moveTo(pane.home());
        robot.scroll(5, VerticalDirection.DOWN); // inverted without a display
        WaitForAsyncUtils.waitForFxEvents();
        long after = pane.model().windowProperty().get().nanos();
        robot.scroll(5, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(Math.min(after, pane.model().windowProperty().get().nanos())).isLessThanOrEqualTo(before);
        assertThat(after).isNotEqualTo(pane.model().windowProperty().get().nanos());
    }

    @Test
    void aRunIsSavedAndLaidBeneathAndFailuresAreSaidInTheView(FxRobot robot) {
        run(robot);
        Path file = folder.resolve("run.jsonl");
        robot.interact(() -> {
            open.window.measure.save(file);
            open.window.measure.layBeneath(file);
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(open.window.measure.words()).endsWith("dashed: Live cluster");
        robot.interact(() -> open.window.measure.open(folder.resolve("absent.jsonl")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".measure-notice").query().isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".measure-notice").query().isVisible()).isFalse();
    }

    @Test
    void everyChartSaysItsValuesAndThePlotWhatItShows(FxRobot robot) {
        run(robot);

        assertThat(robot.lookup(".series-chart").queryAllAs(SeriesChart.class))
                .extracting(Node::getAccessibleText)
                .anyMatch(text -> text.matches("Throughput: reads .* operations/s.*"))
                .anyMatch(text -> text.startsWith("Convergence lag: A 0 ms"))
                .anyMatch(text -> text.contains("B: down"));
        assertThat(pane(robot).home().getAccessibleText())
                .contains("operations at 3 servers", "unanswered", "shown from 0.000 s");
    }

    @Test
    void outOfSightItIsNotDrawn(FxRobot robot) {
        run(robot);
        robot.push(KeyCode.F2);
        long changes = measured(robot).model().changesProperty().get();
        robot.interact(() -> open.engine.live(
                SampleMeasurements.live(open.window.lab().shownProperty().get(), 3_500, 35)));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(measured(robot).model().changesProperty().get()).isEqualTo(changes);
        assertThat(open.window.frame.views()).anyMatch(MeasureView.class::isInstance);
    }

    private static OperationPlotPane measured(FxRobot robot) {
        return robot.lookup(".measure .operation-plot-pane").queryAs(OperationPlotPane.class);
    }
}
