package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sosad.app.explain.Question;
import sosad.app.history.Snapshot;
import sosad.app.scenario.BundledScenarios;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.testing.ShownNodes;
import sosad.app.viewmodel.explain.ChangeStatus;
import sosad.app.viewmodel.explain.WhyStatus;
import sosad.model.Key;

/** Why is asked of the lost update, by click and by key, in a window of the least size. */
@ExtendWith(ScreenshotOnFailure.class)
class WhyWindowTest {
    private Stage stage;
    private OpenWindow open;

    @BeforeEach
    void openTheLostUpdate() {
        OnFx.run(() -> {
            stage = new Stage();
            open = OpenWindow.with(BundledScenarios.load("lost-update"), stage, 1024, 768);
        });
        next(6);
    }

    @AfterEach
    void close() {
        OnFx.run(() -> {
            open.window.why().close();
            open.window.healing().close();
            stage.hide();
        });
    }

    private void next(int presses) {
        for (int i = 0; i < presses; i++) {
            OnFx.run(() -> open.window.playback().next());
            OnFx.run(() -> {});
        }
        settle();
    }

    private void settle() {
        OnFx.run(() -> OnFx.settle(stage.getScene().getRoot()));
    }

    private void await(BooleanSupplier isSo) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!OnFx.get(isSo::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
        }
        settle();
    }

    private void awaitAnswer() {
        await(() -> open.window.why().statusProperty().get() == WhyStatus.ANSWERED);
    }

    private void awaitChange() {
        await(() -> open.window.why().changeStatusProperty().get() == ChangeStatus.FOUND);
    }

    private void press(KeyCode key) {
        OnFx.press(stage.getScene(), key, false);
        settle();
    }

    private Node lookup(String selector) {
        return OnFx.get(() -> stage.getScene().getRoot().lookup(selector));
    }

    private void click(Node node) {
        OnFx.run(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                javafx.event.Event.fireEvent(
                        node,
                        new MouseEvent(
                                type,
                                2,
                                2,
                                2,
                                2,
                                MouseButton.PRIMARY,
                                1,
                                false,
                                false,
                                false,
                                false,
                                true,
                                false,
                                false,
                                false,
                                false,
                                true,
                                new PickResult(node, 2, 2)));
            }
        });
        settle();
    }

    private Node absentCell() {
        OnFx.run(() -> open.window.labView.tables.select(2));
        settle();
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(".matrix-cell").stream()
                .filter(cell -> String.valueOf(cell.getAccessibleText()).contains("absent"))
                .findFirst()
                .orElseThrow());
    }

    private String title() {
        return OnFx.get(() -> ((Label) stage.getScene().getRoot().lookup(".why-title")).getText());
    }

    private List<String> sentences() {
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(".why-lines > TextFlow").stream()
                .map(WhyWindowTest::words)
                .toList());
    }

    private static String words(Node flow) {
        return ((TextFlow) flow)
                .getChildren().stream().map(text -> ((Text) text).getText()).reduce("", String::concat);
    }

    @Test
    void aClickOnAnAbsentCellTellsWhyAndWhatWouldHaveHelpedWhichIsShownAsABranch() {
        click(absentCell());
        awaitAnswer();
        awaitChange();

        assertThat(title()).isEqualTo("Why does B lack k1?");
        assertThat(sentences()).anyMatch(line -> line.contains("k1@2 was lost on its way to B"));
        assertThat(OnFx.<String>get(() -> words(stage.getScene().getRoot().lookup(".prospect-box"))))
                .startsWith("No sync will ever bring it under remote-now");
        OnFx.run(() -> ((Button) stage.getScene().getRoot().lookup(".change-box .button")).fire());
        assertThat(open.engine.asked()).anyMatch(asked -> asked.startsWith("openBranch If "));
    }

    @Test
    void whatItNamesIsLitAndEscEndsItAndGivesTheKeyboardBack() {
        Node cell = absentCell();
        OnFx.run(() -> stage.getScene().getRoot().lookup(".matrix-table").requestFocus());
        Node before = OnFx.get(() -> stage.getScene().getFocusOwner());
        click(cell);
        awaitAnswer();

        assertThat(dimmed(".stage-message")).as("B's sync is not named").hasSize(1);
        assertThat(lookup(".lost-words")).isNotNull();
        OnFx.run(() -> ((Hyperlink) stage.getScene().getRoot().lookup(".why-time")).requestFocus());
        press(KeyCode.ESCAPE);

        assertThat(lookup(".why-pane").isVisible()).isFalse();
        assertThat(dimmed(".stage-message")).isEmpty();
        assertThat(lookup(".lost-words")).isNull();
        assertThat(OnFx.<Node>get(() -> stage.getScene().getFocusOwner())).isSameAs(before);
    }

    private Node shownMessage() {
        return stage.getScene().getRoot().lookupAll(".stage-message").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
    }

    private List<Node> dimmed(String selector) {
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(Node::isVisible)
                .filter(node -> node.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("dimmed")))
                .toList());
    }

    @Test
    void theTimeOfASentenceLeadsToThatMomentAndTheAnswerStays() {
        click(absentCell());
        awaitAnswer();
        OnFx.run(() -> ((Hyperlink) stage.getScene().getRoot().lookup(".why-time")).fire());

        assertThat(OnFx.<Boolean>get(() -> open.window.lab().pastProperty().get()))
                .isTrue();
        assertThat(OnFx.<Long>get(() -> open.window.lab().shownProperty().get().time()))
                .isEqualTo(2);
        assertThat(title()).isEqualTo("Why does B lack k1?");
    }

    @Test
    void theKeyAsksOfTheCellTheRowTheMessageAndTheLinkThatHaveTheFocus() {
        List<Question> asked = new ArrayList<>();
        OnFx.run(() ->
                open.window.why().questionProperty().addListener((property, old, question) -> asked.add(question)));
        absentCell();
        OnFx.run(() -> stage.getScene().getRoot().lookup(".matrix-table").requestFocus());
        press(KeyCode.RIGHT);
        press(KeyCode.W);
        awaitAnswer();
        OnFx.run(() -> open.window.labView.tables.select(0));
        await(() -> stage.getScene().getFocusOwner() == open.window.labView.stage); // the hidden matrix had it
        OnFx.run(() -> {
            ListView<?> lines = (ListView<?>)
                    stage.getScene().getRoot().lookup(".tables-pane").lookup(".lines");
            lines.requestFocus();
            lines.getSelectionModel().select(0);
        });
        press(KeyCode.W);
        awaitAnswer();
        OnFx.run(() -> shownMessage().requestFocus());
        press(KeyCode.W);
        awaitAnswer();
        OnFx.run(() -> stage.getScene().getRoot().lookup(".stage-link").requestFocus());
        press(KeyCode.W);

        assertThat(asked.subList(0, 2))
                .containsExactly(
                        new Question.OfEntry(Scenarios.B, new Key("k1")), new Question.OfRow(Scenarios.A, Scenarios.B));
        assertThat(asked.get(2)).isInstanceOf(Question.OfMessage.class);
        assertThat(asked.get(3)).isInstanceOf(Question.OfLink.class);
    }

    @Test
    void anOpenedMessageCanBeAskedWhyAlsoInThePast() {
        OnFx.run(() -> open.window
                .lab()
                .showMoment(open.window.lab().historyProperty().get().snapshots().stream()
                        .filter(Snapshot::hasLost)
                        .findFirst()
                        .orElseThrow()
                        .index()));
        settle();
        OnFx.run(() -> shownMessage().requestFocus());
        press(KeyCode.ENTER);
        OnFx.run(() -> ((Button) stage.getScene().getRoot().lookup(".stage-popover .why-button")).fire());
        awaitAnswer();

        assertThat(OnFx.<Object>get(() -> open.window.why().questionProperty().get()))
                .isInstanceOf(Question.OfMessage.class);
    }

    @Test
    void nothingOfTheAnswerIsCutAtTheLeastSize() {
        click(absentCell());
        awaitAnswer();
        awaitChange();

        OnFx.run(() -> {
            Node root = stage.getScene().getRoot();
            Bounds pane = onScene(root.lookup(".tables-pane"));
            assertThat(pane.contains(onScene(root.lookup(".why-pane")))).isTrue();
            assertThat(pane.contains(onScene(root.lookup(".why-head")))).isTrue();
            Bounds body = onScene(root.lookup(".why-scroll"));
            for (Node box : root.lookupAll(".why-body > *")) {
                if (box.isVisible()) {
                    Bounds at = onScene(box);
                    assertThat(at.getMinX()).isGreaterThanOrEqualTo(body.getMinX() - 0.5);
                    assertThat(at.getMaxX()).isLessThanOrEqualTo(body.getMaxX() + 0.5);
                }
            }
            assertThat(ShownNodes.withStyle(stage.getScene().getRoot(), "why-title").stream()
                            .map(Label.class::cast)
                            .allMatch(label -> ((Text) label.lookup(".text"))
                                    .getText()
                                    .replace("\n", " ")
                                    .equals(label.getText())))
                    .isTrue();
            assertThat(onScene(root.lookup(".matrix-table")).getHeight())
                    .as("the table asked of keeps its head and some rows")
                    .isGreaterThan(90);
        });
    }

    private static Bounds onScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void inProjectorModeTheKeyAsksOfWhatIsLackingAndReadsOn() {
        OnFx.run(() -> open.window.switchProjector());
        press(KeyCode.W);
        awaitAnswer();
        String first = told();
        press(KeyCode.W);

        assertThat(OnFx.<String>get(() -> ((Label) stage.getScene().getRoot().lookup(".projector-title")).getText()))
                .isEqualTo("Why does B lack k1?");
        assertThat(first).startsWith("No sync will ever bring it");
        assertThat(told()).startsWith("T = 2: ");
        press(KeyCode.ESCAPE);
        assertThat(told()).doesNotContain("T = 2: ");
    }

    private String told() {
        settle();
        return OnFx.get(() -> words(stage.getScene().getRoot().lookup(".projector-told")));
    }
}
