package sosad.app.view.tools.faults;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.fault.FaultKind;
import sosad.app.view.Controls;
import sosad.app.viewmodel.faults.FaultFormViewModel;

/** The form of a fault: its target, its kind and its amount. */
final class FaultForm extends FlowPane {
    private final ComboBox<?> target;

    FaultForm(FaultFormViewModel fault) {
        getStyleClass().addAll("rule-form", "fault-form");
        target = Controls.choice(
                "Target",
                "Which links or processes",
                fault.targets(),
                FaultFormViewModel.Target::words,
                fault.targetProperty());
        ComboBox<FaultKind<?>> kinds =
                Controls.choice("What", "Which fault", fault.kinds(), FaultKind::name, fault.kindProperty());
        TextField value = new TextField();
        value.getStyleClass().add("fault-value");
        value.textProperty().bindBidirectional(fault.valueProperty());
        value.setOnAction(enter -> fault.inject());
        fault.kindProperty().subscribe(kind -> needValue(value, kind));
        Button inject = Controls.button(
                "Inject",
                Feather.ZAP,
                "Inject this fault; it acts on the next message and on what is under way",
                fault::inject);
        inject.getStyleClass().add("outlined");
        Label problem = Controls.label("", "field-error");
        problem.textProperty().bind(fault.problemProperty());
        problem.setWrapText(true);
        fault.problemProperty().subscribe(now -> Controls.show(problem, !now.isEmpty()));
        getChildren().addAll(target, kinds, value, inject, problem);
    }

    private static void needValue(TextField value, FaultKind<?> kind) {
        Optional<String> example = Optional.ofNullable(kind).flatMap(FaultKind::example);
        Controls.show(value, example.isPresent());
        Controls.name(value, "Value", "Its value, such as " + example.orElse(""));
    }

    /** Gives the keyboard to the first choice. */
    void focusFirst() {
        target.requestFocus();
    }
}
