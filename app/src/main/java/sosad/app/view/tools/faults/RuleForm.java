package sosad.app.view.tools.faults;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.app.view.Controls;
import sosad.app.viewmodel.faults.RuleFormViewModel;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.wire.FrameKind;

/** Puts a rule together from choices that read as a sentence. */
final class RuleForm extends FlowPane {
    private static final int MAX_EVERY = 20;

    private final ComboBox<Treatment> treatment;

    RuleForm(RuleFormViewModel rule) {
        getStyleClass().add("rule-form");
        treatment = choice("Do", "What is done to the messages", EnumNames::of, rule.treatmentProperty());
        treatment.getItems().setAll(Treatment.values());
        ComboBox<Integer> every = choice("Which", "Which of these messages", RuleForm::which, rule.everyProperty());
        every.getItems().setAll(upTo(MAX_EVERY));
        ComboBox<Optional<FrameKind>> kind = choice(
                "Kind",
                "Which kind of message",
                only -> only.map(RuleForm::plural).orElse("messages"),
                rule.kindProperty());
        kind.getItems().add(Optional.empty());
        FrameKind.MESSAGES.forEach(one -> kind.getItems().add(Optional.of(one)));
        ComboBox<Optional<NodeId>> from = end("From", "Who sends them", rule, rule.fromProperty());
        ComboBox<Optional<NodeId>> to = end("To", "Who receives them", rule, rule.toProperty());
        ComboBox<Integer> steps =
                choice("Steps", "For how many steps", count -> "by " + TrafficRule.steps(count), rule.stepsProperty());
        steps.getItems().setAll(upTo(TrafficRule.MAX_STEPS));
        rule.treatmentProperty().subscribe(now -> Controls.show(steps, now == Treatment.DELAY));
        Button set = Controls.button("Set rule", Feather.PLUS, "", rule::set);
        set.getStyleClass().add("outlined");
        set.disableProperty().bind(rule.problemProperty().map(problem -> !problem.isEmpty()));
        rule.sentenceProperty().subscribe(now -> Controls.name(set, "Set rule", "From now on: " + now));
        Label problem = Controls.label("", "field-error");
        problem.textProperty().bind(rule.problemProperty());
        rule.problemProperty().subscribe(now -> Controls.show(problem, !now.isEmpty()));
        getChildren().addAll(treatment, every, kind, word("from"), from, word("to"), to, steps, set, problem);
        // The past cannot be changed.
        disableProperty().bind(rule.lockedProperty());
    }

    /** Gives the keyboard to the first choice. */
    void focusFirst() {
        treatment.requestFocus();
    }

    private static Label word(String word) {
        return Controls.label(word, "muted", "form-word");
    }

    private static List<Integer> upTo(int most) {
        return IntStream.rangeClosed(1, most).boxed().toList();
    }

    private static String which(int every) {
        return every == 1 ? "all" : "every " + TrafficRule.ordinal(every);
    }

    private static String plural(FrameKind kind) {
        return kind == FrameKind.PUSH ? "pushes" : TrafficRule.word(kind) + "s";
    }

    private static ComboBox<Optional<NodeId>> end(
            String name, String tooltip, RuleFormViewModel rule, Property<Optional<NodeId>> value) {
        ComboBox<Optional<NodeId>> end =
                choice(name, tooltip, node -> node.map(NodeId::name).orElse("any"), value);
        end.setItems(rule.ends());
        return end;
    }

    private static <T> ComboBox<T> choice(String name, String tooltip, Function<T, String> words, Property<T> value) {
        return Controls.choice(name, tooltip, FXCollections.observableArrayList(), words, value);
    }
}
