package sosad.app.view.checks;

import static sosad.model.PlainFormat.format;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.view.Controls;
import sosad.app.viewmodel.checks.CheckRow;
import sosad.app.viewmodel.checks.ChecksViewModel;

/** The verdict with its reason, and what can be done about it. */
final class VerdictBox extends VBox {
    VerdictBox(ChecksViewModel checks, ChecksActions window, CheckRow row, CheckResult result) {
        getStyleClass().addAll("verdict-box", StateBadge.styleOf(result.verdict()));
        TextFlow said = new TextFlow(
                text(capital(result.verdict().words()) + ". ", "verdict-word"),
                text(reason(row.check(), result), "told"));
        said.setAccessibleText(capital(result.verdict().words()) + ". " + reason(row.check(), result));
        HBox.setHgrow(said, Priority.ALWAYS);
        Label shape = new Label(null, Controls.icon(StateBadge.icon(result.verdict())));
        shape.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(shape, said);
        line.getStyleClass().add("verdict-line");
        line.setAlignment(Pos.TOP_LEFT);
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("verdict-buttons");
        result.lesson().ifPresent(lesson -> {
            Button open = Controls.button(
                    "Open the lesson that shows it",
                    Feather.BOOK_OPEN,
                    "Go to the Lab with the lesson “%s”".formatted(window.lessonTitle(lesson)),
                    () -> window.openLesson(lesson));
            open.getStyleClass().add("outlined");
            buttons.getChildren().add(open);
        });
        buttons.getChildren().add(again(checks, row));
        getChildren().addAll(line, buttons);
    }

    private static Button again(ChecksViewModel checks, CheckRow row) {
        Button again = Controls.button(
                "Run again", Feather.ROTATE_CW, "Run this check again (Enter in the list)", () -> checks.run(row));
        again.disableProperty().bind(checks.statusProperty().map(status -> status.isBusy()));
        return again;
    }

    /**
     * The headline, which the list may cut, and the reason. A verdict without a reason of its own rests on how often
     * its situation arose.
     */
    private static String reason(Check check, CheckResult result) {
        if (!result.reason().isEmpty()) {
            return capital(result.headline()) + ". " + result.reason();
        }
        boolean isCounted = result.verdict() == CheckVerdict.HELD || result.verdict() == CheckVerdict.FAILED;
        return isCounted
                ? "%s. Counted: %s."
                        .formatted(capital(result.headline()), format("%,d %s", result.situations(), check.situation()))
                : capital(result.headline()) + ".";
    }

    /** Returns words as they begin a sentence. */
    static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }
}
