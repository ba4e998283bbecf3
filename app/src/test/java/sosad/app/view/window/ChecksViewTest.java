package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.check.CheckVerdict;
import sosad.app.testing.InventedSuite;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.checks.CheckRow;
import sosad.app.viewmodel.checks.ChecksStatus;
import sosad.app.viewmodel.checks.TargetViewModel.Kind;

/** The view Checks by mouse and by keyboard, with checks that come to their verdicts at once. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class ChecksViewTest {
    private final InventedSuite suite = new InventedSuite();
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = OpenWindow.checking(suite.setup(), stage, 1280, 800);
    }

    @AfterEach
    void end() {
        suite.letGo();
        open.window.runner().close();
    }

    private void enter(FxRobot robot) {
        robot.push(KeyCode.F3);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void await(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return condition.getAsBoolean();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitEnd() throws Exception {
        await(() -> open.window.checks.totalsProperty().get().done() > 0
                && !open.window.checks.statusProperty().get().isBusy());
    }

    private static Node named(FxRobot robot, String name) {
        return robot.lookup((Node node) -> name.equals(node.getAccessibleText()) && isShown(node))
                .query();
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    private CheckRow row(String number) {
        return open.window.checks.rows().stream()
                .filter(row -> row.check().number().toString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(FxRobot robot, String style) {
        return robot.lookup(style).queryAll().stream()
                .filter(ChecksViewTest::isShown)
                .filter(node -> !((Labeled) node).getText().isEmpty())
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void aClickRunsAllAndEachVerdictIsShownByAWordAndAShape(FxRobot robot) throws Exception {
        robot.clickOn(named(robot, "Checks"));
        robot.clickOn(named(robot, "Run all"));
        awaitEnd();

        assertThat(texts(robot, ".state-badge"))
                .startsWith("held", "held", "held", "broken as predicted", "held", "failed");
        assertThat(robot.lookup(".state-badge").queryAll().stream()
                        .filter(ChecksViewTest::isShown)
                        .map(node -> ((Labeled) node).getGraphic()))
                .doesNotContainNull();
        assertThat(texts(robot, ".verdict-number")).containsExactly("15", "1", "1", "1", "1");
    }

    @Test
    void aFailedRowOpensItsEvidenceAndTheOperationInThePlot(FxRobot robot) throws Exception {
        enter(robot);
        robot.push(KeyCode.F5);
        awaitEnd();
        robot.clickOn("Killing servers");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(texts(robot, ".evidence-line")).contains("13.000 s  B killed");
        assertThat(texts(robot, ".evidence-title")).containsExactly("The write that is gone");
        robot.clickOn(named(robot, "Show it"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.window.scene().getFocusOwner().getStyleClass()).contains("operation-plot");
    }

    @Test
    void oneClickOpensTheLessonThatShowsIt(FxRobot robot) throws Exception {
        enter(robot);
        robot.push(KeyCode.F5);
        awaitEnd();
        robot.interact(() -> open.window.checks.selectedProperty().set(row("2.3")));
        robot.interact(() -> ((ButtonBase) named(robot, "Open the lesson that shows it")).fire());
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(open.window.frame.shownProperty().get()).isSameAs(open.window.labView);
        assertThat(open.window.labView.opener.titleProperty().get())
                .isEqualTo(sosad.app.scenario.BundledScenarios.title("lost-update"));
    }

    @Test
    void stopEndsTheRunAndLeavesTheVerdicts(FxRobot robot) throws Exception {
        enter(robot);
        suite.holdAt("2.2");
        robot.clickOn(named(robot, "Run all"));
        suite.awaitHeld();
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(named(robot, "Stop"));
        await(() -> open.window.checks.statusProperty().get() == ChecksStatus.STOPPED);

        assertThat(texts(robot, ".state-badge")).startsWith("held", "held", "not reached");
        assertThat(texts(robot, ".notice-words").get(0)).startsWith("Stopped.");
        assertThat(suite.openSystems()).isZero();
    }

    @Test
    void allOfItCanBeDoneByKeyboard(FxRobot robot) throws Exception {
        enter(robot);
        assertThat(open.window.scene().getFocusOwner()).isInstanceOf(ListView.class);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        awaitEnd();
        assertThat(row("2.2").result().orElseThrow().verdict()).isEqualTo(CheckVerdict.HELD);
        assertThat(open.window.checks.totalsProperty().get().done()).isEqualTo(1);

        robot.push(KeyCode.CONTROL, KeyCode.O);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.window.checks.target().kindProperty().get()).isEqualTo(Kind.FOREIGN);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".target-form").query().isVisible()).isFalse();
        assertThat(open.window.scene().getFocusOwner()).isInstanceOf(ListView.class);

        suite.holdAt("1");
        robot.interact(() -> open.window.checks.target().kindProperty().set(Kind.FRESH));
        robot.push(KeyCode.F5);
        suite.awaitHeld();
        robot.push(KeyCode.F6);
        await(() -> open.window.checks.statusProperty().get() == ChecksStatus.STOPPED);
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.window.frame.shownProperty().get()).isSameAs(open.window.labView);
    }

    @Test
    void theLessonStandsWhereItIsWhileChecksAreLookedAt(FxRobot robot) {
        robot.push(KeyCode.PAGE_DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        var before = open.window.lab().shownProperty().get();
        enter(robot);
        robot.push(KeyCode.PAGE_DOWN).push(KeyCode.SPACE).push(KeyCode.P).push(KeyCode.PAGE_UP);
        robot.push(KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(open.window.lab().shownProperty().get()).isSameAs(before);
        assertThat(open.window.playback().playingProperty().get()).isFalse();
    }

    @Test
    void theCommandThatRepeatsACheckIsCopied(FxRobot robot) throws Exception {
        enter(robot);
        robot.interact(() -> open.window.checks.run(row("2.1")));
        awaitEnd();
        robot.interact(() -> open.window.checks.selectedProperty().set(row("2.1")));
        robot.clickOn(named(robot, "Copy"));
        WaitForAsyncUtils.waitForFxEvents();

        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).startsWith("sosad check --only 2.1 ").contains("--seed 7");
        assertThat(((TextField) named(robot, "The command that repeats it")).getText())
                .isEqualTo(copied[0]);
    }

    @Test
    void aSystemThatDoesNotStartIsSaidInPlaceOfADialog(FxRobot robot) throws Exception {
        enter(robot);
        suite.failWith("Node B did not start: no Java found.");
        robot.push(KeyCode.F5);
        await(() -> open.window.checks.statusProperty().get() == ChecksStatus.FAILED);
        assertThat(texts(robot, ".notice-words"))
                .containsExactly("The run could not go on: Node B did not start: no Java found.");

        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(texts(robot, ".notice-words")).isEmpty();
    }

    @Test
    void everyControlHasANameAndATooltip(FxRobot robot) throws Exception {
        enter(robot);
        robot.push(KeyCode.F5);
        awaitEnd();
        robot.push(KeyCode.CONTROL, KeyCode.O);
        robot.interact(() -> open.window.checks.selectedProperty().set(row("2.3")));
        for (Kind kind : Kind.values()) {
            robot.interact(() -> open.window.checks.target().kindProperty().set(kind));
            Set<Node> controls = robot.from(robot.lookup(".checks").queryAll().toArray(Node[]::new))
                    .lookup((Node node) -> isShown(node)
                            && (node instanceof ButtonBase
                                    || node instanceof TextInputControl
                                    || node instanceof ComboBoxBase<?>)
                            && !node.getStyleClass().contains("arrow-button"))
                    .queryAll();
            assertThat(controls).hasSizeGreaterThan(12).allSatisfy(node -> {
                assertThat(node.getAccessibleText()).as("name of %s", node).isNotBlank();
                assertThat(LazyTooltip.of((Control) node).words())
                        .as("tooltip of %s", node)
                        .isNotEmpty();
            });
        }
    }

    @Test
    void nothingLeavesTheWindowInAnySize(FxRobot robot) throws Exception {
        enter(robot);
        robot.push(KeyCode.F5);
        awaitEnd();
        Stage stage = open.stage();
        for (int[] size : new int[][] {{1024, 700}, {1280, 720}, {1440, 900}, {1920, 1080}}) {
            robot.interact(() -> {
                stage.setWidth(size[0]);
                stage.setHeight(size[1]);
            });
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
            Bounds window = new BoundingBox(-1, -1, size[0] + 2, size[1] + 2);
            for (String part : List.of(".check-list-pane", ".check-detail", ".checks-run", ".checks-seed")) {
                Bounds place = robot.lookup(part)
                        .query()
                        .localToScene(robot.lookup(part).query().getLayoutBounds());
                assertThat(window.contains(place)).as("%s at %d", part, size[0]).isTrue();
            }
            assertThat(robot.lookup(".verdict-words").queryAllAs(Labeled.class).stream()
                            .filter(ChecksViewTest::isShown))
                    .allMatch(words -> words.getWidth() >= Math.floor(words.prefWidth(-1)));
        }
    }
}
