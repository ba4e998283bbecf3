package sosad.app.viewmodel.faults;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.history.RuleInForce;
import sosad.app.scenario.Action;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabViewModel;

/** The rules in force at the moment shown. */
public final class RulesViewModel {
    private final LabViewModel state;
    private final HandsOnViewModel hands;
    private final ObservableList<RuleInForce> rules = FXCollections.observableArrayList();

    public RulesViewModel(LabViewModel state, HandsOnViewModel hands) {
        this.state = state;
        this.hands = hands;
        state.shownProperty().addListener((property, old, snapshot) -> {
            if (!rules.equals(snapshot.rules())) {
                rules.setAll(snapshot.rules());
            }
        });
    }

    /** In the order in which they were set; not to be changed. */
    public ObservableList<RuleInForce> rules() {
        return rules;
    }

    /** Ends a rule, by its index in the list. */
    public void end(int index) {
        hands.act(new Action.EndRule(OptionalInt.of(index + 1)));
    }

    /** Returns what a rule has done so far, such as "acted on 2 of 5". */
    public static String count(RuleInForce rule) {
        return rule.counted() == 0
                ? "no message yet"
                : String.format(Locale.ROOT, "acted on %,d of %,d", rule.acted(), rule.counted());
    }

    /** Returns whether nothing can be changed because the past is shown. */
    public ReadOnlyBooleanProperty pastProperty() {
        return state.pastProperty();
    }
}
