package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.LazyTooltip;
import sosad.model.Link;

/** The tool pane's tab for faults: rules, cut links, healing. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class FaultsPaneTest {
    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = OpenWindow.sample(stage, 1280, 800);
    }

    @BeforeEach
    void openThePane(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Snapshot present() {
        return open.window.lab().historyProperty().get().present();
    }

    private static List<String> words(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".fault-words").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private static Control named(FxRobot robot, String name) {
        return robot.lookup((Node node) -> node instanceof Control && name.equals(node.getAccessibleText()))
                .queryAs(Control.class);
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(FxRobot robot, String name, T value) {
        robot.interact(() -> ((ComboBox<T>) named(robot, name)).setValue(value));
    }

    @Test
    void theKeyOpensThePaneAndItsEmptyStatesAreDrawn(FxRobot robot) {
        assertThat(open.window.scene().getFocusOwner()).isSameAs(named(robot, "Do"));
        assertThat(robot.lookup(".fault-section .empty").queryAllAs(Labeled.class))
                .filteredOn(Node::isVisible)
                .extracting(Labeled::getText)
                .containsExactlyInAnyOrder(
                        "No rule is in force: messages are delivered unless somebody handles them.",
                        "Every link is whole.");
        assertThat(named(robot, "Heal everything").isDisabled()).isTrue();
    }

    @Test
    void aRuleIsPutTogetherSetAndEnded(FxRobot robot) {
        robot.clickOn(named(robot, "Do")).push(KeyCode.DOWN).push(KeyCode.ENTER);
        choose(robot, "Which", 2);
        choose(robot, "To", Optional.of(Scenarios.A));
        robot.clickOn(named(robot, "Set rule"));

        assertThat(words(robot)).containsExactly("lose every second message to A");
        assertThat(present().time()).as("no step was opened").isEqualTo(1);

        robot.clickOn(named(robot, "End the rule: lose every second message to A"));
        assertThat(words(robot)).isEmpty();
        assertThat(present().rules()).isEmpty();
    }

    @Test
    void onlyADelayAsksForStepsAndNoRuleIsFromANodeToItself(FxRobot robot) {
        assertThat(named(robot, "Steps").isVisible()).isFalse();
        choose(robot, "Do", sosad.app.scenario.TrafficRule.Treatment.DELAY);
        assertThat(named(robot, "Steps").isVisible()).isTrue();
        choose(robot, "From", Optional.of(Scenarios.B));
        choose(robot, "To", Optional.of(Scenarios.B));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(named(robot, "Set rule").isDisabled()).isTrue();
        assertThat(robot.lookup(".rule-form .field-error")
                        .queryAs(Labeled.class)
                        .getText())
                .isEqualTo("B sends nothing to itself; choose another node.");
    }

    @Test
    void whatIsBrokenIsListedMendedAndHealed(FxRobot robot) {
        robot.interact(() -> {
            open.engine.act(
                    new Action.Cut(List.of(new Link(Scenarios.A, Scenarios.B), new Link(Scenarios.B, Scenarios.A))));
            open.engine.act(new Action.Kill(Scenarios.C));
        });
        assertThat(words(robot)).containsExactly("A → B", "B → A");
        robot.clickOn(named(robot, "Mend the link B to A"));
        assertThat(words(robot)).containsExactly("A → B");

        robot.clickOn(named(robot, "Heal everything"));

        assertThat(words(robot)).isEmpty();
        assertThat(present().hasProcess(Scenarios.C)).isTrue();
        assertThat(open.engine.asked()).endsWith("heal");
    }

    @Test
    void inThePastNothingCanBeChanged(FxRobot robot) {
        robot.interact(() -> open.engine.act(new Action.Cut(List.of(new Link(Scenarios.A, Scenarios.B)))));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            open.window.lab().selectedProperty().set(present());
            open.engine.tick();
        });
        assertThat(words(robot)).containsExactly("A → B");
        assertThat(named(robot, "Mend the link A to B").isDisabled()).isTrue();
        assertThat(named(robot, "Set rule").isDisabled()).isTrue();
        assertThat(named(robot, "Heal everything").isDisabled()).isTrue();
    }

    @Test
    void everyButtonHasATooltip(FxRobot robot) {
        assertThat(robot.from(robot.lookup(".faults").queryAll().toArray(Node[]::new))
                        .lookup(".button")
                        .queryAllAs(Button.class))
                .isNotEmpty()
                .allMatch(button -> !LazyTooltip.of(button).words().isEmpty()
                        && !button.getAccessibleText().isBlank());
    }
}
