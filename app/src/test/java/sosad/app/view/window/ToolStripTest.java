package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.testing.ShownNodes;
import sosad.app.viewmodel.ClientCommand;

/** The strip of the tools: its tabs and the client's controls have room side by side. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class ToolStripTest {
    private Stage stage;

    @Start
    void start(Stage itsStage) {
        stage = itsStage;
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1152, 1280, 1440, 1920})
    void nothingInTheStripCoversAnything(int width, FxRobot robot) {
        List<String> faults = new ArrayList<>();
        robot.interact(() -> OpenWindow.sample(stage, width, 800));
        for (ClientCommand command : ClientCommand.values()) {
            robot.interact(() -> choose(command));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> check(width + " " + command, faults));
        }
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertThat(faults).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void choose(ClientCommand command) {
        ((ComboBox<ClientCommand>) stage.getScene().lookup(".client .combo-box")).setValue(command);
    }

    private void check(String when, List<String> faults) {
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        Parent strip = (Parent) root.lookup(".tool-pane");
        Bounds inside = ShownNodes.onScene(strip);
        List<Node> controls = ShownNodes.below(
                strip,
                node -> node instanceof ToggleButton
                        || node instanceof Button
                        || node instanceof ComboBox<?>
                        || node instanceof TextField);
        for (int i = 0; i < controls.size(); i++) {
            Bounds one = ShownNodes.onScene(controls.get(i));
            if (one.getMaxX() > inside.getMaxX() || one.getMinX() < inside.getMinX()) {
                faults.add(when + ": outside " + ShownNodes.words(controls.get(i)));
            }
            for (int j = i + 1; j < controls.size(); j++) {
                Bounds other = ShownNodes.onScene(controls.get(j));
                double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                if (across > 0.5) {
                    faults.add(when + ": " + ShownNodes.words(controls.get(i)) + " over "
                            + ShownNodes.words(controls.get(j)));
                }
            }
        }
        if (controls.size() < 11) {
            faults.add(when + ": only " + controls.size() + " controls");
        }
    }
}
