package sosad.app.view.tools.faults;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sosad.app.view.WindowActions;
import sosad.app.viewmodel.faults.FaultsViewModel;
import sosad.model.Link;

/**
 * The faults of the cluster and the forms for new ones: forms to the left, faults and healing to the right; for step
 * mode and for a live cluster. Where height is short it scrolls.
 */
public final class FaultsPane extends ScrollPane {
    private final FaultsViewModel faults;
    private final RulesSection rules;
    private final InForceSection inForce;
    private final HBox stepwise;
    private final HBox live;

    public FaultsPane(FaultsViewModel faults, WindowActions files) {
        this.faults = faults;
        getStyleClass().add("faults");
        rules = new RulesSection(faults);
        VBox broken = new VBox(new HealingSection(faults), new CutLinksSection(faults));
        broken.getStyleClass().add("broken");
        stepwise = sections(rules, broken);
        inForce = new InForceSection(faults.live(), faults.liveForm());
        live = sections(inForce, new PlanSection(faults.live(), files));
        setContent(stepwise);
        faults.live().clocksRun().addListener((property, old, run) -> setContent(run ? live : stepwise));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinSize(0, 0);
    }

    private static HBox sections(Region left, Region right) {
        HBox sections = new HBox(left, right);
        sections.getStyleClass().add("fault-sections");
        HBox.setHgrow(left, Priority.ALWAYS);
        return sections;
    }

    /** Chooses this link of a live cluster as the target of the next fault. */
    public void choose(Link link) {
        faults.liveForm().choose(link);
    }

    /** Gives the keyboard to the first control. */
    public void focusFirst() {
        if (getContent() == live) {
            inForce.focusForm();
        } else {
            rules.focusForm();
        }
    }
}
