package sosad.app.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import sosad.app.scenario.Scenario;

/** Reads a scenario from a file. */
@FunctionalInterface
public interface ScenarioReader {
    /**
     * Reads {@code file}; called off the window's thread.
     *
     * @throws IOException if the file cannot be read
     * @throws RuntimeException if it holds no scenario; the message says where and why, fit for the user
     */
    Scenario read(Path file) throws IOException;
}
