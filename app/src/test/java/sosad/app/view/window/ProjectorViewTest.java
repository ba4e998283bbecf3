package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.ProcessFault;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.testing.CrowdedMoment;
import sosad.app.testing.FakeLab;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.testing.ShownNodes;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.lesson.BundledScenario;

@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class ProjectorViewTest {
    private static final double SMALLEST_TYPE = 17;
    private static final String[] THINGS = {
        "projector-card", "stage-message", "projector-gateway", "stage-request-key", "message-stack"
    };

    private Stage stage;
    private OpenWindow open;

    @Start
    void start(Stage itsStage) {
        stage = itsStage;
    }

    static List<BundledScenario> lessons() {
        return Scenarios.shipped();
    }

    private void open(FxRobot robot, Scenario scenario, Dimension2D size) {
        robot.interact(() -> {
            open = OpenWindow.with(scenario, stage, size.getWidth(), size.getHeight());
            open.window.switchProjector();
        });
        settle(robot);
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    /** Opens a lesson in projector mode, in a window of which {@link #size} takes a part. */
    private static LabWindow inMemory(Scenario scenario, FxLabListener listener, FakeLab lab) {
        LabWindow window = new LabWindow(
                lab, listener, Scenarios.shipped(), file -> scenario, Optional.empty(), Runnable::run, Runnable::run);
        window.playback().animatedProperty().set(false);
        window.lab().open(scenario);
        window.switchProjector();
        Stage shown = new Stage();
        shown.setScene(window.scene());
        shown.setWidth(1920);
        shown.setHeight(1080);
        shown.show();
        return window;
    }

    /** Lays the window out as if it had this size. */
    private static Parent size(LabWindow window, Dimension2D size) {
        Parent root = window.scene().getRoot();
        root.resize(size.getWidth(), size.getHeight());
        root.applyCss();
        root.layout();
        root.applyCss();
        root.layout();
        return root;
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void nothingOverlapsOrLeavesTheWindowAtAnyMoment(BundledScenario lesson) {
        List<String> faults = new ArrayList<>();
        OnFx.run(() -> {
            Scenario scenario = lesson.loader().get();
            FxLabListener listener = new FxLabListener(Runnable::run);
            FakeLab lab = new FakeLab(listener);
            LabWindow window = inMemory(scenario, listener, lab);
            Map<Dimension2D, List<Bounds>> buttons = new HashMap<>();
            int moment = 0;
            for (int step = 0; step <= scenario.steps().size(); step++) {
                if (step > 0) {
                    lab.beginStep();
                }
                boolean goesOn = step > 0;
                do {
                    moment++;
                    for (Dimension2D size : sizesAt(moment)) {
                        Parent root = size(window, size);
                        String when = "step " + step + " " + size;
                        check(root, faults, size, when);
                        List<Bounds> now = ShownNodes.withStyle(root, "projector-back", "projector-next").stream()
                                .map(ShownNodes::onScene)
                                .toList();
                        if (!now.equals(buttons.computeIfAbsent(size, any -> now))) {
                            faults.add(when + ": Back or Next has moved");
                        }
                    }
                    goesOn = goesOn && lab.deliverNext().join();
                } while (goesOn);
            }
            window.scene().getWindow().hide();
        });
        assertThat(faults).isEmpty();
    }

    /** Every third size, another third at the next moment; all of them with {@code -Dthorough=true}. */
    private static List<Dimension2D> sizesAt(int moment) {
        int every = Boolean.getBoolean("thorough") ? 1 : 3;
        return Screens.SIZES.stream()
                .filter(size -> (Screens.SIZES.indexOf(size) + moment) % every == 0)
                .toList();
    }

    private static void check(Parent root, List<String> faults, Dimension2D size, String when) {
        Bounds window = new BoundingBox(-0.5, -0.5, size.getWidth() + 1, size.getHeight() + 1);
        List<Node> things = ShownNodes.withStyle(root, THINGS);
        things.addAll(ShownNodes.withStyle(root, "projector-head", "projector-foot"));
        for (int i = 0; i < things.size(); i++) {
            for (int j = i + 1; j < things.size(); j++) {
                if (isOver(ShownNodes.onScene(things.get(i)), ShownNodes.onScene(things.get(j)))) {
                    faults.add(
                            when + ": " + ShownNodes.words(things.get(i)) + " over " + ShownNodes.words(things.get(j)));
                }
            }
        }
        for (Node text : ShownNodes.below(root, node -> ShownNodes.typeSize(node) > 0)) {
            if (!window.contains(ShownNodes.onScene(text))) {
                faults.add(when + ": outside " + ShownNodes.words(text));
            }
            if (ShownNodes.typeSize(text) < SMALLEST_TYPE) {
                faults.add(when + ": " + ShownNodes.typeSize(text) + " px " + ShownNodes.words(text));
            }
            if (text instanceof Labeled label && isCut(label)) {
                faults.add(when + ": cut " + ShownNodes.words(text));
            }
        }
    }

    private static boolean isCut(Labeled label) {
        return label.getChildrenUnmodifiable().stream()
                .anyMatch(child -> child.getStyleClass().contains("text")
                        && child instanceof Text inside
                        && !inside.getText().equals(label.getText()));
    }

    private static boolean isOver(Bounds one, Bounds other) {
        double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return across > 0.5 && down > 0.5;
    }

    @Test
    void theOtherPanesTakeTheStagesPlaceWholeAndHelpScrolls() {
        List<String> faults = new ArrayList<>();
        OnFx.run(() -> {
            FxLabListener listener = new FxLabListener(Runnable::run);
            FakeLab lab = new FakeLab(listener);
            LabWindow window = inMemory(Scenarios.sample(), listener, lab);
            new CrowdedMoment(4, 0).reach(lab);
            for (KeyCode key :
                    List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6)) {
                OnFx.pressWithAlt(window.scene().getRoot(), key);
                for (Dimension2D size : Screens.SIZES) {
                    Parent root = size(window, size);
                    String when = "Alt+" + key + " " + size;
                    check(root, faults, size, when);
                    double top =
                            ShownNodes.onScene(root.lookup(".projector-head")).getMaxY();
                    double bottom =
                            ShownNodes.onScene(root.lookup(".projector-foot")).getMinY();
                    List<Node> panes = ShownNodes.withStyle(root, "pane");
                    if (panes.size() != 1
                            || ShownNodes.onScene(panes.get(0)).getMinY() < top
                            || ShownNodes.onScene(panes.get(0)).getMaxY() > bottom
                            || !ShownNodes.withStyle(root, "projector-stage").isEmpty()) {
                        faults.add(when + ": the pane is not in the stage's place");
                    }
                }
            }
            window.toggleHelp();
            for (Dimension2D size : Screens.SIZES) {
                Bounds card = ShownNodes.onScene(size(window, size).lookup(".overlay-card"));
                if (!new BoundingBox(0, 0, size.getWidth(), size.getHeight()).contains(card)) {
                    faults.add("the help leaves the window at " + size);
                }
            }
            window.scene().getWindow().hide();
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void altAndADigitChooseWhatStandsInTheStagesPlace(FxRobot robot) {
        open(robot, Scenarios.sample(), new Dimension2D(1280, 720));
        List<String> panes = new ArrayList<>();
        for (KeyCode key : List.of(KeyCode.DIGIT2, KeyCode.DIGIT4, KeyCode.DIGIT5)) {
            robot.press(KeyCode.ALT, key).release(key, KeyCode.ALT);
            settle(robot);
            panes.add(ShownNodes.withStyle(stage.getScene().getRoot(), "pane")
                    .get(0)
                    .getStyleClass()
                    .get(1));
        }
        robot.press(KeyCode.ALT, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.ALT);
        settle(robot);

        assertThat(panes).containsExactly("tables-pane", "timeline-area", "tool-pane");
        assertThat(ShownNodes.withStyle(stage.getScene().getRoot(), "projector-stage"))
                .hasSize(1);
    }

    @Test
    void leavingPutsThePanesBack(FxRobot robot) {
        open(robot, Scenarios.sample(), new Dimension2D(1280, 720));
        robot.press(KeyCode.ALT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.ALT);
        robot.press(KeyCode.F11).release(KeyCode.F11);
        settle(robot);

        var root = stage.getScene().getRoot();
        assertThat(ShownNodes.withStyle(root, "pane")).hasSize(4);
        assertThat(ShownNodes.withStyle(root, "top-bar")).hasSize(1);
        assertThat(ShownNodes.withStyle(root, "projector-view")).isEmpty();
    }

    @Test
    void aPresentersRemoteGivesALessonAndOpensTheNext(FxRobot robot) {
        open(robot, Scenarios.sample(), new Dimension2D(1280, 720));
        Labeled next = robot.lookup(".projector-next").queryAs(Labeled.class);
        for (int i = 0; i < 20 && !next.getText().equals("Next lesson"); i++) {
            press(robot, KeyCode.PAGE_DOWN);
        }
        press(robot, KeyCode.PAGE_UP);
        assertThat(robot.lookup(".projector-position").queryAs(Labeled.class).getText())
                .isEqualTo("of 5, in flight");
        press(robot, KeyCode.PAGE_DOWN);
        press(robot, KeyCode.PAGE_DOWN);
        assertThat(open.window.lab().scenarioProperty().get().title())
                .isEqualTo(Scenarios.bundled().get(1).title());
        assertThat(robot.lookup(".projector-back").query().getAccessibleText()).isEqualTo("Previous lesson");
        press(robot, KeyCode.PAGE_UP);
        assertThat(open.window.lab().scenarioProperty().get().title())
                .isEqualTo(Scenarios.bundled().get(0).title());
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void whereAnEntryIsHeldLackingAndNewIsToBeSeen(FxRobot robot) {
        open(robot, Scenarios.sample(), new Dimension2D(1280, 720));
        for (int step = 1; step <= 3; step++) {
            robot.interact(() -> {
                open.engine.beginStep();
                open.engine.finishStep();
            });
        }
        settle(robot);

        List<String> chips = ShownNodes.withStyle(stage.getScene().getRoot(), "store-chip").stream()
                .map(chip -> ((Labeled) chip).getText() + " " + chip.getPseudoClassStates())
                .toList();
        assertThat(chips.subList(0, 4))
                .containsExactly("grace [lacking]", "waffle [lacking]", "frogger [come]", "tom [lacking]");
    }

    @Test
    void whatIsWrongWithALiveNodeIsToBeSeen(FxRobot robot) {
        open(robot, Scenarios.sample(), new Dimension2D(1280, 720));
        ActiveFault slow =
                new ActiveFault(1, new Fault.OnProcess(Scenarios.B, new ProcessFault.SlowDisk(20)), 0, "by hand");
        robot.interact(() -> {
            open.engine.goLive();
            open.engine.live(new LiveState(
                    5_000,
                    new FaultSnapshot(List.of(slow), Map.of(), Map.of()),
                    Map.of(),
                    0,
                    FakeLab.LIVE.sample(),
                    Optional.empty()));
        });
        settle(robot);

        assertThat(robot.lookup(".projector-card .status").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("slow disk");
    }
}
