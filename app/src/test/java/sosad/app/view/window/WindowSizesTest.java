package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.viewmodel.LabStatus;

@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class WindowSizesTest {
    /** The tables' type is half a pixel smaller than the rest, so that three nodes have room side by side. */
    private static final double LEAST_TYPE = 12.5;

    private Stage stage;

    @Start
    void start(Stage itsStage) {
        stage = itsStage;
    }

    private OpenWindow open(FxRobot robot, double width, double height) {
        OpenWindow[] open = new OpenWindow[1];
        robot.interact(() -> {
            open[0] = OpenWindow.sample(stage, width, height);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
        return open[0];
    }

    private void nothingIsCut(FxRobot robot, double width, double height) {
        Bounds window = new BoundingBox(-1, -1, width + 2, height + 2);
        Set<Node> panes = robot.lookup(".pane").queryAll();
        assertThat(panes).hasSize(4).allMatch(pane -> window.contains(onScene(pane)));
        Bounds bar = onScene(robot.lookup(".top-bar").query());
        List<Node> controls = robot
                .from(robot.lookup(".top-bar").queryAll().toArray(Node[]::new))
                .lookup((Node node) -> node instanceof ButtonBase && isShown(node))
                .queryAll()
                .stream()
                .toList();
        assertThat(controls).hasSizeGreaterThanOrEqualTo(9).allMatch(control -> bar.contains(onScene(control)));
        assertThat(robot.lookup(".next").queryAs(Labeled.class)).satisfies(WindowSizesTest::isWhole);
        assertThat(robot.lookup(".bar-time").queryAs(Labeled.class)).satisfies(WindowSizesTest::isWhole);
        assertThat(robot.lookup(".bar-position").queryAs(Labeled.class)).satisfies(WindowSizesTest::isWhole);
        assertThat(robot.lookup(".rule").queryAs(Labeled.class)).satisfies(WindowSizesTest::isWhole);
        assertThat(robot.lookup(".pane")
                        .match((Node pane) -> pane instanceof Region region
                                && region.getHeight() < region.minHeight(region.getWidth()) - 1)
                        .queryAll())
                .isEmpty();
    }

    private static void isWhole(Labeled label) {
        assertThat(label.getWidth()).isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1)));
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void nothingIsCutAtTheLeastSize(FxRobot robot) {
        open(robot, 1024, 700);
        nothingIsCut(robot, 1024, 700);
    }

    @Test
    void theMarkOfThePastFitsBesideTheTabsAtTheLeastSize(FxRobot robot) {
        OpenWindow open = open(robot, 1024, 700);
        robot.interact(() -> {
            open.window.playback().next();
            open.window.playback().next();
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            var lab = open.window.lab();
            lab.selectedProperty().set(lab.historyProperty().get().snapshots().get(1));
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });

        Bounds pane = onScene(robot.lookup(".tables-pane").query());
        assertThat(robot.lookup(".provenance").queryAs(Labeled.class)).satisfies(WindowSizesTest::isWhole);
        assertThat(pane.contains(onScene(robot.lookup(".past-chip").query()))).isTrue();
        assertThat(pane.contains(onScene(robot.lookup(".provenance").query()))).isTrue();
    }

    @Test
    void noTextIsSmallerThanItCanBeReadAndNoneOfTheLogIsCut(FxRobot robot) {
        OpenWindow open = open(robot, 1024, 768);
        robot.interact(() -> {
            open.window.playback().next();
            open.window.playback().next();
            open.window.labView.tables.select(2);
            open.window.labView.tools.openLog();
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup((Node node) -> node instanceof Text text
                                && isShown(text)
                                && !text.getText().isBlank()
                                && !(text instanceof FontIcon)
                                && text.getFont().getSize() < LEAST_TYPE)
                        .queryAllAs(Text.class))
                .isEmpty();
        assertThat(robot.lookup(".log-text").queryAllAs(Labeled.class).stream()
                        .filter(WindowSizesTest::isShown)
                        .toList())
                .isNotEmpty()
                .allMatch(line -> ((Text) line.lookup(".text")).getText().equals(line.getText()));
    }

    @Test
    void theLessonsNameTakesTheRoomThatIsLeftInTheBar(FxRobot robot) {
        open(robot, 1024, 768);
        Bounds picker = onScene(robot.lookup(".scenario-picker").query());
        Bounds first = onScene(robot.lookup(".bar-group").query());
        assertThat(first.getMinX() - picker.getMaxX()).isLessThan(24);
    }

    @Test
    void nothingIsCutOnALargeScreen(FxRobot robot) {
        open(robot, 1920, 1080);
        nothingIsCut(robot, 1920, 1080);
    }

    @Test
    void manyNodesScrollSideways(FxRobot robot) {
        robot.interact(() -> OpenWindow.with(Scenarios.wide(9), stage, 1280, 800));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".node-column").queryAllAs(Region.class))
                .hasSize(9)
                .allMatch(column -> column.getWidth() >= 150);
    }

    @Test
    void aClusterThatCannotStartLeavesAWayOut(FxRobot robot) {
        OpenWindow[] open = new OpenWindow[1];
        robot.interact(() -> {
            open[0] = OpenWindow.empty(stage, 1280, 800);
            open[0].engine.failWith("Node B did not start: no Java found.");
            open[0].window.openFirst();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".status-overlay-detail").queryAs(Labeled.class).getText())
                .isEqualTo("Node B did not start: no Java found.");

        open[0].engine.failWith("");
        robot.interact(() -> robot.lookup("Try again").queryButton().fire());
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(open[0].window.lab().statusProperty().get()).isEqualTo(LabStatus.READY);
        assertThat(robot.lookup(".status-overlay").query().isVisible()).isFalse();
    }
}
