package sosad.app.view.checks;

import java.nio.file.Path;
import java.util.Optional;

/** Requests of the view Checks to the window. */
public interface ChecksActions {
    /** Lets a file be chosen to which a report is written; empty if none was. */
    Optional<Path> chooseReport(String format, String extension);

    /** Lets the file with a password be chosen; empty if none was. */
    Optional<Path> choosePasswordFile();

    /** Shows the Lab with this bundled lesson at its start. */
    void openLesson(String name);

    /** Returns the title of a bundled lesson. */
    String lessonTitle(String name);

    /** Lets the cluster on stage run by its own clocks. */
    void goLive();
}
