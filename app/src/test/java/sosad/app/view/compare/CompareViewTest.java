package sosad.app.view.compare;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;

/** The view Compare in the window, by clicks and keys. */
class CompareViewTest {
    private OpenWindow open;

    @BeforeEach
    void openIt() {
        open = OpenWindow.ready();
        OnFx.push(open.window.scene(), KeyCode.F10);
    }

    @AfterEach
    void close() {
        OnFx.run(() -> open.stage().hide());
    }

    @SuppressWarnings("unchecked")
    private <T extends Node> T named(String name) {
        return (T) OnFx.get(() -> find(open.window.scene().getRoot().lookup(".compare"), name));
    }

    private static Node find(Node in, String name) {
        return in.lookupAll("*").stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + name));
    }

    private void type(String field, String text) {
        TextField there = named(field);
        OnFx.run(() -> there.setText(text));
    }

    private String words() {
        return OnFx.get(() -> ((Label) open.window.scene().getRoot().lookup(".compare-words")).getText());
    }

    private void makeSmall() {
        type("Nodes", "3");
        type("Keys", "40");
        type("Writes per second", "40");
        type("Seconds", "1");
    }

    @Test
    void aRunFillsTheTableAndTheChartAndAClickOnARowExplainsIt() {
        makeSmall();
        CheckBox full = named("full");
        OnFx.run(full::fire);
        Button run = named("Run");
        OnFx.run(run::fire);

        TableView<?> table = named("The rules compared");
        OnFx.run(() -> OnFx.settle(open.window.scene().getRoot()));
        assertThat(OnFx.get(() -> table.getItems().size())).isEqualTo(6 + 4);
        assertThat(OnFx.get(() -> table.lookupAll(".figure:best"))).isNotEmpty();
        assertThat(OnFx.get(() -> open.window.scene().getRoot().lookupAll(".compare-bar-of-chart")))
                .hasSize(10)
                .anyMatch(bar -> ((Region) bar).getWidth() > 100);
        assertThat(words()).startsWith("The least possible is");
        OnFx.run(() -> table.getSelectionModel().select(0));
        assertThat(words()).startsWith("remote-now: ");
        OnFx.push(open.window.scene(), KeyCode.ESCAPE);
        assertThat(words()).startsWith("The least possible is");
        MenuButton report = named("Report");
        assertThat(report.isDisabled()).isFalse();
    }

    @Test
    void whatIsWrongStandsInTheFormAndRunDoesNothing() {
        type("Nodes", "99");
        OnFx.push(open.window.scene(), KeyCode.F5);

        assertThat(OnFx.get(() -> ((Label) open.window.scene().getRoot().lookup(".compare-form .field-error"))))
                .matches(Node::isVisible)
                .extracting(Label::getText)
                .isEqualTo("99 nodes; there must be 2 to 26");
        TableView<?> table = named("The rules compared");
        assertThat(table.getItems()).isEmpty();
    }

    @Test
    void everyControlHasANameAndAPlaceInTheTabOrder() {
        Node view = OnFx.get(() -> open.window.scene().getRoot().lookup(".compare"));

        assertThat(OnFx.get(() -> view.lookupAll("*").stream()
                        .filter(Node::isFocusTraversable)
                        .filter(node -> node.getAccessibleText() == null && !(node.getParent() instanceof TableView))
                        .toList()))
                .isEmpty();
    }
}
