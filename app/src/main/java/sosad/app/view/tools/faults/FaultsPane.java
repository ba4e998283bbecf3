package sosad.app.view.tools.faults;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.viewmodel.FaultsViewModel;

/**
 * What is wrong with the cluster and what is to go wrong: to the left what is being set up, to the right what is broken
 * and the way to heal it. Where height is short it scrolls.
 */
public final class FaultsPane extends ScrollPane {
    private final RulesSection rules;

    public FaultsPane(FaultsViewModel faults) {
        getStyleClass().add("faults");
        rules = new RulesSection(faults.rules(), faults.form());
        VBox broken = new VBox(new HealingSection(faults.healing()), new CutLinksSection(faults.links()));
        broken.getStyleClass().add("broken");
        HBox sections = new HBox(rules, broken);
        sections.getStyleClass().add("fault-sections");
        HBox.setHgrow(rules, Priority.ALWAYS);
        setContent(sections);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinSize(0, 0);
    }

    /** Gives the keyboard to the first control. */
    public void focusFirst() {
        rules.focusForm();
    }
}
