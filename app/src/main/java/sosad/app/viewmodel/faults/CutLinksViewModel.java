package sosad.app.viewmodel.faults;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.scenario.Action;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabViewModel;
import sosad.model.Link;

/** The links that are cut at the moment shown. */
public final class CutLinksViewModel {
    private final LabViewModel state;
    private final HandsOnViewModel hands;
    private final ObservableList<Link> cut = FXCollections.observableArrayList();

    public CutLinksViewModel(LabViewModel state, HandsOnViewModel hands) {
        this.state = state;
        this.hands = hands;
        state.shownProperty().addListener((property, old, snapshot) -> {
            List<Link> now = snapshot.cut().stream().sorted().toList();
            if (!cut.equals(now)) {
                cut.setAll(now);
            }
        });
    }

    /** In order; not to be changed. */
    public ObservableList<Link> cut() {
        return cut;
    }

    public void mend(Link link) {
        hands.act(new Action.Mend(Optional.of(List.of(link))));
    }

    /** Returns whether nothing can be changed because the past is shown. */
    public ReadOnlyBooleanProperty pastProperty() {
        return state.pastProperty();
    }
}
