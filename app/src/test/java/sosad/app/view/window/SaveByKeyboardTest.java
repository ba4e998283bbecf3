package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import sosad.app.export.ExportKind;
import sosad.app.scenario.Action;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;

/** Saving, taking away, and what is asked before hands are lost, in the window. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class SaveByKeyboardTest {
    private final List<String> dialogs = new ArrayList<>();
    private Optional<File> answer = Optional.empty();
    private OpenWindow open;

    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) {
        open = OpenWindow.sample(stage, 1280, 800);
        open.window.chooseBy(this::choose);
    }

    private Optional<File> choose(FileChooser chooser, boolean saves, Window over) {
        dialogs.add((saves ? "save " : "open ") + chooser.getInitialFileName());
        return answer;
    }

    private void skew(FxRobot robot, long by) {
        robot.interact(() -> open.engine.act(new Action.Skew(Scenarios.B, by)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void click(FxRobot robot, String label) {
        Button button = robot.lookup(".banner-offers .button").queryAllAs(Button.class).stream()
                .filter(one -> label.equals(one.getText()))
                .findFirst()
                .orElseThrow();
        robot.interact(button::fire);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String title() {
        return open.window.titleProperty().getValue();
    }

    private String what() {
        return open.window.lab().bannerProperty().get().what();
    }

    @Test
    void saveAsksForAFileOnceAndSaveAsEachTime(FxRobot robot) throws IOException {
        skew(robot, -5);
        assertThat(title()).startsWith("• The document's sample");
        Path first = folder.resolve("first.yaml");
        answer = Optional.of(first.toFile());

        press(robot, KeyCode.CONTROL, KeyCode.S);
        assertThat(dialogs).containsExactly("save the-document-s-sample.yaml");
        assertThat(ScenarioReader.read(first).steps()).isNotEmpty();
        assertThat(title()).startsWith("The document's sample");

        skew(robot, -4);
        press(robot, KeyCode.CONTROL, KeyCode.S);
        assertThat(dialogs).hasSize(1);
        assertThat(Files.readString(first)).contains("skew: {node: B, by: -4}");

        answer = Optional.of(folder.resolve("second.yaml").toFile());
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        assertThat(dialogs).hasSize(2);
        assertThat(folder.resolve("second.yaml")).hasSameTextualContentAs(first);
    }

    @Test
    void whereNoFileIsChosenNothingIsSaved(FxRobot robot) {
        skew(robot, -5);
        press(robot, KeyCode.CONTROL, KeyCode.S);
        assertThat(dialogs).hasSize(1);
        assertThat(title()).startsWith("• ");
    }

    @Test
    void anotherLessonIsOpenedOnlyWhenTheUserSaysSo(FxRobot robot) {
        skew(robot, -5);
        press(robot, KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        assertThat(what()).startsWith("Another scenario is about to be opened");
        click(robot, "Keep");
        assertThat(title()).startsWith("• The document's sample");

        robot.interact(() -> open.window.open(Path.of("lesson.yaml")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(what()).startsWith("Another scenario is about to be opened");
        answer = Optional.of(folder.resolve("mine.yaml").toFile());
        click(robot, "Save");
        assertThat(folder.resolve("mine.yaml")).exists();
        assertThat(open.window.labView.opener.fileProperty().getValue()).contains(Path.of("lesson.yaml"));
        assertThat(open.window.lab().bannerProperty().get()).isNull();
    }

    @Test
    void closingAsksOnceWhicheverViewIsShown(FxRobot robot) {
        List<String> closed = new ArrayList<>();
        assertThat(open.window.mayClose(() -> closed.add("closed"))).isTrue();
        skew(robot, -5);
        press(robot, KeyCode.F3);
        robot.interact(() ->
                assertThat(open.window.mayClose(() -> closed.add("closed"))).isFalse());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open.window.frame.shownProperty().get()).isEqualTo(open.window.labView);
        assertThat(what()).startsWith("The window is about to be closed");
        robot.interact(() ->
                assertThat(open.window.mayClose(() -> closed.add("closed"))).isTrue());
        click(robot, "Discard");
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void theMomentShownIsTakenAwayInAFormOfOnesChoice(FxRobot robot) {
        answer = Optional.of(folder.resolve("run.svg").toFile());
        robot.interact(() -> open.window.takeAway(ExportKind.SVG));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(dialogs).containsExactly("save the-document-s-sample.svg");
        assertThat(folder.resolve("run.svg")).content().contains("<svg ").contains(">T=1<");
    }

    @Test
    void theTimeLineTheStageAndTablesHaveMenus(FxRobot robot) {
        assertThat(menu(robot, ".timeline-view"))
                .containsExactly(
                        "Save space-time diagram as SVG…",
                        "Save space-time diagram as PNG…",
                        "Save sequence diagram of Mermaid…");
        assertThat(menu(robot, ".stage-pane")).containsExactly("Save stage as SVG…", "Save stage as PNG…");
        assertThat(menu(robot, ".tables-head")).containsExactly("Copy as Markdown", "Copy as CSV");
        robot.interact(() -> open.window.labView.tables.select(1));
        copy(robot, 0);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("| Time | Server | Key | Value |\n| --- | --- | --- | --- |\n| 1 | A | B-now | 1 |\n"));
        copy(robot, 1);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .startsWith("Time,Server,Key,Value\n1,A,B-now,1\n"));
    }

    private void copy(FxRobot robot, int item) {
        robot.interact(
                () -> items(robot.lookup(".tables-head").query()).get(item).fire());
    }

    private List<String> menu(FxRobot robot, String query) {
        List<String> items = new ArrayList<>();
        robot.interact(() -> items(robot.lookup(query).query()).forEach(item -> items.add(item.getText())));
        return items;
    }

    /** Returns what the menu of the right mouse button offers; to be called on the window's thread. */
    private static List<MenuItem> items(Node pane) {
        List<MenuItem> items = new ArrayList<>();
        pane.fireEvent(new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, true, new PickResult(pane, 5, 5)));
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof ContextMenu menu && menu.isShowing()) {
                items.addAll(menu.getItems());
                menu.hide();
            }
        }
        return items;
    }
}
