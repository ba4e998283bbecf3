package sosad.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LazyTooltipTest {
    private Label label;
    private LazyTooltip tooltip;

    @Start
    void start(Stage stage) {
        label = new Label("a message");
        tooltip = LazyTooltip.of(label);
        stage.setScene(new Scene(new StackPane(label), 300, 200));
        stage.show();
    }

    private static List<String> shown() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
                .toList();
    }

    @Test
    void theWordsOfTheMomentAppearWhereTheMouseRests(FxRobot robot) throws Exception {
        robot.interact(() -> tooltip.setText("old words"));
        robot.moveTo(label).moveBy(1, 0);
        robot.interact(() -> tooltip.setText("new words"));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> shown().equals(List.of("new words")));
    }

    @Test
    void withoutWordsThereIsNoTooltip(FxRobot robot) {
        robot.interact(() -> tooltip.setText("words"));
        robot.moveTo(label).moveBy(1, 0);
        assertThat(label.getProperties()).hasSize(2);
        robot.interact(() -> tooltip.setText(""));
        assertThat(label.getProperties()).containsOnlyKeys(LazyTooltip.class);
    }
}
