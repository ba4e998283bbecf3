package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.history.Phase;
import sosad.app.history.SentByKind;
import sosad.app.history.Snapshot;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.LazyTooltip;

@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class LabWindowTest {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = OpenWindow.sample(stage, 1280, 720);
    }

    private String text(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private void push(FxRobot robot, KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            robot.push(key);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    @Test
    void theSampleIsPlayedWithPageDownAlone(FxRobot robot) {
        assertThat(text(robot, ".next")).isEqualTo("Next");

        push(robot, KeyCode.PAGE_DOWN, 2);
        assertThat(text(robot, ".next")).isEqualTo("Deliver");
        assertThat(text(robot, ".bar-time")).isEqualTo("T = 3");

        push(robot, KeyCode.PAGE_DOWN, 5);
        assertThat(text(robot, ".bar-time")).isEqualTo("T = 5");
        assertThat(text(robot, ".next")).isEqualTo("The end");
    }

    @Test
    void pageUpGoesBackWhereverTheFocusIs(FxRobot robot) {
        push(robot, KeyCode.PAGE_DOWN, 3);
        robot.interact(() -> robot.lookup(".mono-field").query().requestFocus());

        push(robot, KeyCode.PAGE_UP, 1);

        assertThat(text(robot, ".next")).isEqualTo("Deliver");
    }

    @Test
    void atTheEndEveryChangedRowIsVisibleAt1280By720(FxRobot robot) {
        push(robot, KeyCode.PAGE_DOWN, 7);
        WaitForAsyncUtils.waitForFxEvents();

        List<Node> changed = robot.lookup(".line-cell").queryAll().stream()
                .filter(cell -> cell.getPseudoClassStates().contains(CHANGED))
                .toList();
        Bounds tables = onScene(robot.lookup(".tables-content").query());

        assertThat(changed).hasSize(9).allMatch(cell -> tables.contains(onScene(cell)));
        Set<Node> labels = robot.from(changed.toArray(Node[]::new))
                .lookup((Node node) -> node instanceof Labeled label && label.isVisible())
                .queryAll();
        assertThat(labels).allMatch(label -> ((Labeled) label).prefWidth(-1) <= ((Labeled) label).getWidth() + 1);
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    @Test
    void theTitleNamesTheLessonAndTheTimeShown(FxRobot robot) {
        push(robot, KeyCode.PAGE_DOWN, 1);

        assertThat(open.window.titleProperty().getValue()).isEqualTo("The document's sample, T = 2 · SOSAD Lab");
    }

    @Test
    void aKeyThatIsKeptDownCountsOnce(FxRobot robot) {
        robot.interact(() -> {
            Node focused = open.window.scene().getFocusOwner();
            KeyEvent down = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_DOWN, false, false, false, false);
            Event.fireEvent(focused, down);
            Event.fireEvent(focused, down);
            Event.fireEvent(focused, down);
        });

        assertThat(text(robot, ".bar-time")).isEqualTo("T = 2");
        assertThat(open.engine.asked()).containsOnlyOnce("beginStep");
    }

    @Test
    void spaceIsTextInAFieldAndNextElsewhere(FxRobot robot) {
        robot.interact(() -> robot.lookup(".mono-field").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(text(robot, ".bar-time")).isEqualTo("T = 1");

        robot.interact(() -> open.window.scene().getRoot().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(text(robot, ".bar-time")).isEqualTo("T = 2");
    }

    @Test
    void aBrokenRuleIsSaidBesideTheFieldBeforeAnythingIsSent(FxRobot robot) {
        robot.clickOn(".mono-field").write("a[b");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".field-error").queryAllAs(Labeled.class))
                .anyMatch(error -> error.isVisible() && error.getText().contains("without [ and ]"));
        robot.push(KeyCode.ENTER);
        assertThat(open.engine.asked()).doesNotContain("act");
    }

    @Test
    void aPutByHandShowsItsReplyAndGoesOffScript(FxRobot robot) {
        robot.clickOn(".mono-field").write("mine").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.engine.asked())
                .as("an empty value is not written unseen")
                .doesNotContain("act");
        robot.write("yes").push(KeyCode.ENTER);

        assertThat(text(robot, ".reply")).isEqualTo("OK");
        assertThat(text(robot, ".provenance")).isEqualTo("off script");
    }

    @Test
    void aFailureIsABannerThatEscapeTakesAway(FxRobot robot) {
        open.engine.failWith("Node B does not answer.");
        push(robot, KeyCode.PAGE_DOWN, 1);
        assertThat(text(robot, ".banner-what")).isEqualTo("Node B does not answer.");

        push(robot, KeyCode.ESCAPE, 1);

        assertThat(robot.lookup(".banner").query().isVisible()).isFalse();
    }

    @Test
    void neitherAFailureNorABrokenRuleMovesAnything(FxRobot robot) {
        List<Bounds> before = panes(robot);
        open.engine.failWith("Node B does not answer.");
        push(robot, KeyCode.PAGE_DOWN, 1);
        robot.interact(
                () -> ((TextInputControl) robot.lookup(".mono-field").query()).setText("a key of several words"));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".banner").query().isVisible()).isTrue();
        Labeled bubble = robot.lookup(".field-bubble").match(Node::isVisible).queryAs(Labeled.class);
        assertThat(bubble.getHeight()).isGreaterThanOrEqualTo(bubble.prefHeight(bubble.getWidth()) - 1);
        assertThat(panes(robot)).isEqualTo(before);
    }

    private static List<Bounds> panes(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return Stream.of(".top-bar", ".stage-area", ".tables-pane", ".timeline-area", ".tool-pane", ".mono-field")
                .map(pane -> {
                    Node node = robot.lookup(pane).query();
                    return node.localToScene(node.getLayoutBounds());
                })
                .toList();
    }

    @Test
    void theArrowKeysAlongTheTabsShowWhereTheyAre(FxRobot robot) {
        robot.interact(() -> robot.lookup(".tab-button").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();

        Node tab = open.window.scene().getFocusOwner();
        assertThat(((Labeled) tab).getText()).isEqualTo("Document’s table");
        assertThat(tab.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("walked"));
    }

    @Test
    void besideTheLogStandsWhatNodesHaveSentInTheStepAndInTheRun(FxRobot robot) {
        robot.interact(() -> open.window.labView.tools.openLog());
        push(robot, KeyCode.PAGE_DOWN, 2);
        SentByKind sent = open.window.lab().shownProperty().get().sent().run();
        assertThat(sent.total().messages()).isPositive();
        long messages = sent.total().messages();
        assertThat(sentFigures(robot)).startsWith(messages + " / " + messages);
        push(robot, KeyCode.F5, 1);
        assertThat(sentFigures(robot)).containsExactly("0 / 0", "0 / 0", "0 / 0");
    }

    private static List<String> sentFigures(FxRobot robot) {
        return robot.lookup(".sent-table .figure").queryAll().stream()
                .filter(Node::isVisible)
                .map(figure -> ((Labeled) figure).getText())
                .toList();
    }

    @Test
    void theLogStaysWhereOneReads(FxRobot robot) {
        robot.interact(() -> open.window.labView.tools.openLog());
        push(robot, KeyCode.PAGE_DOWN, 5);
        ListView<?> log = robot.lookup(".log .list-view").queryAs(ListView.class);
        robot.interact(log::requestFocus);
        robot.push(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(firstLineInSight(log)).isZero();

        push(robot, KeyCode.PAGE_DOWN, 2);
        assertThat(firstLineInSight(log)).as("more lines have come").isZero();
        robot.push(KeyCode.END);
        WaitForAsyncUtils.waitForFxEvents();
        int atTheEnd = firstLineInSight(log);
        push(robot, KeyCode.F5, 1);
        assertThat(firstLineInSight(log)).as("follows again").isGreaterThan(atTheEnd);
    }

    private static int firstLineInSight(ListView<?> log) {
        return OnFx.get(() -> {
            log.layout();
            return ((VirtualFlow<?>) log.lookup(".virtual-flow"))
                    .getFirstVisibleCell()
                    .getIndex();
        });
    }

    @Test
    void aDoubleClickOnKillKillsAndDoesNothingElse(FxRobot robot) {
        Node kill = robot.lookup((Node node) -> "Kill A".equals(node.getAccessibleText()))
                .query();

        robot.doubleClickOn(kill);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(open.engine.asked()).containsOnlyOnce("act");
        assertThat(kill.getAccessibleText()).isEqualTo("Start A");
        assertThat(robot.lookup(".banner").query().isVisible()).isFalse();
    }

    @Test
    void thePastIsMarkedAndLeftWithEscape(FxRobot robot) {
        push(robot, KeyCode.PAGE_DOWN, 3);
        robot.interact(() -> open.window
                .lab()
                .selectedProperty()
                .set(open.window.lab().historyProperty().get().snapshots().get(1)));
        assertThat(text(robot, ".past-chip")).isEqualTo("past · T = 2");
        assertThat(text(robot, ".next")).isEqualTo("Back to now");

        push(robot, KeyCode.ESCAPE, 1);

        assertThat(robot.lookup(".past-chip").query().isVisible()).isFalse();
    }

    @Test
    void helpOpensAndClosesAndGivesTheFocusBack(FxRobot robot) {
        Node before = open.window.scene().getFocusOwner();
        push(robot, KeyCode.F1, 1);
        assertThat(robot.lookup(".overlay").query().isVisible()).isTrue();

        push(robot, KeyCode.ESCAPE, 1);

        assertThat(robot.lookup(".overlay").query().isVisible()).isFalse();
        assertThat(open.window.scene().getFocusOwner()).isSameAs(before);
    }

    @Test
    void everyControlHasANameAndATooltip(FxRobot robot) {
        Set<Control> controls = robot
                .lookup((Node node) -> node.isFocusTraversable()
                        && (node instanceof ButtonBase
                                || node instanceof TextInputControl
                                || node instanceof ComboBoxBase<?>))
                .queryAll()
                .stream()
                .map(Control.class::cast)
                .collect(java.util.stream.Collectors.toSet());

        assertThat(controls).hasSizeGreaterThan(15);
        assertThat(controls).allSatisfy(control -> {
            assertThat(control.getAccessibleText()).as("name of %s", control).isNotBlank();
            assertThat(LazyTooltip.of(control).words())
                    .as("tooltip of %s", control)
                    .isNotEmpty();
        });
    }

    @Test
    void aNextThatIsPressedTwiceQuicklyPlaysOneStepAfterTheOther(FxRobot robot) {
        robot.interact(() -> {
            open.window.playback().next();
            open.window.playback().next();
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(open.window.lab().historyProperty().get().present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(text(robot, ".bar-time")).isEqualTo("T = 2");
    }

    @Test
    void aWindowWhoseSceneIsReplacedIsLetGo(FxRobot robot) throws TimeoutException {
        AtomicReference<Stage> stage = new AtomicReference<>();
        AtomicReference<WeakReference<LabWindow>> replaced = new AtomicReference<>();
        robot.interact(() -> {
            stage.set(new Stage());
            replaced.set(new WeakReference<>(OpenWindow.sample(stage.get(), 1280, 720).window));
        });

        robot.interact(() -> stage.get().setScene(new Scene(new Pane())));

        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            System.gc();
            return replaced.get().refersTo(null);
        });
        robot.interact(stage.get()::close);
    }

    @Test
    void aRunThatWasLeftIsLetGo(FxRobot robot) throws TimeoutException {
        List<WeakReference<Snapshot>> left = new ArrayList<>();
        robot.interact(() -> open.window.lab().open(Scenarios.wide(26)));
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> open.engine.beginStep());
            robot.interact(() -> open.engine.finishStep());
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.interact(() -> open.window
                .lab()
                .historyProperty()
                .get()
                .snapshots()
                .forEach(snapshot -> left.add(new WeakReference<>(snapshot))));

        robot.interact(() -> open.window.lab().open(Scenarios.sample()));

        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            System.gc();
            return left.stream().allMatch(snapshot -> snapshot.refersTo(null));
        });
        assertThat(left).hasSizeGreaterThan(26);
    }
}
