package sosad.app.view.measure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sosad.app.viewmodel.measure.CheckRun;

/** Requests of the view Measure to the window. */
public interface MeasureActions {
    /** Lets the nodes run by their own clocks, or stops their clocks. */
    void goLive();

    /** Lets clients write and read at a live cluster, or ends them. */
    void startClients();

    /** Returns the checks that have run, as far as their operations are logged. */
    List<CheckRun> checkRuns();

    /** Lets the file of a run be chosen that is there; empty if none was. */
    Optional<Path> chooseRun(String title);

    /** Lets a file be chosen to which a run is written; empty if none was. */
    Optional<Path> chooseWhereToSave();
}
