package sosad.app.view.tools.faults;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.viewmodel.faults.HealingViewModel;

/** The one button that makes the cluster whole again, and what it would do. */
final class HealingSection extends VBox {
    private static final String WHOLE = "Nothing is to be healed.";

    HealingSection(HealingViewModel healing) {
        getStyleClass().add("fault-section");
        Button heal = new Button("Heal everything", Controls.icon(Feather.HEART));
        heal.setOnAction(click -> healing.heal());
        heal.setMinWidth(USE_PREF_SIZE);
        heal.disableProperty().bind(healing.ailmentsProperty().isEmpty().or(healing.pastProperty()));
        Controls.name(
                heal,
                "Heal everything",
                "End all rules, mend all links, let paused nodes go on, start what is dead; messages stay where they are");
        Label ailments = Controls.label("", "muted");
        ailments.setWrapText(true);
        ailments.textProperty()
                .bind(Bindings.when(healing.ailmentsProperty().isEmpty())
                        .then(WHOLE)
                        .otherwise(healing.ailmentsProperty()));
        getChildren().addAll(heal, ailments);
    }
}
