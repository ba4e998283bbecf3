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

/** Puts a fault together: to whom, what, and how much of it. */
final class FaultForm extends FlowPane {
    private final ComboBox<?> target;

    FaultForm(FaultFormViewModel fault) {
        getStyleClass().addAll("rule-form", "fault-form");
        target = Choice.of(
                "To whom",
                "Which links or processes",
                fault.targets(),
                FaultFormViewModel.Target::words,
                fault.targetProperty());
        ComboBox<FaultKind<?>> kind =
                Choice.of("What", "What happens to them", fault.kinds(), FaultKind::name, fault.kindProperty());
        TextField value = new TextField();
        value.getStyleClass().add("fault-value");
        value.textProperty().bindBidirectional(fault.valueProperty());
        value.setOnAction(enter -> fault.inject());
        fault.kindProperty().addListener((property, old, now) -> needValue(value, now));
        needValue(value, fault.kindProperty().get());
        Button inject = new Button("Do it", Controls.icon(Feather.ZAP));
        inject.getStyleClass().add("outlined");
        inject.setOnAction(click -> fault.inject());
        Controls.name(inject, "Do it", "Do this to the cluster; it acts on the next message and on what is under way");
        Label problem = Controls.label("", "field-error");
        problem.textProperty().bind(fault.problemProperty());
        problem.setWrapText(true);
        fault.problemProperty().addListener((property, old, now) -> Controls.show(problem, !now.isEmpty()));
        Controls.show(problem, false);
        getChildren().addAll(target, kind, value, inject, problem);
    }

    private static void needValue(TextField value, FaultKind<?> kind) {
        Optional<String> example = Optional.ofNullable(kind).flatMap(FaultKind::example);
        Controls.show(value, example.isPresent());
        Controls.name(value, "How much", "How much, such as " + example.orElse(""));
    }

    /** Gives the keyboard to the first choice. */
    void focusFirst() {
        target.requestFocus();
    }
}
