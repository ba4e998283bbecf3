package sosad.app.view.stage.message;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import sosad.app.history.Message;
import sosad.app.view.Controls;
import sosad.model.Entry;
import sosad.model.Key;

/** Asks which changes are to be taken out of a message. */
final class TrimForm extends VBox {
    private final VBox choices = new VBox();
    private final Button trim = new Button();

    TrimForm(Message message, Consumer<Set<Key>> trimmed) {
        getStyleClass().add("trim-form");
        choices.getStyleClass().add("choices");
        for (Entry change : message.entries()) {
            CheckBox choice = new CheckBox(change.key() + "@" + change.timestamp());
            choice.setUserData(change.key());
            choice.selectedProperty().addListener((property, old, now) -> count());
            choices.getChildren().add(choice);
        }
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("choices-scroll");
        trim.getStyleClass().add("accent");
        trim.setOnAction(click -> trimmed.accept(chosen()));
        getChildren().addAll(Controls.fixedLabel("Take these changes out of the message:", "question"), scroll, trim);
        count();
    }

    /** Focuses the first control of the form. */
    @Override
    public void requestFocus() {
        choices.getChildren().get(0).requestFocus();
    }

    private Set<Key> chosen() {
        return choices.getChildren().stream()
                .map(CheckBox.class::cast)
                .filter(CheckBox::isSelected)
                .map(choice -> (Key) choice.getUserData())
                .collect(Collectors.toSet());
    }

    private void count() {
        int count = chosen().size();
        trim.setDisable(count == 0);
        Controls.rename(
                trim,
                count == 1 ? "Take out 1 change" : "Take out " + count + " changes",
                "The rest of the message stays as it was composed");
    }
}
