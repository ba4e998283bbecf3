package sosad.app.view.window;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.lesson.Narration;

/** What has become of a lesson's expectations, at its end, and a way to the first one that is not met. */
final class OutcomeLine extends HBox {
    private final Label sentence = Controls.label("", "outcome-sentence");
    private final Hyperlink jump = new Hyperlink("Show it");
    private OptionalInt moment = OptionalInt.empty();

    /** @param showMoment shows the moment with this index */
    OutcomeLine(IntConsumer showMoment) {
        getStyleClass().add("outcome");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        jump.getStyleClass().add("told-link");
        jump.setMinWidth(USE_PREF_SIZE);
        jump.setOnAction(event -> {
            jump.setVisited(false);
            moment.ifPresent(showMoment);
        });
        Controls.name(
                jump,
                "Show the first expectation that is not met",
                "Show the moment of the first one that is not met (" + Keys.EXPECTATIONS.display() + " lists all)");
        getChildren().addAll(sentence, jump);
        show(Optional.empty());
    }

    /** Shows this outcome, or nothing. */
    void show(Optional<Narration.Outcome> outcome) {
        Controls.show(this, outcome.isPresent());
        outcome.ifPresent(one -> {
            moment = one.firstNotMet();
            boolean isBroken = moment.isPresent();
            sentence.setText(one.sentence());
            sentence.setGraphic(Controls.icon(isBroken ? Feather.X_CIRCLE : Feather.CHECK_CIRCLE));
            Controls.style(this, "unmet", isBroken);
            Controls.show(jump, isBroken);
        });
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }
}
