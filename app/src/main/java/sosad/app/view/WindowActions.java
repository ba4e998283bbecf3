package sosad.app.view;

import java.nio.file.Path;
import sosad.app.export.ExportKind;

/** Requests of the panes to the window. */
public interface WindowActions {
    /** Switches from light to dark or back. */
    void switchTheme();

    /** Makes everything larger for a projector, or normal again. */
    void switchProjector();

    /** Opens the form for a cluster of one's own, or closes it. */
    void newCluster();

    /** Lets a scenario file be chosen. */
    void openFile();

    /** Writes what was done so far as a scenario, into the file it was written to last, or one of the user's choice. */
    void saveRun();

    /** Writes what was done so far into a file of the user's choice, as a scenario. */
    void saveRunAs();

    /** Writes the run that is shown in another form, into a file of the user's choice. */
    void takeAway(ExportKind kind);

    /** Opens a scenario file that was opened before. */
    void openRecent(Path file);

    /** Lets a fault plan be chosen, which then runs. */
    void openPlan();

    /** Writes what was done to the cluster so far into a file of the user's choice, as a plan. */
    void savePlan();
}
