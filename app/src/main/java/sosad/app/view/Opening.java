package sosad.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sosad.app.play.Lab;
import sosad.app.viewmodel.BundledScenario;
import sosad.app.viewmodel.ScenarioFiles;

/**
 * What the window needs to open.
 *
 * @param labs makes the lab, given who is to be told what happens
 * @param bundled the scenarios that come with the application; the first is opened
 * @param files reads a scenario from a file
 * @param file a file to open instead of the first scenario
 */
public record Opening(
        Function<Lab.Listener, Lab> labs, List<BundledScenario> bundled, ScenarioFiles files, Optional<Path> file) {
    public Opening {
        bundled = List.copyOf(bundled);
    }
}
