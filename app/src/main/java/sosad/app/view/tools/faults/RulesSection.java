package sosad.app.view.tools.faults;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.RuleInForce;
import sosad.app.view.Controls;
import sosad.app.viewmodel.faults.RuleFormViewModel;
import sosad.app.viewmodel.faults.RulesViewModel;

/** The rules in force, each with a button that ends it, and the form that sets another. */
final class RulesSection extends Section {
    private final RulesViewModel rules;
    private final RuleForm form;

    RulesSection(RulesViewModel rules, RuleFormViewModel newRule) {
        super("Rules for messages", "No rule is in force: messages go their way unless somebody handles them.");
        this.rules = rules;
        form = new RuleForm(newRule);
        addAboveTheList(form);
        rules.rules().addListener((ListChangeListener<RuleInForce>) change -> refresh());
        rules.pastProperty().addListener((property, old, past) -> refresh());
        refresh();
    }

    void focusForm() {
        form.focusFirst();
    }

    private void refresh() {
        List<Node> lines = new ArrayList<>();
        for (int index = 0; index < rules.rules().size(); index++) {
            lines.add(line(index, rules.rules().get(index)));
        }
        show(lines);
    }

    private HBox line(int index, RuleInForce rule) {
        Label words = Controls.label(rule.rule().toString(), "fault-words");
        words.setMinWidth(0);
        Controls.name(words, rule.rule().toString(), rule.rule().toString());
        Label count = Controls.label(RulesViewModel.count(rule), "muted");
        count.setMinWidth(USE_PREF_SIZE);
        Button end = FaultButton.of(Feather.X, "End the rule: " + rule.rule(), () -> rules.end(index));
        end.setDisable(rules.pastProperty().get());
        HBox line = new HBox(end, words, count);
        line.getStyleClass().add("fault-line");
        HBox.setHgrow(words, Priority.SOMETIMES);
        return line;
    }
}
