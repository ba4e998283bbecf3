package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.history.Snapshot;
import sosad.app.scenario.MessageAction;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.ScreenshotOnFailure;

/** The order of the messages in flight, changed with mouse and keys. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class FlightStripTest {
    private OpenWindow open;
    private Stage window;

    @Start
    void start(Stage stage) {
        window = stage;
        open = OpenWindow.sample(stage, 1280, 800);
    }

    /** T = 5 in flight: five syncs. */
    @BeforeEach
    void play(FxRobot robot) {
        robot.interact(() -> {
            for (int step = 0; step < 3; step++) {
                open.engine.beginStep();
                open.engine.finishStep();
            }
            open.engine.beginStep();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Snapshot present() {
        return open.window.lab().historyProperty().get().present();
    }

    private static List<Node> chips(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".flight-chip").queryAll().stream()
                .filter(Node::isVisible)
                .sorted(Comparator.comparingDouble(FlightStripTest::left))
                .toList();
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static double left(Node chip) {
        return chip.localToScene(chip.getLayoutBounds()).getMinX();
    }

    private static List<String> links(FxRobot robot) {
        return chips(robot).stream()
                .map(chip ->
                        ((Labeled) chip.lookup(".number")).getText() + " " + ((Labeled) chip.lookup(".link")).getText())
                .toList();
    }

    private static Point2D middle(FxRobot robot, Node chip) {
        Bounds bounds = robot.bounds(chip).query();
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    @Test
    void allFiveStandWholeInTheNarrowestWindow(FxRobot robot) {
        robot.interact(() -> {
            window.setWidth(1024);
            window.setHeight(768);
        });
        WaitForAsyncUtils.waitForFxEvents();
        Bounds strip = onScene(robot.lookup(".flight-strip").query());

        assertThat(chips(robot)).hasSize(5).allMatch(chip -> strip.contains(onScene(chip)));
    }

    @Test
    void aChipThatIsDraggedToTheFrontIsDeliveredFirst(FxRobot robot) {
        assertThat(links(robot)).containsExactly("1 A → B", "2 A → C", "3 B → A", "4 C → A", "5 C → B");
        long third = present().queue().get(2);
        Point2D front = middle(robot, chips(robot).get(0)).subtract(30, 0);

        robot.moveTo(chips(robot).get(2)).press(MouseButton.PRIMARY).moveTo(front);
        assertThat(robot.lookup(".flight-mark").query().isVisible()).isTrue();
        robot.release(MouseButton.PRIMARY);

        assertThat(links(robot)).containsExactly("1 B → A", "2 A → B", "3 A → C", "4 C → A", "5 C → B");
        assertThat(present().queue().get(0)).isEqualTo(third);
        assertThat(robot.lookup(".flight-mark").query().isVisible()).isFalse();
        assertThat(robot.lookup(".stage-popover").query().isVisible())
                .as("a drag is no click")
                .isFalse();
    }

    @Test
    void aChipGoesBehindTheOneThatItsMiddleHasPassed(FxRobot robot) {
        Point2D past = middle(robot, chips(robot).get(3)).add(8, 0);

        robot.moveTo(chips(robot).get(1))
                .press(MouseButton.PRIMARY)
                .moveTo(past)
                .release(MouseButton.PRIMARY);

        assertThat(links(robot)).containsExactly("1 A → B", "2 B → A", "3 C → A", "4 A → C", "5 C → B");
    }

    @Test
    void escapeGivesADragUp(FxRobot robot) {
        Point2D front = middle(robot, chips(robot).get(0)).subtract(30, 0);

        robot.moveTo(chips(robot).get(4)).press(MouseButton.PRIMARY).moveTo(front);
        robot.push(KeyCode.ESCAPE).release(MouseButton.PRIMARY);

        assertThat(links(robot)).containsExactly("1 A → B", "2 A → C", "3 B → A", "4 C → A", "5 C → B");
        assertThat(open.engine.asked()).doesNotContain("reorder");
    }

    @Test
    void arrowsWalkTheChipsAndWithAltMoveThem(FxRobot robot) {
        robot.interact(() -> chips(robot).get(0).requestFocus());

        robot.push(KeyCode.RIGHT).push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(links(robot)).containsExactly("1 A → B", "2 B → A", "3 A → C", "4 C → A", "5 C → B");
        robot.push(KeyCode.ALT, KeyCode.LEFT).push(KeyCode.ALT, KeyCode.LEFT).push(KeyCode.ALT, KeyCode.LEFT);

        assertThat(links(robot)).containsExactly("1 A → C", "2 A → B", "3 B → A", "4 C → A", "5 C → B");
        assertThat(chips(robot).get(0).isFocused()).as("the focus goes along").isTrue();
    }

    @Test
    void aClickOnAChipOpensItsMessage(FxRobot robot) {
        robot.clickOn(chips(robot).get(2));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".stage-popover").query().isVisible()).isTrue();
        assertThat(robot.lookup(".stage-popover").query().getAccessibleText()).isEqualTo("B's sync to A");
    }

    @Test
    void thereIsNoOrderToShowForFewerThanTwo(FxRobot robot) {
        assertThat(robot.lookup(".flight-strip").query().isVisible()).isTrue();
        robot.interact(() -> {
            List<Long> queue = present().queue();
            queue.subList(1, queue.size()).forEach(id -> open.engine.handle(id, MessageAction.LOSE));
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".flight-strip").query().isVisible()).isFalse();
    }

    @Test
    void thePastKeepsItsOrder(FxRobot robot) {
        robot.interact(() -> open.window.lab().selectedProperty().set(present()));
        robot.interact(() -> open.engine.handle(present().queue().get(4), MessageAction.LOSE));
        WaitForAsyncUtils.waitForFxEvents();
        Point2D front = middle(robot, chips(robot).get(0)).subtract(30, 0);

        robot.moveTo(chips(robot).get(2))
                .press(MouseButton.PRIMARY)
                .moveTo(front)
                .release(MouseButton.PRIMARY);

        assertThat(open.engine.asked()).doesNotContain("reorder");
    }
}
