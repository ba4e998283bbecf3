package sosad.app.view.tools.faults;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.viewmodel.faults.FaultsViewModel;

/** The one button that makes the cluster whole again, and what it would do. */
final class HealingSection extends VBox {
    private static final String MEANING =
            "End all rules, mend all links, resume paused nodes, start dead ones; messages stay where they are";

    HealingSection(FaultsViewModel faults) {
        getStyleClass().add("fault-section");
        Button heal = Controls.button("Heal everything", Feather.HEART, MEANING, faults::heal);
        heal.setMinWidth(USE_PREF_SIZE);
        heal.disableProperty().bind(faults.ailmentsProperty().isEmpty().or(faults.lockedProperty()));
        Label ailments = Controls.label("", "muted");
        ailments.setWrapText(true);
        ailments.textProperty()
                .bind(Bindings.when(faults.ailmentsProperty().isEmpty())
                        .then("There is nothing to heal.")
                        .otherwise(faults.ailmentsProperty()));
        getChildren().addAll(heal, ailments);
    }
}
