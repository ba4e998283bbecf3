package sosad.app.view.tools.faults;

import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.RuleInForce;
import sosad.app.view.Controls;
import sosad.app.viewmodel.faults.FaultsViewModel;
import sosad.app.viewmodel.faults.RuleFormViewModel;

/** The rules in force, each with a button that ends it, and the form that sets another. */
final class RulesSection extends Section {
    private final FaultsViewModel faults;
    private final RuleForm form;

    RulesSection(FaultsViewModel faults) {
        super("Rules for messages", "No rule is in force: messages are delivered unless somebody handles them.");
        this.faults = faults;
        form = new RuleForm(faults.form());
        addAboveTheList(form);
        faults.rules().addListener((ListChangeListener<RuleInForce>) change -> refresh());
        faults.lockedProperty().subscribe(this::refresh);
        refresh();
    }

    void focusForm() {
        form.focusFirst();
    }

    private void refresh() {
        show(IntStream.range(0, faults.rules().size()).mapToObj(this::line).toList());
    }

    private HBox line(int index) {
        RuleInForce rule = faults.rules().get(index);
        String words = rule.rule().toString();
        Button end = button(Feather.X, "End the rule: " + words, () -> faults.end(index));
        end.setDisable(faults.lockedProperty().get());
        return line(end, Controls.label(words, "fault-words"), words, RuleFormViewModel.count(rule));
    }
}
