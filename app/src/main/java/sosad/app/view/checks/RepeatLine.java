package sosad.app.view.checks;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;

/** The command that repeats a check, with a button that copies it. */
final class RepeatLine extends HBox {
    RepeatLine(String command) {
        getStyleClass().add("repeat");
        setAlignment(Pos.CENTER_LEFT);
        TextField field = new TextField(command);
        field.setEditable(false);
        field.getStyleClass().add("mono-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        Controls.name(field, "The command that repeats it", "The command that repeats it");
        Button copy = Controls.button("Copy", Feather.COPY, "Copy the command that repeats it", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(field.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        copy.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Controls.fixedLabel("Again", "muted"), field, copy);
    }
}
