package sosad.app.view;

/** What the bar can ask of the window. */
public interface WindowActions {
    /** Light to dark or back. */
    void switchTheme();

    /** Everything larger for a projector, or back. */
    void switchProjector();

    /** Opens or closes the help. */
    void toggleHelp();

    /** Lets a scenario file be chosen. */
    void openFile();
}
