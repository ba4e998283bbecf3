package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.check.CheckVerdict;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.viewmodel.checks.CheckRow;
import sosad.app.viewmodel.checks.ChecksViewModel;

/** The view Checks over a cluster of real processes. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
@EnabledIfSystemProperty(named = "thorough", matches = "true")
class RealChecksIT {
    private RealWindow real;

    @Start
    void start(Stage stage) {
        real = new RealWindow(stage, 1280, 800);
    }

    @AfterEach
    void close() {
        real.window.runner().close();
        real.close();
    }

    @Test
    void aCheckIsRunAgainstAFreshClusterOfOneNode(FxRobot robot) throws Exception {
        ChecksViewModel checks = real.window.checks;
        CheckRow row = checks.rows().stream()
                .filter(one -> one.check().number().toString().equals("4.1"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            checks.target().nodesProperty().set(1);
            checks.target().gatewaysProperty().set(0);
            checks.target().durationProperty().set(Duration.ofSeconds(30));
            checks.selectedProperty().set(row);
        });
        robot.push(KeyCode.F3);
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return row.result().isPresent();
        });

        assertThat(row.result().orElseThrow().verdict()).isEqualTo(CheckVerdict.HELD);
    }
}
