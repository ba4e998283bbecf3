package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sosad.app.testing.OnFx;
import sosad.app.viewmodel.lesson.Markdown;
import sosad.app.viewmodel.lesson.Narration;

@ExtendWith(ApplicationExtension.class)
class NarrationViewTest {
    private final List<String> opened = new ArrayList<>();
    private final List<Integer> shownMoments = new ArrayList<>();
    private NarrationView view;

    @Start
    void start(Stage stage) {
        view = new NarrationView(opened::add, shownMoments::add);
        OnFx.show(view, 400, 150);
    }

    private void show(FxRobot robot, String text, Optional<String> doubt) {
        robot.interact(() -> {
            view.show(new Narration("Title", Markdown.parse(text), doubt, Optional.empty()));
            OnFx.settle(view);
        });
    }

    private ScrollPane scroll() {
        return (ScrollPane) view.lookup(".narration-scroll");
    }

    @Test
    void longTextIsReachedByTabAndScrolledByKeys(FxRobot robot) {
        show(robot, "short", Optional.empty());
        assertThat(scroll().isFocusTraversable()).isFalse();
        show(robot, "word ".repeat(500), Optional.empty());
        assertThat(scroll().isFocusTraversable()).isTrue();
        robot.interact(() -> {
            scroll().requestFocus();
            OnFx.press(scroll(), KeyCode.DOWN);
        });
        assertThat(scroll().getVvalue()).isPositive();
    }

    @Test
    void doubtfulTextIsMarkedAndMuted(FxRobot robot) {
        show(robot, "text", Optional.of("Off script."));
        assertThat(view.lookup(".told-doubt")).isNotNull();
        assertThat(view.lookup(".doubtful .told")).isNotNull();
        show(robot, "text", Optional.empty());
        assertThat(view.lookup(".told-doubt")).isNull();
        assertThat(view.lookup(".doubtful .told")).isNull();
    }

    @Test
    void whatHasBecomeOfTheExpectationsIsNeverScrolledAwayAndLeadsToTheFirstThatIsNotMet(FxRobot robot) {
        robot.interact(() -> {
            Narration.Outcome end =
                    new Narration.Outcome("2 of 3 expectations are not met, the first at T = 4.", OptionalInt.of(7));
            view.show(new Narration("Title", Markdown.parse("word ".repeat(500)), Optional.empty(), Optional.of(end)));
            OnFx.settle(view);
        });
        var line = view.lookup(".outcome");
        assertThat(line.getBoundsInParent().getMinY())
                .isGreaterThanOrEqualTo(scroll().getBoundsInParent().getMaxY());
        assertThat(line.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(view.getHeight());
        robot.interact(() -> ((Hyperlink) line.lookup(".told-link")).fire());
        assertThat(shownMoments).containsExactly(7);
        show(robot, "short", Optional.empty());
        assertThat(line.isVisible()).isFalse();
    }

    @Test
    void linksOpenAndListingsAndTablesAreShown(FxRobot robot) {
        show(
                robot,
                "[paper](https://example.org)\n\n```\na\n  b\n```\n\n| k | v |\n| - | - |\n| x | y |",
                Optional.empty());
        robot.interact(() -> ((Hyperlink) view.lookup(".told-link")).fire());
        assertThat(opened).containsExactly("https://example.org");
        assertThat(((Labeled) view.lookup(".told-listing")).getText()).isEqualTo("a\n  b");
        assertThat(((GridPane) view.lookup(".told-table")).getChildren()).hasSize(4);
    }
}
