package sosad.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.diagram.SpaceTimeLayout;
import sosad.app.diagram.TimeDirection;
import sosad.app.diagram.Viewport;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingStretch;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.history.SampleHistory;
import sosad.app.testing.OnFx;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.Theme;
import sosad.model.Key;

/** Looking at the time line with the mouse and the keyboard. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class TimelineLookTest {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 240;

    private TimelinePane pane;
    private TimelineView view;

    @Start
    void start(Stage stage) {
        pane = new TimelinePane();
        VBox root = new VBox(pane.head(), pane);
        VBox.setVgrow(pane, Priority.ALWAYS);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(Theme.LIGHT.colours(), Theme.sheet("sosad.css"));
        stage.setScene(scene);
        stage.show();
        view = (TimelineView) pane.lookup(".timeline-view");
    }

    private void show(FxRobot robot, History history) {
        robot.interact(() -> pane.historyProperty().set(history));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(view::requestFocus);
    }

    private static History longHistory() {
        return LongRun.of(400);
    }

    private Point2D onScreen(double x, double y) {
        return OnFx.get(() -> view.localToScreen(x, y));
    }

    private Point2D onScreen(Event event) {
        Point place = OnFx.get(() -> view.viewport().inView(event.x(), event.y()));
        return onScreen(place.x(), place.y());
    }

    private Viewport looking() {
        WaitForAsyncUtils.waitForFxEvents();
        return OnFx.get(() -> view.viewport());
    }

    private Event event(Class<? extends RunEvent> type, int index) {
        return OnFx.get(() -> {
            SpaceTime diagram = SpaceTimeLayout.of(
                    view.history(),
                    List.of(),
                    view.viewport().length(),
                    view.viewport().breadth());
            return diagram.events().stream()
                    .filter(event ->
                            type.isInstance(view.history().at(event.snapshot()).what()))
                    .toList()
                    .get(index);
        });
    }

    private String summary() {
        return OnFx.get(() -> pane.summary().get());
    }

    private void awaitSummary(boolean isThere) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> summary().isEmpty() != isThere);
    }

    @Test
    void theWheelWithControlLooksCloserAtWhatIsUnderThePointer(FxRobot robot) {
        show(robot, longHistory());
        robot.interact(() -> view.look(view.viewport().zoomed(0.5, 500)));
        Viewport before = looking();

        robot.interact(() -> view.fireEvent(wheelWithControl(600, 60)));

        Viewport after = looking();
        assertThat(after.zoom()).isNotCloseTo(before.zoom(), within(0.01));
        assertThat(after.xAt(600)).isCloseTo(before.xAt(600), within(1.0));
    }

    /** Without a display the robot's wheel knows nothing of a key that is down. */
    private static ScrollEvent wheelWithControl(double x, double y) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                true,
                false,
                false,
                false,
                false,
                0,
                80,
                0,
                80,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void theWheelAloneMovesAlongTime(FxRobot robot) {
        show(robot, longHistory());
        robot.interact(() -> view.look(view.viewport().at(500, 0)));
        robot.moveTo(onScreen(600, 60)).scroll(3, VerticalDirection.DOWN);
        assertThat(looking().along()).isNotEqualTo(500);
        assertThat(looking().zoom()).isEqualTo(1);
    }

    @Test
    void aDragWithTheMiddleButtonOrWithShiftMovesTheDiagramAndShowsNoOtherMoment(FxRobot robot) {
        show(robot, longHistory());
        Viewport before = looking();

        robot.moveTo(onScreen(300, 60)).press(MouseButton.MIDDLE);
        robot.moveTo(onScreen(500, 60)).release(MouseButton.MIDDLE);
        Viewport after = looking();
        assertThat(after.along()).isCloseTo(before.along() - 200, within(2.0));

        robot.press(KeyCode.SHIFT).moveTo(onScreen(500, 60)).press(MouseButton.PRIMARY);
        robot.moveTo(onScreen(400, 60)).release(MouseButton.PRIMARY).release(KeyCode.SHIFT);
        assertThat(looking().along()).isCloseTo(before.along() - 100, within(2.0));
        assertThat(pane.selectedProperty().get()).isNull();
    }

    @Test
    void keysFitLookCloserAndMove(FxRobot robot) {
        show(robot, longHistory());
        robot.push(KeyCode.DIGIT0);
        assertThat(looking().isFitting()).isTrue();
        double fitted = looking().zoom();

        robot.push(KeyCode.EQUALS);
        assertThat(looking().zoom()).isGreaterThan(fitted);
        robot.push(KeyCode.MINUS);
        assertThat(looking().zoom()).isCloseTo(fitted, within(1e-9));
        robot.push(KeyCode.EQUALS);
        double along = looking().along();
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(looking().along()).isLessThan(along);
        robot.push(KeyCode.F);
        assertThat(looking().isFitting()).isTrue();
    }

    @Test
    void whatIsFittedStaysFittedAsTheRunGoesOn(FxRobot robot) {
        History whole = longHistory();
        show(robot, whole.first(200));
        robot.push(KeyCode.DIGIT0);
        show(robot, whole);
        assertThat(looking().isFitting()).isTrue();
    }

    @Test
    void theMouseAtAnEventLightsWhatLedToItAndWhatFollowedAndLeavingEndsIt(FxRobot robot) throws Exception {
        show(robot, SampleHistory.whole().history());
        Event wrote = event(RunEvent.Wrote.class, 0);

        robot.moveTo(onScreen(wrote));
        awaitSummary(true);
        assertThat(summary()).matches("\\d+ events? led to it, \\d+ followed from it");

        robot.moveTo(onScreen(200, 8));
        awaitSummary(false);
    }

    @Test
    void theKeyboardWalksEventsLightsTheirCausesAndEnterShowsTheirMoment(FxRobot robot) throws Exception {
        show(robot, SampleHistory.whole().history());
        robot.push(KeyCode.UP);
        awaitSummary(true);
        assertThat(OnFx.get(view::getAccessibleText))
                .startsWith("Event in the time line: T = ")
                .contains("led to it");
        assertThat(pane.selectedProperty().get()).isNull();

        robot.push(KeyCode.UP);
        robot.push(KeyCode.ENTER);
        assertThat(pane.selectedProperty().get()).isNotNull();
        robot.push(KeyCode.ESCAPE);
        awaitSummary(false);
        assertThat(pane.selectedProperty().get()).isNotNull();
    }

    @Test
    void theSearchCountsItsHitsGoesFromOneToTheNextAndRevealsIt(FxRobot robot) throws Exception {
        show(robot, longHistory());
        robot.interact(() -> view.select(0));
        robot.interact(pane::find);
        robot.interact(() -> ((TextField) pane.head().lookup(".text-field")).setText("kind:cut"));
        awaitCount("1 of 4");

        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        awaitCount("3 of 4");
        int third = OnFx.get(() -> view.search().current());
        Viewport now = looking();
        double along = OnFx.get(() -> now.alongOf(eventX(third)));
        assertThat(along).isBetween(now.direction().head(), now.length());
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        awaitCount("2 of 4");

        robot.interact(pane::leave);
        assertThat(OnFx.get(() -> pane.searchingProperty().get())).isFalse();
        assertThat(OnFx.get(() -> view.search().hits())).isEmpty();
    }

    private double eventX(int event) {
        return SpaceTimeLayout.of(
                        view.history(),
                        List.of(),
                        view.viewport().length(),
                        view.viewport().breadth())
                .events()
                .get(event)
                .x();
    }

    private void awaitCount(String words) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> OnFx.get(() -> ((Label) pane.head().lookup(".find-count")).getText())
                        .equals(words));
    }

    @Test
    void aSlashOpensTheSearchAndIsNotTypedIntoIt(FxRobot robot) {
        show(robot, SampleHistory.whole().history());
        robot.write("/waffle");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(OnFx.get(() -> ((TextField) pane.head().lookup(".text-field")).getText()))
                .isEqualTo("waffle");
    }

    @Test
    void aClickInTheBandShowsTheMomentWithWhichItsStretchBegan(FxRobot robot) {
        show(robot, SampleHistory.whole().history());
        HealingBand band = new HealingBand(
                Optional.of(new Key("waffle")),
                List.of(
                        new HealingStretch(0, 9, 200, 200, false),
                        new HealingStretch(10, 16, 124, 200, false),
                        new HealingStretch(17, pane.historyProperty().get().size() - 1, 0, 12, true)));
        robot.interact(() -> pane.bandProperty().set(band));
        WaitForAsyncUtils.waitForFxEvents();
        double x = OnFx.get(() -> view.viewport().alongOf(eventX(17))) + 20;
        double y = OnFx.get(() -> view.viewport().breadth()) + 14;
        PixelReader pixels = OnFx.get(() -> view.snapshot(null, null).getPixelReader());
        assertThat(pixels.getColor((int) x, (int) y).getRed())
                .isGreaterThan(pixels.getColor((int) x, (int) y).getGreen());

        robot.clickOn(onScreen(x, y));

        assertThat(pane.selectedProperty().get().index()).isEqualTo(17);
    }

    @Test
    void whereNothingIsSaidOfHealingThereIsNoBand(FxRobot robot) {
        show(robot, SampleHistory.whole().history());
        double without = looking().breadth();
        robot.interact(() -> pane.bandProperty()
                .set(new HealingBand(Optional.empty(), List.of(new HealingStretch(0, 30, 1, 1, true)))));
        assertThat(looking().breadth()).isEqualTo(without - BandPainter.ROOM);
        robot.interact(() -> pane.bandProperty().set(null));
        assertThat(looking().breadth()).isEqualTo(without);
    }

    @Test
    void timeGoesDownWhereItIsTurnedAndClicksAndKeysFollow(FxRobot robot) {
        show(robot, SampleHistory.whole().history());
        robot.push(KeyCode.T);
        assertThat(looking().direction()).isEqualTo(TimeDirection.DOWN);
        int last = OnFx.get(() -> view.shownIndex());

        robot.push(KeyCode.UP);
        assertThat(OnFx.get(() -> view.shownIndex())).isEqualTo(last - 1);
        robot.push(KeyCode.DOWN);
        assertThat(pane.selectedProperty().get()).isNull();
        robot.push(KeyCode.HOME);
        assertThat(OnFx.get(() -> view.shownIndex())).isZero();
    }

    @Test
    void theMomentShownStaysInSightWhereTimeIsTurned(FxRobot robot) {
        show(robot, longHistory());
        robot.push(KeyCode.T);
        Viewport down = looking();
        double along = OnFx.get(() ->
                down.alongOf(view.diagram().events().get(view.shownIndex()).x()));
        assertThat(along).isBetween(down.direction().head(), down.length());
    }

    @Test
    void theButtonOfMenusShowsNoOtherMoment(FxRobot robot) {
        show(robot, SampleHistory.whole().history());
        robot.moveTo(onScreen(event(RunEvent.Wrote.class, 0))).press(MouseButton.SECONDARY);
        robot.release(MouseButton.SECONDARY);
        assertThat(pane.selectedProperty().get()).isNull();
    }

    @Test
    void whatIsLitByNameKeepsItsColourAndTheRestIsDimmed(FxRobot robot) {
        show(robot, SampleHistory.whole().history());
        Event first = event(RunEvent.Wrote.class, 0);
        Event last = event(RunEvent.Wrote.class, 3);
        double plain = darkness(last);
        assertThat(darkness(first)).isCloseTo(plain, within(0.3));

        robot.interact(() -> pane.litProperty().set(Set.of(first.snapshot())));

        assertThat(darkness(last)).isLessThan(0.5 * plain);
        assertThat(darkness(first)).isGreaterThan(0.9 * plain - 0.3);
        robot.interact(() -> pane.litProperty().set(Set.of()));
        assertThat(darkness(last)).isCloseTo(plain, within(0.01));
    }

    /** How far the mark of an event is from white. */
    private double darkness(Event event) {
        return OnFx.get(() -> {
            Point place = view.viewport().inView(event.x(), event.y());
            return 1
                    - view.snapshot(null, null)
                            .getPixelReader()
                            .getColor((int) place.x(), (int) place.y())
                            .grayscale()
                            .getBrightness();
        });
    }

    @Test
    void pausesAndCutsHaveTheirMarks(FxRobot robot) {
        show(robot, longHistory());
        SpaceTime diagram = OnFx.get(() -> SpaceTimeLayout.of(view.history(), List.of(), 900, 200));
        assertThat(diagram.events()).extracting(Event::mark).contains(Mark.CUT, Mark.MEND, Mark.PAUSE, Mark.RESUME);
    }
}
