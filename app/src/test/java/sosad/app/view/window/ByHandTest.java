package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.QuadCurve;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Phase;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.stage.StagePane;
import sosad.app.view.stage.message.MessageBox;
import sosad.app.viewmodel.NextStep;
import sosad.model.Link;

/** What a scenario file can say, done by hand: by mouse, and by keyboard alone. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class ByHandTest {
    private static final int MAX_TABS = 60;

    private Stage stage;
    private OpenWindow open;

    @Start
    void start(Stage itsStage) {
        stage = itsStage;
        open = OpenWindow.sample(stage, 1280, 800);
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        OnFx.run(() -> OnFx.settle(stage.getScene().getRoot()));
    }

    private Snapshot present() {
        settle();
        return open.window.lab().historyProperty().get().present();
    }

    private void next(int times) {
        for (int i = 0; i < times; i++) {
            OnFx.run(() -> open.window.playback().next());
            settle();
        }
    }

    /** Returns what was done by hand, as it stands in a file. */
    private List<String> done() {
        settle();
        return open.engine.acted().stream().map(ScenarioWriter::line).toList();
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    private Node named(String name) {
        settle();
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> name.equals(node.getAccessibleText()) && isShown(node))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + name)));
    }

    private String owner() {
        return OnFx.get(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null || owner.getAccessibleText() == null
                    ? String.valueOf(owner)
                    : owner.getAccessibleText();
        });
    }

    /** Goes by Tab to what is called so. */
    private void tabTo(FxRobot robot, String name) {
        tabTo(robot, name::equals);
    }

    private void tabTo(FxRobot robot, Predicate<String> wanted) {
        settle();
        List<String> passed = new ArrayList<>();
        while (!wanted.test(owner())) {
            passed.add(owner());
            assertThat(passed).as("what Tab reaches").hasSizeLessThan(MAX_TABS);
            robot.push(KeyCode.TAB);
            settle();
        }
    }

    private void focusStage() {
        OnFx.run(() -> stage.getScene().lookup(".stage-pane").requestFocus());
    }

    private void clickLink(FxRobot robot, String from, String to) {
        Node line = named("Link %s to %s, whole".formatted(from, to));
        robot.clickOn(OnFx.get(() -> {
            QuadCurve curve = (QuadCurve) line.lookup(".ground");
            double x = 0.25 * curve.getStartX() + 0.5 * curve.getControlX() + 0.25 * curve.getEndX();
            double y = 0.25 * curve.getStartY() + 0.5 * curve.getControlY() + 0.25 * curve.getEndY();
            return curve.localToScreen(new Point2D(x, y));
        }));
        settle();
    }

    private boolean isFormOpen() {
        settle();
        return OnFx.get(() ->
                stage.getScene().getRoot().lookupAll(".stage-popover").stream().anyMatch(Node::isVisible));
    }

    @Test
    void aLinkIsCutBothWaysByAClickAndMendedOneWay(FxRobot robot) {
        clickLink(robot, "A", "B");
        robot.clickOn(named("Cut both ways"));
        assertThat(done()).containsExactly("cut: {between: [[A], [B]]}");
        assertThat(present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        assertThat(owner()).as("who has the keyboard").isEqualTo("Link A to B, cut");
        assertThat(isFormOpen()).isFalse();

        robot.push(KeyCode.ENTER);
        robot.clickOn(named("Mend B to A"));
        assertThat(done()).endsWith("mend: {from: B, to: A}");
        assertThat(present().cut()).containsExactly(new Link(Scenarios.A, Scenarios.B));
    }

    @Test
    void aLinkIsReachedCutAndMendedByKeyboard(FxRobot robot) {
        focusStage();
        tabTo(robot, name -> name.startsWith("Link "));
        for (int i = 0; i < 6 && !owner().equals("Link B to C, whole"); i++) {
            robot.push(KeyCode.RIGHT);
        }
        robot.push(KeyCode.ENTER);
        tabTo(robot, "Cut B to C");
        robot.push(KeyCode.SPACE);
        assertThat(done()).containsExactly("cut: {from: B, to: C}");

        robot.push(KeyCode.ENTER);
        tabTo(robot, "Mend both ways");
        robot.push(KeyCode.ENTER);
        assertThat(done()).endsWith("mend: {between: [[B], [C]]}");
        assertThat(present().cut()).isEmpty();
        robot.push(KeyCode.ENTER);
        assertThat(isFormOpen()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(isFormOpen()).isFalse();
        assertThat(owner()).isEqualTo("Link B to C, whole");
    }

    @Test
    void aLinksFormCoversNeitherOfItsNodesAndStaysInTheWindow(FxRobot robot) {
        for (double[] size : new double[][] {{1024, 768}, {1280, 800}}) {
            OnFx.run(() -> open = OpenWindow.sample(stage, size[0], size[1]));
            clickLink(robot, "A", "C");
            Bounds form = onScene(OnFx.get(() -> stage.getScene().getRoot().lookupAll(".stage-popover").stream()
                    .filter(Node::isVisible)
                    .findFirst()
                    .orElseThrow()));
            assertThat(form.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(form.getMaxX()).isLessThanOrEqualTo(size[0]);
            assertThat(form.getMaxY()).isLessThanOrEqualTo(size[1]);
            List<Node> cards =
                    OnFx.get(() -> List.copyOf(stage.getScene().getRoot().lookupAll(".stage-card")));
            assertThat(cards)
                    .filteredOn(card -> !card.getAccessibleText().startsWith("Node B"))
                    .hasSize(2)
                    .noneMatch(card -> onScene(card).intersects(form));
        }
    }

    private static Bounds onScene(Node node) {
        return OnFx.get(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void ofALiveLinkTheFaultsAreOneStepAway(FxRobot robot) {
        OnFx.run(() -> open.engine.goLive());
        clickLink(robot, "C", "A");
        robot.clickOn(named("Faults of A to C"));
        settle();
        assertThat(((ComboBox<?>) named("Target")).getValue()).asString().contains("A → C");
    }

    @Test
    void inThePastALinkIsOnlyLookedAt(FxRobot robot) {
        next(1);
        OnFx.run(() -> {
            var lab = open.window.lab();
            lab.selectedProperty().set(lab.historyProperty().get().snapshots().get(1));
        });
        clickLink(robot, "A", "B");
        assertThat(named("Cut both ways").isDisabled()).isTrue();
    }

    @Test
    void theStageStillTakesTheKeyboardFromALinkThatIsNoLongerDrawn(FxRobot robot) {
        OnFx.run(() -> open = OpenWindow.with(Scenarios.wide(9), stage, 1280, 800));
        focusStage();
        tabTo(robot, name -> name.startsWith("Link "));
        OnFx.run(() -> open = OpenWindow.sample(stage, 1280, 800));
        settle();
        assertThat(OnFx.get(() -> stage.getScene().getFocusOwner())).isInstanceOf(StagePane.class);
    }

    private Message message(String from, String to) {
        return present().messages().stream()
                .filter(one -> one.from().name().equals(from) && one.to().name().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private Node box(String from, String to) {
        long id = message(from, to).id();
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(".stage-message").stream()
                .filter(box -> isShown(box) && ((MessageBox) box).message().id() == id)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aMessageThatTheLessonLosesIsDeliveredAfterAll(FxRobot robot) {
        next(2);
        assertThat(message("B", "A").fate()).isEqualTo(Fate.LOST);
        robot.clickOn(box("B", "A"));
        robot.clickOn(named("Deliver after all"));
        assertThat(open.engine.asked()).endsWith("restore");
        assertThat(message("B", "A").fate()).isEqualTo(Fate.IN_FLIGHT);
        assertThat(present().queue())
                .as("last of all")
                .endsWith(message("B", "A").id());
        assertThat(present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        next(1);
        assertThat(present().nodes().get(0).entries()).as("what A has").hasSize(2);
    }

    @Test
    void whatIsLostByHandOrByACutLinkIsDeliveredAfterAllByItsKey(FxRobot robot) {
        OnFx.run(() -> open.engine.act(new Action.Cut(List.of(new Link(Scenarios.B, Scenarios.C)))));
        next(2);
        assertThat(message("B", "C").why()).isEqualTo("the link is cut");
        focusStage();
        tabTo(robot, name -> name.startsWith("B's push to C"));
        robot.push(KeyCode.ENTER);
        assertThat(texts(".locked")).contains("The link is cut: mend it first, or the message is lost again.");
        robot.push(KeyCode.ESCAPE);
        OnFx.run(() -> open.engine.act(new Action.Mend(Optional.empty())));
        settle();
        robot.push(KeyCode.R);
        assertThat(message("B", "C").fate()).isEqualTo(Fate.IN_FLIGHT);
        robot.push(KeyCode.X);
        assertThat(message("B", "C").why()).isEqualTo("dropped by hand");
        robot.push(KeyCode.R);
        assertThat(message("B", "C").fate()).isEqualTo(Fate.IN_FLIGHT);
    }

    private List<String> texts(String selector) {
        settle();
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(node -> isShown(node) && node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void aRuleIsSetForEveryMessageLikeOne(FxRobot robot) {
        next(2);
        robot.clickOn(box("B", "C"));
        robot.clickOn(named("Every one like this"));
        robot.clickOn(named("Set rule"));
        assertThat(done()).containsExactly("rule: {do: hold, from: B, to: C, kind: push}");
        assertThat(isFormOpen()).isFalse();
        assertThat(present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
    }

    @Test
    void aRuleIsSetByKeyboardAndProposesWhatWasDoneToTheMessage(FxRobot robot) {
        next(2);
        focusStage();
        tabTo(robot, name -> name.startsWith("B's push to A"));
        robot.push(KeyCode.E);
        assertThat(owner()).isEqualTo("Do");
        robot.push(KeyCode.TAB).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        robot.push(KeyCode.TAB).push(KeyCode.DOWN);
        tabTo(robot, "Set rule");
        robot.push(KeyCode.SPACE);
        assertThat(done()).containsExactly("rule: {do: lose, from: B, every: 2}");
    }

    @Test
    void aStepWhoseMessagesAreAllLostStopsInFlight(FxRobot robot) {
        OnFx.run(() -> open.engine.act(new Action.Cut(List.of(new Link(Scenarios.B, Scenarios.C)))));
        next(2);
        assertThat(present().queue()).isEmpty();
        assertThat(present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(open.window.playback().nextStepProperty().getValue()).isEqualTo(NextStep.END_STEP);
        next(1);
        assertThat(present().phase()).isEqualTo(Phase.DELIVERED);
    }
}
