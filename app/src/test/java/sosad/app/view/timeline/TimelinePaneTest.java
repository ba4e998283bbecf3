package sosad.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTimeLayout;
import sosad.app.history.MemoryRun;
import sosad.app.history.RunEvent;
import sosad.app.history.SampleHistory;
import sosad.app.history.Snapshot;
import sosad.app.testing.OnFx;

class TimelinePaneTest {
    private TimelinePane pane;
    private Stage window;

    @BeforeEach
    void show() {
        OnFx.run(() -> {
            pane = new TimelinePane();
            window = OnFx.show(pane, 1360, 180);
        });
    }

    @AfterEach
    void close() {
        OnFx.run(window::close);
    }

    private void show(MemoryRun run) {
        OnFx.run(() -> {
            pane.historyProperty().set(run.history());
            OnFx.settle(pane);
        });
    }

    private Node view() {
        return OnFx.get(() -> pane.lookup(".timeline-view"));
    }

    private void press(KeyCode key) {
        OnFx.run(() -> {
            OnFx.press(pane.lookup(".timeline-view"), key);
            OnFx.settle(pane);
        });
    }

    private void click(double x, double y) {
        OnFx.run(() -> {
            Node canvas = pane.lookupAll("*").stream()
                    .filter(Canvas.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            canvas.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    x,
                    y,
                    x,
                    y,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    null));
            OnFx.settle(pane);
        });
    }

    private Snapshot selected() {
        return OnFx.get(() -> pane.selectedProperty().get());
    }

    @Test
    void aClickOnAnEventShowsItsMoment() {
        MemoryRun run = SampleHistory.whole();
        show(run);
        SpaceTime diagram = SpaceTimeLayout.of(run.history(), java.util.List.of(), 1360, 180);
        SpaceTime.Event tom = diagram.events().stream()
                .filter(event -> event.mark() == SpaceTime.Mark.WRITE)
                .reduce((first, second) -> second)
                .orElseThrow();
        click(tom.x() + 3, tom.y() - 2);
        assertThat(selected().what()).isInstanceOfSatisfying(RunEvent.Wrote.class, wrote -> assertThat(
                        wrote.entry().key().text())
                .isEqualTo("tom"));
    }

    @Test
    void aClickBehindThePresentLeavesThePast() {
        MemoryRun run = SampleHistory.afterTwo();
        show(run);
        OnFx.run(() -> {
            pane.scenarioProperty().set(SampleHistory.scenario());
            pane.selectedProperty().set(run.history().snapshots().get(1));
            OnFx.settle(pane); // a click means what is drawn
        });
        click(1300, 60);
        assertThat(selected()).isNull();
    }

    @Test
    void theArrowKeysGoFromMomentToMoment() {
        MemoryRun run = SampleHistory.whole();
        show(run);
        int last = run.present().index();
        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        assertThat(selected().index()).isEqualTo(last - 2);
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        assertThat(selected()).isNull();
        press(KeyCode.HOME);
        assertThat(selected().index()).isZero();
        press(KeyCode.END);
        assertThat(selected()).isNull();
    }

    @Test
    void whatIsShownCanBeHeard() {
        show(SampleHistory.whole());
        press(KeyCode.HOME);
        assertThat(view().getAccessibleText())
                .isEqualTo("Time line, showing the past, T = 1: The cluster is up; nothing has happened yet.");
    }

    @Test
    void aLongRunScrollsAndKeepsThePresentInSight() {
        show(longRun());
        ScrollBar along = bar(Orientation.HORIZONTAL);
        assertThat(along.isVisible()).isTrue();
        assertThat(along.getValue()).isGreaterThan(along.getMax() - 100);
    }

    /** As in a window of 1024 × 768. */
    @Test
    void aViewThatShrinksKeepsThePresentInSightAndTheLanesWhole() {
        show(longRun());

        OnFx.run(() -> {
            window.setWidth(950);
            window.setHeight(115);
            OnFx.settle(pane);
        });

        ScrollBar along = bar(Orientation.HORIZONTAL);
        ScrollBar down = bar(Orientation.VERTICAL);
        assertThat(along.isVisible()).isTrue();
        assertThat(along.getValue()).isGreaterThan(along.getMax() - 100);
        assertThat(down.isVisible()).isFalse();
    }

    private static MemoryRun longRun() {
        MemoryRun run = SampleHistory.whole();
        for (int step = 6; step < 30; step++) {
            run.step(step, null).put("A", "key" + step, "v").push("A").finish();
        }
        return run;
    }

    private ScrollBar bar(Orientation orientation) {
        return OnFx.get(() -> pane.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == orientation)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void thePlayHeadCutsNoLabel() {
        MemoryRun run = SampleHistory.whole();
        show(run);
        SpaceTime diagram = SpaceTimeLayout.of(run.history(), java.util.List.of(), 1360, 180);
        Color accent = Color.web("#2F5BEA");
        int crossed = 0;
        for (int moment = 0; moment < diagram.events().size(); moment++) {
            int x = (int) Math.rint(diagram.events().get(moment).x());
            Snapshot shown = run.history().snapshots().get(moment);
            PixelReader pixels = OnFx.get(() -> {
                pane.selectedProperty().set(shown);
                OnFx.settle(pane);
                return pane.snapshot(null, null).getPixelReader();
            });
            for (SpaceTime.Label label : diagram.labels()) {
                if (label.box().x() > x || label.box().right() < x) {
                    continue;
                }
                crossed++;
                for (int y = (int) label.box().y() + 2; y < label.box().bottom() - 2; y++) {
                    assertThat(distance(pixels.getColor(x, y), accent))
                            .as("%s at %d, %d", label, x, y)
                            .isGreaterThan(0.3);
                }
            }
        }
        assertThat(crossed).isPositive();
    }

    /** A line that is no whole number of pixels wide is a little fainter than its colour. */
    private static double distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }
}
