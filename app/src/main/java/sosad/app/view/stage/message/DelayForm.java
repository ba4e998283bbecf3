package sosad.app.view.stage.message;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sosad.app.scenario.TrafficRule;
import sosad.app.view.Controls;

/** Asks for how many steps a message is to be parked. */
final class DelayForm extends VBox {
    private static final String RANGE = "1 to " + TrafficRule.MAX_STEPS;

    private final TextField steps = new TextField();
    private final Button delay = new Button();

    DelayForm(IntConsumer delayed) {
        getStyleClass().add("delay-form");
        steps.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("([1-9][0-9]?)?") ? change : null));
        steps.setPrefColumnCount(3);
        steps.setPromptText(RANGE);
        Controls.name(steps, "Steps, " + RANGE, "How many steps, " + RANGE);
        steps.setOnAction(enter -> chosen().ifPresent(delayed));
        delay.getStyleClass().add("accent");
        delay.setOnAction(click -> chosen().ifPresent(delayed));
        HBox line = new HBox(steps, delay);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Controls.fixedLabel("Park it for so many steps:", "question"), line);
        steps.setText("1");
        steps.textProperty().subscribe(text -> update());
    }

    /** Focuses the first control of the form. */
    @Override
    public void requestFocus() {
        steps.requestFocus();
        steps.selectAll();
    }

    private OptionalInt chosen() {
        return steps.getText().isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(steps.getText()));
    }

    private void update() {
        delay.setDisable(chosen().isEmpty());
        String words = chosen().isEmpty() ? "Delay" : "Delay by " + TrafficRule.steps(chosen().getAsInt());
        Controls.rename(delay, words, "Then it is released by itself (Enter)");
    }
}
