package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.scenario.Action;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.model.Key;
import sosad.model.Value;

/** The rule in the bar, whose menu plays the same under another. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class RuleChipTest {
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = OpenWindow.sample(stage, 1280, 800);
    }

    private static MenuButton chip(FxRobot robot) {
        return robot.lookup(".rule-chip").queryAs(MenuButton.class);
    }

    private void choose(FxRobot robot, String words) {
        robot.interact(() -> chip(robot).getItems().stream()
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> inForce(FxRobot robot) {
        return chip(robot).getItems().stream()
                .filter(item -> item instanceof RadioMenuItem radio && radio.isSelected())
                .map(MenuItem::getText)
                .toList();
    }

    @Test
    void theMenuPlaysTheSameUnderAnotherRuleAndBackStaysUnderIt(FxRobot robot) {
        robot.interact(() -> open.engine.tick());
        assertThat(inForce(robot))
                .containsExactly(
                        "Play the same under remote-now",
                        "… with a timestamp for each key",
                        "… with syncs to all peers together");
        choose(robot, "Play the same under full");

        assertThat(open.engine.asked()).endsWith("playUnder full");
        assertThat(open.window.lab().shownProperty().get().time()).isEqualTo(2);
        assertThat(chip(robot).getAccessibleText()).isEqualTo("Rule full");
        assertThat(inForce(robot)).contains("Play the same under full");
        assertThat(open.window.lab().bannerProperty().get()).isNull();
    }

    @Test
    void itIsReachedByKeyboardAlone(FxRobot robot) {
        for (int i = 0; i < 60 && open.window.scene().getFocusOwner() != chip(robot); i++) {
            robot.push(KeyCode.TAB);
        }
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.engine.asked()).anyMatch(command -> command.startsWith("playUnder "));
    }

    @Test
    void rulesThatContradictEachOtherAreRefusedWithASentence(FxRobot robot) {
        choose(robot, "Play the same under per-key");
        choose(robot, "… with one timestamp a message, the newest");

        assertThat(open.window.lab().bannerProperty().get().what())
                .isEqualTo("These rules do not go together: content per-key contradicts timestamps newest:"
                        + " versions would differ from node to node.");
        assertThat(open.engine.asked()).endsWith("playUnder per-key");
        robot.interact(() -> chip(robot).show());
        assertThat(inForce(robot))
                .as("the dot is where it was")
                .contains("Play the same under per-key", "… with a timestamp for each key")
                .doesNotContain("… with one timestamp a message, the newest");
        robot.interact(() -> chip(robot).hide());
    }

    @Test
    void aRunThatHasLivedIsLeftAsItIs(FxRobot robot) {
        robot.interact(() -> {
            open.engine.act(new Action.Put(Scenarios.A, new Key("k"), Value.of("v")));
            open.engine.goLive();
        });
        choose(robot, "Play the same under full");
        assertThat(open.window.lab().bannerProperty().get().what()).startsWith("The nodes ran by their own clocks");
        assertThat(open.engine.asked()).doesNotContain("playUnder full");
    }
}
