package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;

/** What is copied from the tables, and found in them. */
class TablesByKeyboardTest {
    private Stage stage;
    private OpenWindow open;

    @BeforeEach
    void openInTheSample() {
        OnFx.run(() -> {
            stage = new Stage();
            open = OpenWindow.sample(stage, 1280, 800);
        });
        for (int i = 0; i < 7; i++) {
            OnFx.run(() -> open.window.playback().next());
            OnFx.run(() -> {});
        }
        OnFx.run(() -> OnFx.settle(stage.getScene().getRoot()));
    }

    @AfterEach
    void close() {
        OnFx.run(stage::hide);
    }

    private void press(KeyCode key, boolean withControl) {
        OnFx.press(stage.getScene(), key, withControl);
    }

    private String copied() {
        press(KeyCode.C, true);
        return OnFx.get(() -> Clipboard.getSystemClipboard().getString());
    }

    private Node lookup(String selector) {
        return OnFx.get(() -> stage.getScene().getRoot().lookup(selector));
    }

    private void focus(String selector) {
        OnFx.run(() -> stage.getScene().getRoot().lookup(selector).requestFocus());
    }

    @Test
    void aNodesSelectedLinesAreCopiedOrElseEverything() {
        focus(".lines");
        assertThat(copied().lines().toList())
                .startsWith("Node\tKey\tValue")
                .contains("B\twaffle:2\tyoda", "C\ttom:4\tturkey")
                .anyMatch(line -> line.startsWith("A\tB-now\t"));

        OnFx.run(() -> ((ListView<?>) stage.getScene().getRoot().lookup(".lines"))
                .getSelectionModel()
                .selectIndices(0, 2));
        assertThat(copied().lines()).hasSize(2).allMatch(line -> line.startsWith("A\t"));
    }

    @Test
    void theDocumentsTableIsCopiedAsItIs() {
        OnFx.run(() -> open.window.labView.tables.select(1));
        focus(".document-table");

        assertThat(copied().lines().toList())
                .startsWith("Time\tServer\tKey\tValue")
                .contains("4\tB\twaffle:2\tyoda");

        OnFx.run(() -> ((TableView<?>) lookupNow(".document-table"))
                .getSelectionModel()
                .clearAndSelect(1));
        assertThat(copied().lines()).hasSize(1);
    }

    private Node lookupNow(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    @Test
    void theMatrixIsCopiedWithItsMarksInWords() {
        OnFx.run(() -> open.window.labView.tables.select(2));
        focus(".matrix-table");

        assertThat(copied().lines().toList()).startsWith("Key\tA\tB\tC").contains("waffle\tabsent\tyoda@2\tyoda@2");
    }

    @Test
    void aFieldsOwnTextIsCopiedInAField() {
        press(KeyCode.F, true);
        OnFx.run(() -> {
            ((TextField) lookupNow(".table-finder .text-field")).setText("waffle");
            ((TextField) lookupNow(".table-finder .text-field")).selectAll();
        });

        assertThat(copied()).isEqualTo("waffle");
    }

    @Test
    void entriesAreFoundOneAfterTheOtherAndEscEndsIt() {
        press(KeyCode.F, true);
        OnFx.run(() -> ((TextField) lookupNow(".table-finder .text-field")).setText("Waffle"));
        assertThat(count()).isEqualTo("1 of 2");
        List<String> found = new java.util.ArrayList<>();
        for (int i = 0; i < 2; i++) {
            found.add(selected());
            press(KeyCode.ENTER, false);
        }
        assertThat(found).doesNotHaveDuplicates().allMatch(line -> line.contains("waffle"));
        assertThat(count()).isEqualTo("1 of 2");

        OnFx.run(() -> ((TextField) lookupNow(".table-finder .text-field")).setText("B-now"));
        assertThat(count()).isEqualTo("no hits");
        assertThat(open.window.scene().getFocusOwner()).isInstanceOf(TextField.class);

        press(KeyCode.ESCAPE, false);
        assertThat(lookup(".table-finder").isVisible()).isFalse();
        assertThat(open.window.scene().getFocusOwner()).isInstanceOf(ListView.class);
    }

    @Test
    void aSearchGoesOnInTheTableThatIsChosenNext() {
        press(KeyCode.F, true);
        OnFx.run(() -> ((TextField) lookupNow(".table-finder .text-field")).setText("yoda"));
        press(KeyCode.DIGIT3, true);

        assertThat(count()).isEqualTo("1 of 1");
    }

    private String count() {
        return ((Label) lookup(".find-count")).getText();
    }

    private String selected() {
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(".lines").stream()
                .map(node -> (ListView<?>) node)
                .filter(list -> !list.getSelectionModel().isEmpty())
                .map(list -> list.getAccessibleText() + " "
                        + list.getSelectionModel().getSelectedItem())
                .reduce("", String::concat));
    }
}
