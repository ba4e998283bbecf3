package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;
import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.view.stage.StagePane;
import sosad.app.view.stage.message.MessageBox;
import sosad.model.NodeId;

/** An opened message, wherever it stands and however much it carries. */
class MessagePopoverTest {
    private Stage stage;
    private OpenWindow open;

    @BeforeEach
    void create() {
        OnFx.run(() -> stage = new Stage());
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    /** Every node has written {@code changes} entries and pushes them to both others. */
    private static Scenario pushes(int changes) {
        StringBuilder actions = new StringBuilder();
        for (NodeId node : List.of(Scenarios.A, Scenarios.B, Scenarios.C)) {
            for (int i = 0; i < changes; i++) {
                actions.append(format("      - put: {at: %s, key: %skey%d, value: value%d}\n", node, node, i, i));
            }
        }
        return ScenarioReader.read(
                "pushes.yaml",
                "scenario: Pushes\ncluster: {nodes: [A, B, C]}\nsteps:\n  - do:\n" + actions
                        + "      - push: {from: A}\n      - push: {from: B}\n      - push: {from: C}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1024, 768, false",
        "7, 1024, 768, false",
        "40, 1024, 768, false",
        "1, 1280, 800, false",
        "7, 1280, 800, false",
        "40, 1280, 800, false",
        "40, 1024, 768, true",
        "40, 1280, 800, true"
    })
    void itsButtonsAreInReachAndItHidesNeitherItselfNorItsTwoNodes(
            int changes, double width, double height, boolean tools) {
        OnFx.run(() -> open = OpenWindow.with(pushes(changes), stage, width, height));
        settle();
        OnFx.run(() -> open.window.playback().next());
        if (tools) {
            OnFx.run(open.window.labView.tools::openFaults);
        }
        settle();
        List<MessageBox> boxes = boxes();
        assertThat(boxes).hasSize(6);
        for (MessageBox box : boxes) {
            OnFx.run(() -> stagePane().openMessage(box.message().id()));
            settle();
            Node popover = scene(".stage-popover");
            Bounds place = onScene(popover);
            String which = box.getAccessibleText();
            assertThat(new BoundingBox(0, 0, width, height).contains(place))
                    .as("inside the window: %s", which)
                    .isTrue();
            assertThat(all(popover, ".handling"))
                    .as(which)
                    .hasSize(9)
                    .allMatch(button -> place.contains(onScene(button)) && button instanceof Button);
            List<Node> essential = new ArrayList<>(List.of(box));
            Set<String> ends =
                    Set.of(box.message().from().name(), box.message().to().name());
            all(stage.getScene().getRoot(), ".stage-card").stream()
                    .filter(card ->
                            ends.contains(card.getAccessibleText().substring("Node ".length(), "Node A".length())))
                    .forEach(essential::add);
            assertThat(essential).as(which).hasSize(3).noneMatch(node -> onScene(node)
                    .intersects(place));
            ScrollPane content = (ScrollPane) popover.lookup(".content-scroll");
            assertThat(content.getHeight()).as(which).isGreaterThan(40);
            assertThat(place.contains(onScene(content))).as(which).isTrue();
        }
    }

    private StagePane stagePane() {
        return (StagePane) scene(".stage-pane");
    }

    private void settle() {
        OnFx.run(() -> OnFx.settle(stage.getScene().getRoot()));
        OnFx.run(() -> OnFx.settle(stage.getScene().getRoot()));
    }

    private Node scene(String selector) {
        return stage.getScene().lookup(selector);
    }

    private List<MessageBox> boxes() {
        return all(stage.getScene().getRoot(), ".stage-message").stream()
                .map(MessageBox.class::cast)
                .toList();
    }

    private static List<Node> all(Node root, String selector) {
        return OnFx.get(
                () -> root.lookupAll(selector).stream().filter(Node::isVisible).toList());
    }

    private static Bounds onScene(Node node) {
        return OnFx.get(() -> node.localToScene(node.getLayoutBounds()));
    }
}
