package sosad.app.viewmodel.measure;

import java.util.List;
import sosad.app.check.FaultBand;
import sosad.app.load.OperationLog;

/**
 * A run of a check that can be looked at.
 *
 * @param name the number and the title of the check
 * @param operations its operations
 * @param bands when which faults were in force
 */
public record CheckRun(String name, OperationLog operations, List<FaultBand> bands) {
    public CheckRun {
        bands = List.copyOf(bands);
    }
}
