package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.LinkFault;
import sosad.app.lab.live.LiveState;
import sosad.app.testing.FakeLab;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.Keys;
import sosad.app.view.stage.StagePane;
import sosad.app.view.stage.message.MessageBox;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.NextStep;
import sosad.model.Link;

/** Every action by keyboard, and where it leaves the focus: at its own control, or on the stage. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class FocusWalkTest {
    /** A place to walk: so many times Next, and then this. */
    private record Place(int steps, Consumer<OpenWindow> then) {}

    private static final String IN_FLIGHT = "in flight";
    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put(IN_FLIGHT, new Place(0, open -> {}));
        PLACES.put("delivered, log open", new Place(3, open -> open.window.labView.tools.openLog()));
        PLACES.put("a fault in step mode", new Place(0, open -> {
            open.window.lab().open(Scenarios.faults());
            open.window.labView.tools.openFaults();
        }));
        PLACES.put("live, a fault in force", new Place(1, open -> {
            open.engine.goLive();
            open.engine.live(harmed());
            open.window.labView.tools.openFaults();
        }));
        PLACES.put("the past, help open", new Place(3, open -> {
            var lab = open.window.lab();
            lab.selectedProperty().set(lab.historyProperty().get().snapshots().get(1));
            open.window.toggleHelp();
        }));
        PLACES.put("a failure", new Place(1, open -> {
            open.engine.failWith("Node B does not answer.");
            open.window.playback().next();
        }));
    }

    /** Where every second button is pressed; {@code -Dthorough=true}: all, and everywhere. */
    private static final Set<String> BRIEF = Set.of(IN_FLIGHT, "live, a fault in force");

    private Stage stage;
    private OpenWindow open;

    @Start
    void start(Stage itsStage) {
        stage = itsStage;
        open = OpenWindow.sample(stage, 1280, 800);
    }

    private static LiveState harmed() {
        Link link = new Link(Scenarios.A, Scenarios.B);
        ActiveFault fault = new ActiveFault(7, new Fault.OnLinks(List.of(link), new LinkFault.Loss(0.2)), 0, "by hand");
        LiveState healed = FakeLab.LIVE;
        return new LiveState(
                5_000,
                new FaultSnapshot(List.of(fault), Map.of(), Map.of()),
                Map.of(),
                0,
                healed.sample(),
                Optional.empty());
    }

    private void be(FxRobot robot, String place) {
        OnFx.run(() -> open = OpenWindow.sample(stage, 1280, 800));
        settleWhileBusy();
        for (int i = 0; i < PLACES.get(place).steps(); i++) {
            OnFx.run(open.window.playback()::next);
            settleWhileBusy();
        }
        while (place.equals(IN_FLIGHT) && OnFx.get(this::isNothingInFlight)) {
            OnFx.run(open.window.playback()::next);
            settleWhileBusy();
        }
        OnFx.run(() -> PLACES.get(place).then().accept(open));
        settle();
    }

    /** What JavaFX does to the focus, it does in the next frame. */
    private static void settle() {
        CompletableFuture<Void> frames = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = 3;

            @Override
            public void handle(long now) {
                left--;
                if (left == 0) {
                    stop();
                    frames.complete(null);
                }
            }
        }.start());
        OnFx.await(frames);
        OnFx.run(() -> {}); // and what it left for later
    }

    private boolean isNothingInFlight() {
        return open.window.lab().historyProperty().get().present().queue().isEmpty();
    }

    private void settleWhileBusy() {
        do {
            settle();
        } while (OnFx.get(() -> open.window.lab().statusProperty().get() != LabStatus.READY
                || open.window.playback().nextStepProperty().getValue() == NextStep.WAIT));
    }

    private Node owner() {
        return open.window.scene().getFocusOwner();
    }

    private List<ButtonBase> buttons(FxRobot robot) {
        List<ButtonBase> buttons = new ArrayList<>();
        for (Node node : robot.lookup((Node node) -> node instanceof ButtonBase).queryAll()) {
            if (node.isFocusTraversable() && !node.isDisabled() && isShown(node)) {
                buttons.add((ButtonBase) node);
            }
        }
        return buttons;
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    private static boolean isInDialog(Node node) {
        return node != null && (node.getAccessibleRole() == AccessibleRole.DIALOG || isInDialog(node.getParent()));
    }

    private static String name(Node node) {
        return node instanceof ButtonBase ? node.getAccessibleText() : String.valueOf(node);
    }

    /** A button may keep the focus that it had; nothing gives it to another one. */
    private void assertHarmless(String what, Node before) {
        Node owner = owner();
        assertThat(owner).as(what).isNotNull();
        assertThat(isShown(owner) && !owner.isDisabled()).as(what).isTrue();
        assertThat(owner instanceof ButtonBase && owner != before && !isInDialog(owner))
                .as("%s: the focus is on %s", what, name(owner))
                .isFalse();
    }

    private static boolean opensADialogOfTheSystem(String name) {
        return name.contains("pen file")
                || name.contains("plan file")
                || name.contains("as a plan")
                || name.contains("as a scenario")
                || name.startsWith("Save as…");
    }

    @Test
    void noButtonAndNoItemOfAMenuGivesTheFocusToAnother(FxRobot robot) {
        Set<String> walked = new LinkedHashSet<>();
        for (String place : Boolean.getBoolean("thorough") ? PLACES.keySet() : BRIEF) {
            be(robot, place);
            Set<String> names = new LinkedHashSet<>();
            buttons(robot).forEach(button -> names.add(button.getAccessibleText()));
            names.removeIf(FocusWalkTest::opensADialogOfTheSystem);
            names.removeIf(name -> name.endsWith(" B") || name.endsWith(" C")); // as at A
            assertThat(names).as(place).hasSizeGreaterThan(10);
            names.removeAll(walked);
            walked.addAll(names);
            int every = Boolean.getBoolean("thorough") ? 1 : 2;
            for (String name : names) {
                if (name.hashCode() % every != 0) {
                    continue;
                }
                be(robot, place);
                ButtonBase button = buttons(robot).stream()
                        .filter(one -> name.equals(one.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
                if (button instanceof MenuButton menu) {
                    for (MenuItem item : List.copyOf(menu.getItems())) {
                        if (item.getText() != null && !opensADialogOfTheSystem(item.getText())) {
                            OnFx.run(button::requestFocus);
                            OnFx.run(item::fire);
                            settle();
                            assertHarmless(place + ", " + name + ", " + item.getText(), button);
                        }
                    }
                } else {
                    OnFx.run(button::requestFocus);
                    OnFx.run(() -> OnFx.press(button, KeyCode.ENTER));
                    settle();
                    assertHarmless(place + ", " + name, button);
                }
            }
        }
    }

    @Test
    void noKeyOfTheWindowGivesTheFocusToAButton(FxRobot robot) {
        for (String place : Boolean.getBoolean("thorough") ? PLACES.keySet() : Set.of(IN_FLIGHT)) {
            be(robot, place);
            for (Keys key : Keys.values()) {
                if (key == Keys.OPEN || key == Keys.SAVE || key == Keys.SAVE_AS) {
                    continue; // a dialog of the system
                }
                List<ButtonBase> buttons = buttons(robot);
                ButtonBase last = buttons.get(buttons.size() - 1);
                OnFx.run(last::requestFocus);
                press(key);
                settle();
                assertHarmless(place + ", " + key, last);
                press(key);
                settle();
                assertHarmless(place + ", " + key + " twice", last);
                press(Keys.LAB_VIEW); // from where some keys have led
                settle();
                assertHarmless(place + ", back from " + key, last);
            }
        }
    }

    private void press(Keys key) {
        String[] parts = key.display().split("\\+");
        KeyCode code =
                switch (parts[parts.length - 1]) {
                    case "Ctrl" -> KeyCode.EQUALS; // with Ctrl++ nothing is left behind the last sign
                    case "-" -> KeyCode.MINUS;
                    case "PageDown" -> KeyCode.PAGE_DOWN;
                    case "PageUp" -> KeyCode.PAGE_UP;
                    default -> KeyCode.getKeyCode(parts[parts.length - 1]);
                };
        if (parts[0].equals("Ctrl")) {
            OnFx.push(stage.getScene(), code, KeyCode.CONTROL);
        } else if (parts[0].equals("Shift")) {
            OnFx.push(stage.getScene(), code, KeyCode.SHIFT);
        } else if (parts[0].equals("Alt")) {
            OnFx.push(stage.getScene(), code, KeyCode.ALT);
        } else {
            OnFx.push(stage.getScene(), code);
        }
    }

    @Test
    void noKeyOfAMessageGivesTheFocusToAButtonAndSpaceIsNextAfterwards(FxRobot robot) {
        for (KeyCode key :
                List.of(KeyCode.D, KeyCode.X, KeyCode.DIGIT2, KeyCode.H, KeyCode.L, KeyCode.C, KeyCode.T, KeyCode.R)) {
            be(robot, IN_FLIGHT);
            MessageBox box = robot.lookup(".stage-message").queryAllAs(MessageBox.class).stream()
                    .filter(one -> isShown(one) && one.message().fate() == sosad.app.history.Fate.IN_FLIGHT)
                    .findFirst()
                    .orElseThrow();
            OnFx.run(box::requestFocus);
            robot.push(key);
            settle();
            if (key == KeyCode.T) {
                robot.push(KeyCode.SPACE);
                robot.push(KeyCode.TAB).push(KeyCode.TAB); // past the other change
                robot.push(KeyCode.SPACE);
            } else if (key == KeyCode.L) {
                robot.push(KeyCode.ENTER);
            }
            settle();
            assertThat(open.engine.asked()).as("%s", key).hasSizeGreaterThan(key == KeyCode.R ? 3 : 4);
            assertHarmless("key " + key, null);

            int before = open.engine.asked().size();
            robot.push(KeyCode.SPACE);
            settleWhileBusy();
            assertThat(open.engine.asked().subList(before, open.engine.asked().size()))
                    .as("Space after %s", key)
                    .containsAnyOf("deliverNext", "beginStep", "finishStep")
                    .doesNotContain("act");
        }
    }

    @Test
    void aFaultThatIsHealedLeavesTheFocusOnTheStage(FxRobot robot) {
        be(robot, "live, a fault in force");
        ButtonBase heal = buttons(robot).stream()
                .filter(button -> button.getAccessibleText().startsWith("Heal: "))
                .findFirst()
                .orElseThrow();
        OnFx.run(heal::requestFocus);
        OnFx.run(() -> open.engine.live(FakeLab.LIVE));
        settle();

        assertThat(owner()).isInstanceOf(StagePane.class);
    }

    @Test
    void aKeyThatComesBeforeTheFocusHasMovedGoesToTheStage(FxRobot robot) {
        be(robot, "live, a fault in force");
        ButtonBase heal = buttons(robot).stream()
                .filter(button -> button.getAccessibleText().startsWith("Heal: "))
                .findFirst()
                .orElseThrow();
        OnFx.run(heal::requestFocus);
        OnFx.run(() -> {
            ((Pane) heal.getParent()).getChildren().remove(heal);
            OnFx.press(open.window.scene().getRoot(), KeyCode.ENTER);
            assertThat(owner()).isInstanceOf(StagePane.class);
        });
    }

    @Test
    void spaceAfterAClickIsNextAndAfterTabPressesTheButton(FxRobot robot) {
        be(robot, IN_FLIGHT);
        ButtonBase pause = buttons(robot).stream()
                .filter(button -> button.getAccessibleText().equals("Pause A"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(pause);
        settle();
        assertThat(open.engine.asked()).endsWith("act");
        robot.push(KeyCode.SPACE);
        settleWhileBusy();
        assertThat(open.engine.asked()).endsWith("deliverNext");

        int before = open.engine.asked().size();
        robot.push(KeyCode.TAB).push(KeyCode.TAB); // past the card itself
        assertThat(name(owner())).isIn("Resume A", "Kill A");
        robot.push(KeyCode.SPACE);
        settle();
        assertThat(open.engine.asked().subList(before, open.engine.asked().size()))
                .containsExactly("act");
    }
}
