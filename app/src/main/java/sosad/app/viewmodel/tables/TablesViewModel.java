package sosad.app.viewmodel.tables;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import sosad.app.history.Snapshot;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.app.viewmodel.lesson.OpenerViewModel;
import sosad.app.viewmodel.lesson.Provenance;

/** The three views of what the nodes hold at the moment shown, and where it comes from. */
public final class TablesViewModel {
    private final LabViewModel lab;
    private final ObjectBinding<Provenance> provenance;

    public TablesViewModel(LabViewModel lab, OpenerViewModel opener) {
        this.lab = lab;
        provenance = Bindings.createObjectBinding(
                () -> provenance(opener.nameProperty().get()), lab.shownProperty(), opener.nameProperty());
    }

    private Provenance provenance(String name) {
        return snapshot()
                .map(shown -> Provenance.of(
                        name.equals(BundledScenario.SAMPLE),
                        lab.historyProperty().get(),
                        shown))
                .orElse(Provenance.BY_RULE);
    }

    /** A table for each node. */
    public List<NodeTable> nodeTables() {
        return snapshot().map(snapshot -> NodeTable.of(snapshot, baseline())).orElse(List.of());
    }

    /** The document's table. */
    public List<DocumentRow> documentRows() {
        return snapshot().map(snapshot -> DocumentRow.of(snapshot, baseline())).orElse(List.of());
    }

    /** Keys against nodes. */
    public Matrix matrix() {
        return snapshot().map(snapshot -> Matrix.of(snapshot, baseline())).orElse(new Matrix(List.of(), List.of()));
    }

    private Optional<Snapshot> snapshot() {
        return Optional.ofNullable(lab.shownProperty().get());
    }

    private Optional<Snapshot> baseline() {
        return Optional.ofNullable(lab.baselineProperty().get());
    }

    /** Changes when the tables do. */
    public ObservableValue<Snapshot> snapshotProperty() {
        return lab.shownProperty();
    }

    /** Returns whether the tables show the past. */
    public ObservableValue<Boolean> pastProperty() {
        return lab.pastProperty();
    }

    /** Shows the present again. */
    public void showPresent() {
        lab.showPresent();
    }

    public ObservableValue<Provenance> provenanceProperty() {
        return provenance;
    }
}
