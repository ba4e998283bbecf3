package sosad.app.viewmodel.lesson;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.viewmodel.LabViewModel;

/** The scenario's expectations, and what has become of each up to the present. */
public final class ExpectationsViewModel {
    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<Judgements> judgements = new ReadOnlyObjectWrapper<>(Judgements.NONE);
    private History seen;

    public ExpectationsViewModel(LabViewModel lab) {
        this.lab = lab;
        lab.scenarioProperty().addListener((property, old, scenario) -> seen = null);
        lab.historyProperty().addListener((property, old, history) -> follow(history));
    }

    /** A flood of writes changes nothing here, and is not gone through again and again. */
    private void follow(History history) {
        if (!isMoreOfTheSame(history)) {
            judgements.set(Judgements.of(lab.scenarioProperty().get(), history));
        }
        seen = history;
    }

    private boolean isMoreOfTheSame(History history) {
        if (seen == null
                || history.size() < seen.size()
                || !history.at(seen.size() - 1).event().equals(seen.present().event())) {
            return false;
        }
        for (int i = seen.size(); i < history.size(); i++) {
            if (isWorthALook(history.at(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWorthALook(Snapshot snapshot) {
        return snapshot.what() instanceof RunEvent.Checked
                || snapshot.what() instanceof RunEvent.StepOpened
                || snapshot.what() instanceof RunEvent.StepDone;
    }

    /** Shows the moment at which this was judged, in every pane. */
    public void show(Judgement judgement) {
        judgement.moment().ifPresent(lab::showMoment);
    }

    /** Returns what has become of them. */
    public ReadOnlyObjectProperty<Judgements> judgementsProperty() {
        return judgements.getReadOnlyProperty();
    }

    /** The moment that every pane shows. */
    public ReadOnlyObjectProperty<Snapshot> shownProperty() {
        return lab.shownProperty();
    }
}
