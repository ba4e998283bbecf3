package sosad.app.viewmodel.checks;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.FaultBand;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.load.OperationLog;

/** A check in the list: what it is, how far it is, and what came of it. */
public final class CheckRow {
    private final Check check;
    private final ReadOnlyObjectWrapper<CheckState> state = new ReadOnlyObjectWrapper<>(CheckState.NOT_RUN);
    private final ReadOnlyObjectWrapper<OperationLog> operations = new ReadOnlyObjectWrapper<>();
    private final ObservableList<FaultBand> bands = FXCollections.observableArrayList();

    CheckRow(Check check) {
        this.check = check;
    }

    /** Returns the check itself. */
    public Check check() {
        return check;
    }

    /** Returns how far it is. */
    public ReadOnlyObjectProperty<CheckState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns its operations, which may still grow; null if it has none. */
    public ReadOnlyObjectProperty<OperationLog> operationsProperty() {
        return operations.getReadOnlyProperty();
    }

    /** Returns when which faults were in force, as far as is known. */
    public ObservableList<FaultBand> bands() {
        return bands;
    }

    /** Returns what came of it, if it is done. */
    public Optional<CheckResult> result() {
        return state.get().outcome().map(CheckOutcome::result);
    }

    /** Returns what is said of it in half a line: what came of it, or what it is doing. */
    public String headline() {
        CheckState now = state.get();
        return switch (now.stage()) {
            case DONE -> result().map(CheckResult::headline).orElse("");
            case RUNNING -> now.words();
            case NOT_RUN, WAITING, NOT_REACHED -> "";
        };
    }

    void become(CheckState next) {
        if (next.stage() == CheckState.Stage.WAITING || next.stage() == CheckState.Stage.NOT_RUN) {
            operations.set(null);
            bands.clear();
        }
        next.outcome().map(CheckOutcome::result).ifPresent(result -> {
            result.operations().ifPresent(operations::set);
            bands.setAll(List.copyOf(result.bands()));
        });
        state.set(next);
    }

    void show(OperationLog growing) {
        operations.set(growing);
    }

    void add(FaultBand band) {
        bands.add(band);
    }
}
