package sosad.app.view.branches;

import java.util.Set;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.lab.Branch;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.view.timeline.TimelinePane;
import sosad.app.viewmodel.branches.BranchComparison;

/** The diagram of a branch under its title. */
final class BranchDiagram extends VBox {
    private final Label title = Controls.label("", "comparison-diagram-title");
    private final TimelinePane timeline = new TimelinePane();

    BranchDiagram(ObservableDoubleValue unit) {
        getStyleClass().add("comparison-diagram");
        title.setMinWidth(0);
        title.setMinHeight(USE_PREF_SIZE);
        timeline.unitProperty().bind(unit);
        timeline.setMinHeight(0);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        getChildren().addAll(title, timeline);
    }

    TimelinePane timeline() {
        return timeline;
    }

    /** Shows a branch, whose events that the other one has not are lit. */
    void show(Branch branch, Set<Integer> own) {
        title.setText(branch.title());
        LazyTooltip.of(title).setText(branch.title());
        timeline.scenarioProperty().set(branch.run().scenario());
        timeline.historyProperty().set(branch.run().history());
        boolean isAll = own.size() == branch.events();
        timeline.litProperty().set(isAll ? Set.of() : own);
    }

    void show(Branch branch, long time) {
        timeline.selectedProperty().set(BranchComparison.at(branch, time));
    }
}
