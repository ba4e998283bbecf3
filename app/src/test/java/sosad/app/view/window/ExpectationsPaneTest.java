package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;

/** The tool pane's tab for expectations, the mark on it, and those on the time line. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class ExpectationsPaneTest {
    private static final Color LOST = Color.web("#C5221F");

    private Stage stage;
    private OpenWindow open;

    @Start
    void start(Stage itsStage) {
        stage = itsStage;
        open = OpenWindow.with(lesson("A, B"), stage, 1280, 800);
    }

    /** A lesson of ten steps, of which one does not come out. */
    private static sosad.app.scenario.Scenario lesson(String nodes) {
        StringBuilder yaml = new StringBuilder("""
                scenario: A lesson
                cluster: {nodes: [NODES]}
                steps:
                """.replace("NODES", nodes));
        for (int i = 0; i < 10; i++) {
            String value = i == 7 ? "other" : "v";
            yaml.append("  - do: [put: {at: A, key: k" + i + ", value: v}, expect: {at: A, key: k" + i + ", value: "
                    + value + "}]\n");
        }
        return ScenarioReader.read("lesson.yaml", yaml.toString());
    }

    private void steps(FxRobot robot, int count) {
        for (int i = 0; i < count; i++) {
            robot.interact(() -> {
                open.engine.beginStep();
                open.engine.finishStep();
            });
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> rows(FxRobot robot) {
        return robot.lookup(".expectation").queryAll().stream()
                .filter(row -> row.isVisible() && row.getAccessibleText() != null)
                .map(Node::getAccessibleText)
                .toList();
    }

    private static Node row(FxRobot robot, String words) {
        return robot.lookup(".expectation")
                .match((Node row) -> words.equals(row.getAccessibleText()))
                .query();
    }

    private Labeled tab(FxRobot robot) {
        return robot.lookup(".tool-pane .tab-button")
                .match((Labeled tab) -> tab.getText().equals("Expectations"))
                .queryAs(Labeled.class);
    }

    private long timeShown() {
        return open.window.lab().shownProperty().get().time();
    }

    @Test
    void theFirstThatIsNotMetIsInSightAndItsMomentOneKeyAway(FxRobot robot) {
        steps(robot, 10);
        robot.push(KeyCode.ALT, KeyCode.DIGIT6);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(rows(robot)).contains("T = 9, not met: A holds k7 = other. Instead: A holds k7 = v.");
        assertThat(robot.lookup(".expectations-summary").queryAs(Labeled.class).getText())
                .isEqualTo("1 of 10 is not met, at T = 9.");
        assertThat(open.window.scene().getFocusOwner()).isInstanceOf(ListView.class);
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(timeShown()).isEqualTo(9);
        assertThat(open.window.lab().pastProperty().get()).isTrue();
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(timeShown()).isEqualTo(11);
        robot.interact(
                () -> robot.lookup(".expectations-jump").queryAs(Button.class).fire());
        assertThat(timeShown()).isEqualTo(9);
    }

    @Test
    void aClickShowsTheMomentOfOneThatIsMetAndNothingWhereItIsToCome(FxRobot robot) {
        steps(robot, 1);
        robot.push(KeyCode.ALT, KeyCode.DIGIT6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows(robot)).contains("T = 2, met: A holds k0 = v.", "T = 3, to come: A holds k1 = v.");
        steps(robot, 1);
        robot.clickOn(row(robot, "T = 2, met: A holds k0 = v."));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(timeShown()).isEqualTo(2);
        robot.clickOn(row(robot, "T = 4, to come: A holds k2 = v."));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(timeShown()).as("nothing to show").isEqualTo(2);
    }

    @Test
    void theTabCountsWhatIsMetAndOnceOneIsNotWhatIsNot(FxRobot robot) {
        assertThat(tab(robot).getAccessibleText()).isEqualTo("Expectations");
        steps(robot, 2);
        assertThat(tab(robot).getAccessibleText()).isEqualTo("Expectations, 2 met");
        double width = tab(robot).getWidth();
        steps(robot, 8);
        assertThat(tab(robot).getAccessibleText()).isEqualTo("Expectations, 1 not met");
        assertThat(tab(robot).getWidth()).as("nothing beside it moves").isEqualTo(width);
    }

    @Test
    void whatIsNotMetIsToBeSeenOnTheTimeLineHoweverLowThatIs(FxRobot robot) {
        robot.interact(() -> open.window.lab().open(lesson("A, B, C, D, E, F, G, H")));
        steps(robot, 7);
        assertThat(lostPixels(robot)).isZero();
        steps(robot, 1);
        assertThat(lostPixels(robot)).as("a disc, less its cross").isGreaterThan(120);
    }

    private long lostPixels(FxRobot robot) {
        long[] count = {0};
        robot.interact(() -> {
            WritableImage image =
                    open.window.scene().getRoot().lookup(".timeline-view").snapshot(null, null);
            for (int x = 0; x < (int) image.getWidth(); x++) {
                for (int y = (int) image.getHeight() / 2; y < (int) image.getHeight(); y++) {
                    count[0] += LOST.equals(image.getPixelReader().getColor(x, y)) ? 1 : 0;
                }
            }
        });
        return count[0];
    }

    @Test
    void aLessonWithoutExpectationsSaysSo(FxRobot robot) {
        robot.interact(() -> open.window.lab().open(Scenarios.faults()));
        robot.push(KeyCode.ALT, KeyCode.DIGIT6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".expectations .muted").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(text -> text.startsWith("This scenario expects nothing."));
    }

    @Test
    void inProjectorModeTheyTakeTheStagesPlace(FxRobot robot) {
        steps(robot, 10);
        robot.interact(() -> open.window.switchProjector());
        robot.push(KeyCode.ALT, KeyCode.DIGIT6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows(robot)).contains("T = 9, not met: A holds k7 = other. Instead: A holds k7 = v.");
        assertThat(robot.lookup(".projector-outcome").queryAs(Labeled.class).getText())
                .isEqualTo("1 of 10 expectations is not met, at T = 9.");
    }
}
