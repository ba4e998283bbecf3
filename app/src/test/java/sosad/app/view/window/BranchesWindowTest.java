package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.history.RunEvent;
import sosad.app.lab.LabActor;
import sosad.app.lab.RunTree;
import sosad.app.testing.DifferingCluster;
import sosad.app.testing.InventedSuite;
import sosad.app.testing.OnFx;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.FxThread;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;
import sosad.model.Value;

/** Branches in the window, over a lab with nodes in memory. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class BranchesWindowTest {
    private static final String WRITE = "T = 2: write mine at A";

    @TempDir
    private Path folder;

    private volatile boolean differs;
    private LabActor engine;
    private LabWindow window;
    private LabViewModel lab;

    @Start
    void start(Stage stage) {
        FxThread fx = new FxThread();
        FxLabListener listener = new FxLabListener(fx);
        engine = new LabActor(
                (plan, events) -> {
                    StepCluster cluster =
                            new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames());
                    return differs ? DifferingCluster.around(cluster, Scenarios.B, Value.of("other")) : cluster;
                },
                listener);
        window = new LabWindow(
                engine,
                listener,
                Scenarios.bundled(),
                file -> Scenarios.sample(),
                Optional.empty(),
                new InventedSuite().setup(),
                Runnable::run,
                fx);
        window.playback().animatedProperty().set(false);
        lab = window.lab();
        stage.setScene(window.scene());
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
        window.openFirst();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void until(Callable<Boolean> wanted) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> OnFx.get(wanted));
        } catch (TimeoutException e) {
            throw new AssertionError("what was waited for did not come", e);
        }
    }

    private void untilReady() {
        until(() -> lab.statusProperty().get() == LabStatus.READY
                && lab.treeProperty().get() != null
                && lab.historyProperty().get().present().index()
                        == lab.treeProperty().get().event());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private RunTree tree() {
        return OnFx.get(() -> lab.treeProperty().get());
    }

    /** The lesson to its end, and a branch that begins between two writes of its first step; opens the tab. */
    private void branchOff(FxRobot robot) {
        untilReady();
        while (tree().present().run().history().present().begun()
                < Scenarios.sample().steps().size()) {
            engine.beginStep().join();
            engine.finishStep().join();
        }
        untilReady();
        int write = tree().present().run().history().snapshots().stream()
                .filter(snapshot -> snapshot.what() instanceof RunEvent.Wrote)
                .findFirst()
                .orElseThrow()
                .index();
        robot.interact(() -> lab.showMoment(write));
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("mine\tyours\n");
        until(() -> lab.treeProperty().get().branches().size() == 2);
        untilReady();
        robot.push(KeyCode.ALT, KeyCode.DIGIT7);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(tree().present().fork()).isEqualTo(write);
    }

    private static Node row(FxRobot robot, String title) {
        return robot.lookup(".branch")
                .match((Node row) -> row.getAccessibleText() != null
                        && row.getAccessibleText()
                                .replace("The run stands here: ", "")
                                .startsWith(title + ", "))
                .query();
    }

    private static String text(FxRobot robot, String style) {
        return robot.lookup(style).queryAs(Labeled.class).getText();
    }

    private static boolean isShown(FxRobot robot, String style) {
        return robot.lookup(style).queryAll().stream().anyMatch(Node::isVisible);
    }

    @Test
    void aWriteInThePastBeginsABranchAndOneClickLeadsBack(FxRobot robot) {
        branchOff(robot);
        assertThat(tree().present().title()).isEqualTo(WRITE);
        assertThat(OnFx.get(() -> lab.pastProperty().get())).isFalse();
        assertThat(robot.lookup(".tool-pane .tab-button")
                        .match((Labeled tab) -> tab.getText().equals("Branches 2"))
                        .queryAll())
                .hasSize(1);
        assertThat(row(robot, WRITE).getAccessibleText())
                .startsWith("The run stands here: " + WRITE + ", leaves “"
                        + Scenarios.sample().title() + "” at T = 2");

        robot.doubleClickOn(row(robot, Scenarios.sample().title()));
        until(() -> lab.treeProperty().get().at().number() == 1);
        untilReady();
        assertThat(tree().event()).isEqualTo(tree().present().events() - 1);
        assertThat(OnFx.get(() -> lab.historyProperty().get().present().script().name()))
                .isEqualTo("ON_SCRIPT");
    }

    @Test
    void aBranchIsRenamedInItsPlaceAndDeletedAndComesBackByKeys(FxRobot robot) {
        branchOff(robot);
        assertThat(window.scene().getFocusOwner()).isInstanceOf(ListView.class);
        robot.push(KeyCode.R);
        robot.write("My own\n");
        until(() -> lab.treeProperty().get().present().title().equals("My own"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(row(robot, "My own")).isNotNull();

        robot.push(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, ".banner-what")).isEqualTo("The run stands on “My own”.");
        robot.clickOn(row(robot, Scenarios.sample().title()));
        robot.push(KeyCode.ENTER);
        until(() -> lab.treeProperty().get().at().number() == 1);
        untilReady();
        robot.clickOn(row(robot, "My own"));
        robot.push(KeyCode.DELETE);
        until(() -> lab.treeProperty().get().branches().size() == 1);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, ".banner-what")).isEqualTo("“My own” is deleted.");
        robot.clickOn("Undo");
        until(() -> lab.treeProperty().get().branches().size() == 2);
        assertThat(tree().branches().get(1).title()).isEqualTo("My own");
    }

    @Test
    void twoBranchesStandSideBySideUntilEscape(FxRobot robot) {
        branchOff(robot);
        robot.clickOn(row(robot, Scenarios.sample().title()));
        robot.push(KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isShown(robot, ".comparison")).isTrue();
        assertThat(isShown(robot, ".stage-area")).isFalse();
        assertThat(text(robot, ".comparison-sentence"))
                .startsWith("They differ from event ")
                .contains("“" + WRITE + "”: ");
        assertThat(robot.lookup(".comparison .scroll-bar").queryAllAs(ScrollBar.class))
                .as("the first difference, at the beginning, is in view")
                .allMatch(bar -> bar.getValue() == 0);
        assertThat(robot.lookup(".comparison-diagram-title").queryAll().stream()
                        .map(title -> LazyTooltip.of(title).words()))
                .containsExactly(Scenarios.sample().title(), WRITE);
        String end = text(robot, ".comparison-time");
        robot.push(KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, ".comparison-time")).isNotEqualTo(end);
        robot.clickOn("First difference");
        assertThat(text(robot, ".comparison-time")).isEqualTo("T = 2");
        assertThat(robot.lookup(".compared-cell .label")
                        .match((Label cell) -> cell.getText().equals("yours@2"))
                        .queryAll())
                .hasSize(1);
        assertThat(robot.lookup(".compared-mark").queryAll().stream()
                        .filter(Node::isVisible)
                        .count())
                .as("both cells that differ")
                .isGreaterThanOrEqualTo(2);
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isShown(robot, ".comparison")).isFalse();
        assertThat(isShown(robot, ".stage-area")).isTrue();
    }

    @Test
    void aRepetitionThatDiffersOffersTheEvidenceAsAFile(FxRobot robot) throws IOException {
        untilReady();
        while (tree().present().run().history().present().begun()
                < Scenarios.sample().steps().size()) {
            engine.beginStep().join();
            engine.finishStep().join();
        }
        Path file = folder.resolve("evidence.json");
        OnFx.run(() -> window.chooseBy((chooser, saves, over) -> {
            assertThat(chooser.getInitialFileName()).isEqualTo("the-document-s-sample-difference.json");
            return Optional.of(file.toFile());
        }));
        differs = true;
        engine.back(false).join();
        until(() -> lab.bannerProperty().get() != null);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, ".banner-what")).startsWith("The run did not come out as recorded: at event ");

        robot.clickOn("Save evidence…");
        until(() -> Files.exists(file));

        JsonNode json = new ObjectMapper().readTree(Files.readString(file));
        assertThat(json.get("difference").textValue()).isEqualTo(text(robot, ".banner-what"));
        assertThat(json.at("/nodes/0/node").textValue()).isEqualTo("B");
        assertThat(json.at("/nodes/0/recorded/entries/0/value").textValue()).isNotEqualTo("other");
        assertThat(json.at("/nodes/0/found/entries/0/value").textValue()).isEqualTo("other");
        assertThat(json.at("/inputs/0/input").textValue()).isEqualTo("begin-step");
        assertThat(json.at("/scenario/scenario").textValue())
                .isEqualTo(Scenarios.sample().title());
    }

    @Test
    void oneStandsAtAPastMomentByKeyAndGoesForwardFromThere(FxRobot robot) {
        branchOff(robot);
        int end = tree().present().events() - 1;
        robot.interact(() -> lab.showMoment(1));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> lab.treeProperty().get().event() == 1);
        untilReady();
        assertThat(tree().branches()).hasSize(2);
        robot.push(KeyCode.SHIFT, KeyCode.PAGE_DOWN);
        until(() -> lab.treeProperty().get().event() > 1);
        untilReady();
        List<String> titles =
                tree().branches().stream().map(branch -> branch.title()).toList();
        assertThat(titles).hasSize(2);
        assertThat(tree().present().events() - 1).isEqualTo(end);
        assertThat(robot.lookup("Forward").queryAs(Button.class)).isNotNull();
    }
}
