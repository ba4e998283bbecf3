package sosad.app.viewmodel.lesson;

import java.io.IOException;
import java.nio.file.Path;
import sosad.app.scenario.Scenario;

/** A reader of scenarios that are not bundled. */
@FunctionalInterface
public interface ScenarioFiles {
    /**
     * Reads {@code file}; called off the window's thread.
     *
     * @throws IOException if the file cannot be read
     * @throws RuntimeException if it holds no scenario; the message says where and why, fit for the user
     */
    Scenario read(Path file) throws IOException;
}
