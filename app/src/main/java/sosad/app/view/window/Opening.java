package sosad.app.view.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import sosad.app.lab.Lab;
import sosad.app.lab.LabEvent;
import sosad.app.scenario.Scenario;
import sosad.app.settings.SettingsFile;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.app.viewmodel.lesson.ScenarioFiles;

/**
 * The lab and the scenarios that the window opens with.
 *
 * @param labs makes the lab, given its listener
 * @param bundled the scenarios that come with the application
 * @param files reads a scenario from a file
 * @param name the name of the one of these that is opened; empty if it is a file
 * @param file the file to open instead
 * @param first what is opened; it is read while the window's toolkit starts
 * @param settings keeps what the window remembers, unless it is to remember nothing
 * @param shown run when the window shows what is opened, or why it does not; perhaps more than once
 */
public record Opening(
        Function<Consumer<LabEvent>, Lab> labs,
        List<BundledScenario> bundled,
        ScenarioFiles files,
        String name,
        Optional<Path> file,
        CompletableFuture<Scenario> first,
        Optional<SettingsFile> settings,
        Runnable shown) {
    public Opening {
        bundled = List.copyOf(bundled);
    }

    /** Returns what is opened, unless it cannot be read. Waits until it is. */
    Optional<Scenario> readFirst() {
        return first.handle((scenario, failure) -> Optional.ofNullable(scenario))
                .join();
    }
}
