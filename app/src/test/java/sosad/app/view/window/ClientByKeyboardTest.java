package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;

/** The client's fields and Enter. */
class ClientByKeyboardTest {
    private Stage stage;
    private OpenWindow open;

    @BeforeEach
    void open() {
        open = OpenWindow.ready();
        stage = open.stage();
    }

    @AfterEach
    void close() {
        OnFx.run(stage::hide);
    }

    private TextField focused() {
        return OnFx.get(() -> (TextField) stage.getScene().getFocusOwner());
    }

    @Test
    void enterInTheKeysFieldAsksForTheValueAndEnterThereWritesIt() {
        OnFx.run(() -> {
            open.window.labView.tools.openClient();
            TextField key = (TextField) stage.getScene().getFocusOwner();
            key.setText("waffle");
        });
        assertThat(focused().getPromptText()).isEqualTo("key");

        OnFx.press(stage.getScene(), KeyCode.ENTER, false);
        assertThat(focused().getPromptText()).isEqualTo("value");
        assertThat(open.engine.asked()).doesNotContain("act");

        OnFx.press(stage.getScene(), KeyCode.ENTER, false);
        assertThat(open.engine.asked()).as("an empty value from its own field").contains("act");
    }
}
