package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import sosad.app.testing.FakeLab;
import sosad.app.testing.OnFx;
import sosad.app.testing.Scenarios;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.NextStep;
import sosad.app.viewmodel.lesson.BundledScenario;

/**
 * Every lesson, stepped through at the smallest of eight widths, and at the others every eighth, another eighth at
 * each; all of them with {@code -Dthorough=true}: the bar's controls and the panes stay where they are.
 */
class SteadyBarTest {
    private static final List<Integer> WIDTHS = List.of(1024, 1152, 1280, 1366, 1440, 1600, 1680, 1920);
    private static final int MAX_STEPS = 60;

    private LabWindow window;
    private Map<String, Bounds> first;

    private void open(double width) {
        first = Map.of();
        FxLabListener listener = new FxLabListener(Runnable::run);
        window = new LabWindow(
                new FakeLab(listener),
                listener,
                Scenarios.shipped(),
                file -> Scenarios.sample(),
                Optional.empty(),
                Runnable::run,
                Runnable::run);
        window.playback().animatedProperty().set(false);
        Stage stage = new Stage();
        stage.setScene(window.scene());
        stage.setWidth(width);
        stage.setHeight(900);
        stage.show();
    }

    private Map<String, Bounds> places() {
        Parent root = window.scene().getRoot();
        root.applyCss();
        root.layout();
        Map<String, Bounds> places = new LinkedHashMap<>();
        for (String control : List.of(".scenario-picker", ".next", ".clocks", ".speed-menu", ".bar-appearance")) {
            places.put(control, onScene(root.lookup(control)));
        }
        for (Node button : root.lookupAll(".bar-group > .button")) {
            places.put("button " + places.size(), onScene(button));
        }
        Bounds time = onScene(root.lookup(".bar-time"));
        places.put("T", new BoundingBox(time.getMinX(), time.getMinY(), 0, time.getHeight()));
        Bounds words = onScene(root.lookup(".bar-position"));
        places.put("words", new BoundingBox(words.getMinX(), words.getMinY(), 0, words.getHeight()));
        for (String pane : List.of(".stage-area", ".timeline-area", ".tables-pane", ".tool-pane")) {
            places.put(pane, onScene(root.lookup(pane)));
        }
        return places;
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void assertNothingIsCut(String where) {
        Parent root = window.scene().getRoot();
        for (String label : List.of(".next", ".bar-time", ".bar-position", ".rule")) {
            Labeled text = (Labeled) root.lookup(label);
            assertThat(text.getWidth())
                    .as("%s of %s", where, label)
                    .isGreaterThanOrEqualTo(Math.floor(text.prefWidth(-1)));
        }
        assertThat(onScene(root.lookup(".rule-chip")).getMinX())
                .as(where)
                .isGreaterThanOrEqualTo(onScene(root.lookup(".bar-position")).getMaxX());
    }

    @Test
    void nothingMovesWhileSteppingWhateverTheLesson() {
        for (int width : WIDTHS) {
            OnFx.run(() -> open(width));
            List<BundledScenario> lessons = window.labView.opener.bundled();
            int turn = WIDTHS.indexOf(width);
            int every = turn == 0 || Boolean.getBoolean("thorough") ? 1 : 8;
            for (int i = turn % every; i < lessons.size(); i += every) {
                BundledScenario lesson = lessons.get(i);
                OnFx.run(() -> stepThrough(width, lesson));
            }
            OnFx.run(() -> window.scene().getWindow().hide());
        }
    }

    private void stepThrough(int width, BundledScenario lesson) {
        window.labView.opener.open(lesson);
        for (int step = 0; step < MAX_STEPS; step++) {
            String where = width + " wide, " + lesson.name() + ", step " + step;
            Map<String, Bounds> now = places();
            first = first.isEmpty() ? now : first;
            assertThat(now).as(where).isEqualTo(first);
            assertNothingIsCut(where);
            if (window.playback().nextStepProperty().getValue() == NextStep.NOTHING) {
                return;
            }
            window.playback().next();
        }
        throw new AssertionError(lesson.name() + " does not end");
    }
}
