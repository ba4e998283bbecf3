package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.LazyTooltip;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** The form for a cluster of one's own. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class NewClusterTest {
    private Stage stage;
    private OpenWindow open;

    @Start
    void start(Stage itsStage) {
        stage = itsStage;
        open = OpenWindow.sample(stage, 1024, 700);
    }

    private Node form() {
        return open.window.scene().getRoot().lookup(".new-cluster");
    }

    private Scenario opened() {
        return open.window.lab().scenarioProperty().get();
    }

    private static void type(FxRobot robot, String words) {
        robot.push(KeyCode.CONTROL, KeyCode.A).write(words);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String problem(FxRobot robot) {
        return robot.lookup(".new-cluster-problem").queryAs(Labeled.class).getText();
    }

    private static Control named(FxRobot robot, String name) {
        return robot.from(robot.lookup(".new-cluster").queryAll().toArray(Node[]::new))
                .lookup((Node node) -> node instanceof Control && name.equals(node.getAccessibleText()))
                .queryAs(Control.class);
    }

    @Test
    void aClusterOfOnesOwnIsMadeByKeyboardAlone(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        type(robot, "Mine");
        robot.push(KeyCode.TAB);
        type(robot, "left, right  C3");
        robot.push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.TAB); // over the two buttons to the gateways
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        robot.push(KeyCode.TAB).push(KeyCode.DOWN).push(KeyCode.DOWN); // full
        robot.push(KeyCode.TAB).push(KeyCode.DOWN); // newest
        robot.push(KeyCode.TAB).push(KeyCode.DOWN); // rolling
        robot.push(KeyCode.TAB).push(KeyCode.DOWN); // disk
        robot.push(KeyCode.TAB).push(KeyCode.TAB); // over Cancel
        assertThat(open.window.scene().getFocusOwner()).isSameAs(named(robot, "Begin"));
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(form().isVisible()).isFalse();
        assertThat(ScenarioWriter.write(opened())).contains("""
                scenario: Mine
                """).contains("""
                cluster:
                  nodes: [C3, left, right]
                  content: full
                  timestamps: newest
                  schedule: rolling
                  store: disk
                  gateways: 2
                steps: []
                """);
        robot.interact(() -> open.engine.act(new Action.Put(new NodeId("left"), new Key("k"), Value.of("v"))));
        Scenario saved = open.engine.recorded().join().scenario();
        assertThat(saved.cluster()).isEqualTo(opened().cluster());
        assertThat(ScenarioWriter.write(saved)).contains("put: {at: left, key: k, value: v}");
        assertThat(ScenarioReader.read("saved.yaml", ScenarioWriter.write(saved)))
                .isEqualTo(saved);
        assertThat(open.window.lab().shownProperty().get().nodes()).hasSize(3);
    }

    @Test
    void whatCannotBeIsToldInTheReadersWordsWhileOneTypes(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.push(KeyCode.TAB);
        type(robot, "A B A");
        assertThat(problem(robot)).isEqualTo(readersWords("nodes: [A, B, A]"));
        assertThat(named(robot, "Begin").isDisabled()).isTrue();
        type(robot, "A 7up");
        assertThat(problem(robot)).isEqualTo(readersWords("nodes: [A, 7up]")).contains("is not a node name");
        type(robot, " ");
        assertThat(problem(robot)).isEqualTo(readersWords("nodes: []"));
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(form().isVisible()).as("nothing begins").isTrue();
        type(robot, "A B");
        assertThat(problem(robot)).isEmpty();
        assertThat(named(robot, "Begin").isDisabled()).isFalse();
    }

    private static String readersWords(String nodes) {
        try {
            ScenarioReader.read("x.yaml", "scenario: x\ncluster: {" + nodes + "}\nsteps: []\n");
            throw new AssertionError("it is read");
        } catch (sosad.app.yaml.YamlFileException e) {
            return e.problem();
        }
    }

    @Test
    void buttonsAddAndRemoveNodesUpTo26(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        TextInputControl nodes = (TextInputControl) named(robot, "Nodes");
        ButtonBase add = (ButtonBase) named(robot, "Add a node");
        ButtonBase remove = (ButtonBase) named(robot, "Remove the last node");
        robot.interact(remove::fire);
        assertThat(nodes.getText()).isEqualTo("A B");
        for (int i = 0; i < 30; i++) {
            robot.interact(add::fire);
        }
        assertThat(nodes.getText()).startsWith("A B C D").endsWith("Y Z").hasSize(51);
        assertThat(problem(robot)).isEmpty();
        for (int i = 0; i < 27; i++) {
            robot.interact(remove::fire);
        }
        assertThat(nodes.getText()).isEmpty();
        assertThat(problem(robot)).isNotEmpty();
    }

    @Test
    void escapeLeavesTheClusterThatIsThereAndGivesTheKeyboardBack(FxRobot robot) {
        Node before = open.window.scene().getFocusOwner();
        Scenario stays = opened();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(form().isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(form().isVisible()).isFalse();
        assertThat(open.window.scene().getFocusOwner()).isSameAs(before);
        assertThat(opened()).isEqualTo(stays);
    }

    @Test
    void itStaysInTheWindowAndEveryControlHasAName(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        for (boolean projector : List.of(false, true)) {
            if (projector) {
                robot.interact(() -> open.window.switchProjector());
            }
            robot.interact(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
            Bounds bounds = form().localToScene(form().getLayoutBounds());
            assertThat(bounds.getMaxY()).isLessThanOrEqualTo(stage.getScene().getHeight());
            assertThat(bounds.getMaxX()).isLessThanOrEqualTo(stage.getScene().getWidth());
        }
        assertThat(robot.from(form())
                        .lookup((Node node) -> node instanceof Button
                                || node instanceof ComboBox<?>
                                || node instanceof TextInputControl)
                        .queryAllAs(Control.class))
                .hasSizeGreaterThanOrEqualTo(11)
                .allMatch(control -> !LazyTooltip.of(control).words().isBlank()
                        && !control.getAccessibleText().isBlank());
        robot.interact(() -> ((Button) named(robot, "Cancel")).fire());
        assertThat(form().isVisible()).isFalse();
    }
}
