package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sosad.app.export.table.TableRow;
import sosad.app.history.Phase;
import sosad.app.scenario.DocumentTables;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.viewmodel.NextStep;

/** The window, real processes, and two keys. */
@Timeout(180)
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class SampleByKeyboardIT {
    private RealWindow open;

    @Start
    void start(Stage stage) {
        open = new RealWindow(stage, 1280, 800);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private NextStep next() {
        return open.window.playback().nextStepProperty().getValue();
    }

    private void stepTo(long time, Phase phase) throws Exception {
        open.await(() -> next().isPossible());
        open.press(KeyCode.PAGE_DOWN);
        open.await(() -> open.shown() != null
                && open.shown().time() == time
                && open.shown().phase() == phase
                && next() != NextStep.WAIT);
    }

    private List<String> cells() {
        return TableRow.of(open.shown().nodes(), open.shown().time()).stream()
                .map(row -> String.format(Locale.ROOT, "%d %s %s %s", row.time(), row.server(), row.key(), row.shown()))
                .toList();
    }

    @Test
    void theSampleIsPlayedOnRealProcessesWithPageDownAlone() throws Exception {
        open.await(() -> next() == NextStep.BEGIN);
        List<String> cells = new ArrayList<>(cells());
        stepTo(2, Phase.DELIVERED);
        cells.addAll(cells());
        for (long time = 3; time <= 5; time++) {
            stepTo(time, Phase.IN_FLIGHT);
            assertThat(open.shown().queue()).isNotEmpty();
            stepTo(time, Phase.DELIVERED);
            cells.addAll(cells());
        }
        assertThat(cells).containsExactlyInAnyOrderElementsOf(DocumentTables.cells());
        assertThat(open.shown().offScript()).isFalse();

        open.press(KeyCode.PAGE_UP);
        open.await(() -> next() == NextStep.DELIVER);
        assertThat(open.shown().time()).isEqualTo(5);
        assertThat(open.shown().phase()).isEqualTo(Phase.IN_FLIGHT);
    }
}
