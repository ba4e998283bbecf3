package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.QuadCurve;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.fabric.Delay;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkCounts;
import sosad.app.fabric.LinkEvent;
import sosad.app.fabric.Sample;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultKind;
import sosad.app.fault.FaultKinds;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.lab.live.LiveLoad;
import sosad.app.lab.live.LiveState;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.lab.live.Verdict;
import sosad.app.load.LoadSettings;
import sosad.app.testing.FakeLab;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.viewmodel.lesson.Narration;
import sosad.model.Link;
import sosad.wire.FrameKind;

/** The window of a live cluster: clocks, links, the Faults pane. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class LiveWindowTest {
    private static final Link A_TO_B = new Link(Scenarios.A, Scenarios.B);
    private static final LinkConditions LOSSY_AND_SLOW =
            LinkConditions.NONE.withLoss(0.2).withDelay(new Delay(100, 0, Delay.Spread.FIXED));

    private OpenWindow open;

    @Start
    void start(Stage stage) {
        open = OpenWindow.sample(stage, 1280, 800);
    }

    @BeforeEach
    void goLive(FxRobot robot) {
        robot.push(KeyCode.F9);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static LiveState harmed() {
        ActiveFault fault =
                new ActiveFault(7, new Fault.OnLinks(List.of(A_TO_B), new LinkFault.Loss(0.2)), 0, "by hand");
        return new LiveState(
                5_000,
                new FaultSnapshot(List.of(fault), Map.of(A_TO_B, LOSSY_AND_SLOW), Map.of("loss", 1L)),
                Map.of(A_TO_B, new LinkCounts(120, 100, 20, 0, 0)),
                240,
                new Sample.Taken(List.of(new LinkEvent(A_TO_B, FrameKind.PUSH, LinkEvent.LinkOutcome.LOST)), 24),
                Optional.of(new LiveState.RunningPlan(
                        "Slow links", 42, 3_000, List.of("Said before.", "All links are slow now."))));
    }

    private void live(FxRobot robot, LiveState state) {
        robot.interact(() -> open.engine.live(state));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Control named(FxRobot robot, String name) {
        return robot.lookup((Node node) ->
                        node instanceof Control && node.isVisible() && name.equals(node.getAccessibleText()))
                .queryAs(Control.class);
    }

    private static List<String> texts(FxRobot robot, String style) {
        return robot.lookup(style).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> choice(FxRobot robot, String name) {
        return (ComboBox<T>) named(robot, name);
    }

    @Test
    void theKeyLetsTheClocksGoAndTheButtonStopsThem(FxRobot robot) {
        assertThat(open.window.lab().historyProperty().get().present().phase()).isEqualTo(Phase.LIVE);
        assertThat(open.window.playback().nextStepProperty().getValue().isPossible())
                .isFalse();

        robot.clickOn(named(robot, "Stop clocks"));

        assertThat(open.engine.asked()).endsWith("goLive", "stopClocks");
        assertThat(named(robot, "Go live")).isNotNull();
        assertThat(open.window.playback().canGoBackProperty().getValue()).isFalse();
        History history = open.window.lab().historyProperty().get();
        assertThat(Narration.of(Scenarios.sample(), history, history.present()).title())
                .isEqualTo("The clocks have stopped");
    }

    private static LiveState served(LoadSettings settings, long writes, long reads, long errors) {
        LiveState idle = FakeLab.LIVE;
        return new LiveState(
                2_000,
                idle.faults(),
                idle.counts(),
                40,
                idle.sample(),
                idle.plan(),
                0,
                new LiveLoad(Optional.of(settings), writes, reads, errors, Map.of(Scenarios.A, writes)),
                Verdict.NONE,
                LiveTimeline.NONE);
    }

    @Test
    void clientsAreStartedPacedAndStoppedBelowTheStageAndByKeys(FxRobot robot) {
        assertThat(texts(robot, ".clients-foot .pane-summary"))
                .containsExactly("off · 100 writes/s · 25 reads/s · 100 keys");
        robot.push(KeyCode.F7);
        assertThat(open.engine.asked()).endsWith("goLive");
        robot.push(KeyCode.F6);
        assertThat(open.engine.asked()).endsWith("setClients 50 12 100");
        live(robot, served(new LoadSettings(50, 12, 100), 50, 12, 0));
        assertThat(texts(robot, ".clients-foot .pane-summary")).containsExactly("50 writes/s · 12 reads/s · 100 keys");

        robot.interact(((Button) named(robot, "Faster clients"))::fire);
        assertThat(open.engine.asked()).endsWith("setClients 100 25 100");
        live(robot, served(new LoadSettings(100, 25, 100), 62, 25, 3));
        assertThat(texts(robot, ".clients-foot .pane-summary"))
                .containsExactly("62 of 100 writes/s · 25 reads/s · 100 keys · 3 errors");

        robot.interact(((Button) named(robot, "Ask for a few keys most often (Zipf)"))::fire);
        assertThat(open.engine.asked()).endsWith("setClients 100 25 100 Zipf 0.99");
        assertThat(texts(robot, ".clients-foot .pane-summary"))
                .singleElement()
                .asString()
                .contains("100 keys, Zipf 0.99");
        robot.interact(((Button) named(robot, "Ask for all keys alike"))::fire);
        assertThat(open.engine.asked()).endsWith("setClients 100 25 100");
        robot.interact(((Button) named(robot, "Stop clients"))::fire);
        assertThat(open.engine.asked()).endsWith("stopClients");
        live(robot, FakeLab.LIVE);
        assertThat(named(robot, "Start clients").isVisible()).isTrue();
        robot.push(KeyCode.F9);
        assertThat(robot.lookup(".clients-foot").query().isVisible()).isFalse();
        robot.push(KeyCode.F6);
        assertThat(open.engine.asked()).endsWith("stopClocks");
        assertThat(open.window.lab().bannerProperty().get().remedy()).startsWith("Press Go live first");
    }

    private static LiveState judged(Verdict verdict, LiveTimeline timeline) {
        LiveState idle = FakeLab.LIVE;
        return new LiveState(
                2_000,
                idle.faults(),
                idle.counts(),
                40,
                idle.sample(),
                idle.plan(),
                1_900_000,
                new LiveLoad(Optional.empty(), 0, 0, 0, Map.of(Scenarios.A, 33L)),
                verdict,
                timeline);
    }

    @Test
    void theVerdictStandsAtTheHeadOfTheStageAndGoesWithTheClocks(FxRobot robot) {
        Verdict apart = new Verdict(
                20,
                OptionalInt.of(14),
                800,
                Optional.of(new Verdict.Forecast(14, 11, 3, 0)),
                "",
                List.of("C is paused"));
        live(robot, judged(apart, LiveTimeline.NONE));
        Labeled chip = robot.lookup(".verdict").queryAs(Labeled.class);
        assertThat(chip.isVisible()).isTrue();
        assertThat(chip.getText()).contains("14 of 20").contains("without C");
        assertThat(chip.getAccessibleText())
                .contains("syncs will heal 11 of them, 3 never")
                .contains("C is paused");
        assertThat(texts(robot, ".pane-summary")).anyMatch(words -> words.contains("MB/s"));
        assertThat(texts(robot, ".card-head .status")).contains("33 writes/s");

        robot.push(KeyCode.F9);
        assertThat(chip.isVisible()).isFalse();
        assertThat(texts(robot, ".card-head .status")).containsOnly("up");
    }

    @Test
    void theTimeLineOfALiveRunStandsInThePlaceOfTheDiagram(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Node view = robot.lookup(".live-timeline-view").query();
        assertThat(view.isVisible()).isTrue();
        assertThat(view.getAccessibleText()).startsWith("The first second");
        LiveTimeline line = new LiveTimeline(
                102_000,
                250,
                List.of(new LiveTimeline.Point(480, 0), new LiveTimeline.Point(500, 14)),
                List.of(new LiveTimeline.Band(
                        1, "A → B: cut", true, new LiveTimeline.Span(1_000, OptionalLong.empty()))),
                0,
                List.of(new LiveTimeline.Lane(
                        Scenarios.A,
                        true,
                        List.of(5_000L),
                        List.of(new LiveTimeline.Span(5_000, OptionalLong.of(6_000))),
                        List.of())));
        live(robot, judged(Verdict.NONE, line));
        assertThat(view.getAccessibleText())
                .isEqualTo("Time line of the live run, 1:42; 500 operations a second; entries that differ: 14;"
                        + " in force: A → B: cut; ends of A: 1");
        assertThat(robot.lookup(".timeline-view").query().isVisible()).isFalse();

        robot.push(KeyCode.F9);
        assertThat(view.isVisible()).isFalse();
        assertThat(robot.lookup(".timeline-view").query().isVisible()).isTrue();
    }

    @Test
    void theRateOfClientsEndsAtItsBounds(FxRobot robot) {
        for (int i = 0; i < 12; i++) {
            robot.push(KeyCode.F8);
        }
        assertThat(named(robot, "Faster clients").isDisabled()).isTrue();
        assertThat(texts(robot, ".clients-foot .pane-summary"))
                .containsExactly("off · 2,000 writes/s · 500 reads/s · 100 keys");
        for (int i = 0; i < 12; i++) {
            robot.push(KeyCode.F7);
        }
        assertThat(named(robot, "Slower clients").isDisabled()).isTrue();
        assertThat(texts(robot, ".clients-foot .pane-summary"))
                .containsExactly("off · 1 write/s · 0 reads/s · 100 keys");
    }

    @Test
    void aHarmedLinkSaysSoAndClickingItChoosesItForTheNextFault(FxRobot robot) {
        live(robot, harmed());
        Button tag = robot.lookup(".link-tag").queryButton();
        assertThat(tag.getText()).isIn("20 % lost · +100 ms", "2 faults");
        assertThat(tag.getAccessibleText())
                .contains("A → B: 20 % lost, +100 ms")
                .contains("120 sent, 100 passed, 20 lost");
        assertThat(robot.lookup(".idle").queryAllAs(QuadCurve.class))
                .filteredOn(line -> line.getStrokeWidth() > 3)
                .hasSize(1)
                .allMatch(line -> !line.getStrokeDashArray().isEmpty());

        robot.interact(tag::fire);

        assertThat(choice(robot, "Target").getValue()).asString().contains("A → B");
        live(robot, sosad.app.testing.FakeLab.LIVE);
        assertThat(robot.lookup(".link-tag").queryAll()).isEmpty();
    }

    @Test
    void whatIsInForceIsListedAndHealed(FxRobot robot) {
        live(robot, harmed());
        assertThat(texts(robot, ".in-force")).containsExactly("A to B: loses 20 % of its messages");
        robot.clickOn(named(robot, "Heal: A to B: loses 20 % of its messages"));
        robot.clickOn(named(robot, "Heal everything"));
        assertThat(open.engine.asked()).endsWith("heal 7", "heal");
    }

    @Test
    void aFaultIsPutTogetherAndDoneAndABadAmountIsRefusedInWords(FxRobot robot) {
        robot.interact(() -> {
            ComboBox<FaultKind<?>> what = choice(robot, "What");
            what.setValue(FaultKinds.named("loss").orElseThrow());
        });
        TextField amount = robot.lookup(".fault-value").queryAs(TextField.class);
        assertThat(amount.getText()).isEqualTo("20 %");
        robot.interact(() -> amount.setText("200 %"));
        robot.clickOn(named(robot, "Inject"));
        assertThat(texts(robot, ".fault-form .field-error"))
                .containsExactly("loss is 200 %; it must be from 0 % to 100 %");
        assertThat(open.engine.asked()).noneMatch(asked -> asked.startsWith("inject"));

        robot.interact(() -> amount.setText("50 %"));
        robot.clickOn(named(robot, "Inject"));
        assertThat(open.engine.asked().get(open.engine.asked().size() - 1)).endsWith("loses 50 % of its messages");
    }

    @Test
    void chaosRunsAndAPlanThatRunsIsTold(FxRobot robot) {
        robot.clickOn(named(robot, "Chaos"));
        assertThat(open.engine.asked()).endsWith("runPlan Everything at once");
        live(robot, harmed());
        assertThat(texts(robot, ".fault-section .label")).contains("Slow links · seed 42 · 3 s");
        assertThat(sosad.app.viewmodel.lesson.Narration.of(harmed()).blocks()).hasSize(1);
        robot.clickOn(named(robot, "End plan"));
        assertThat(open.engine.asked()).endsWith("endPlan");
    }

    @Test
    void theSummarySaysHowMuchPassesAndThatOnlySomeIsDrawn(FxRobot robot) {
        live(robot, harmed());
        assertThat(texts(robot, ".pane-summary"))
                .anyMatch(words -> words.contains("240 messages/s, a sample is shown"));
    }

    private static ActiveFault number(long number, Fault fault) {
        return new ActiveFault(number, fault, 1_000 * number + 250, "by hand");
    }

    private static LiveState with(List<ActiveFault> inForce, List<ActiveFault> over, Optional<ActiveFault> justDone) {
        return new LiveState(
                9_000,
                new FaultSnapshot(inForce, Map.of(), Map.of(), over, justDone),
                Map.of(),
                0,
                FakeLab.LIVE.sample(),
                Optional.empty());
    }

    @Test
    void theNewestFaultComesFirstAndTheHeadingCountsThem(FxRobot robot) {
        List<ActiveFault> many = IntStream.rangeClosed(1, 6)
                .mapToObj(millis -> number(millis, new Fault.OnProcess(Scenarios.B, new ProcessFault.Skew(millis))))
                .toList();
        live(robot, with(many, List.of(), Optional.empty()));
        assertThat(texts(robot, ".in-force")).startsWith("B: clock 6 ms ahead", "B: clock 5 ms ahead");
        assertThat(texts(robot, ".fault-heading")).contains("In force · 6");
        Node newest = robot.lookup(".in-force").nth(0).query();
        assertThat(newest.localToScene(newest.getLayoutBounds()).getMaxY())
                .as("in sight without scrolling")
                .isLessThanOrEqualTo(robot.lookup(".tool-pane")
                        .query()
                        .localToScene(robot.lookup(".tool-pane").query().getLayoutBounds())
                        .getMaxY());
        live(robot, FakeLab.LIVE);
        assertThat(texts(robot, ".fault-heading")).contains("In force");
    }

    @Test
    void whatIsOverAtOnceLeavesALineAndAMarkUntilTheNextAction(FxRobot robot) {
        ActiveFault wipe = number(1, new Fault.OnProcess(Scenarios.B, new ProcessFault.Wipe()));
        ActiveFault reset = number(2, new Fault.OnLinks(List.of(A_TO_B), new LinkFault.Reset()));
        live(robot, with(List.of(), List.of(wipe), Optional.of(wipe)));
        assertThat(texts(robot, ".in-force")).containsExactly("B: started again with an empty store");
        assertThat(texts(robot, ".fault-line .muted")).contains("by hand, at 1.3 s, over at once");
        assertThat(texts(robot, ".troubles")).contains("wipe");

        live(robot, with(List.of(), List.of(wipe, reset), Optional.of(reset)));
        assertThat(texts(robot, ".in-force")).containsExactly("A to B: reset", "B: started again with an empty store");
        assertThat(texts(robot, ".troubles")).doesNotContain("wipe");
        assertThat(texts(robot, ".link-tag")).containsExactly("reset");

        live(robot, with(List.of(), List.of(wipe, reset), Optional.empty()));
        assertThat(texts(robot, ".in-force")).as("the lines stay").hasSize(2);
        assertThat(robot.lookup(".link-tag").queryAll()).isEmpty();
    }
}
