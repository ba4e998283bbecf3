package sosad.app.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ScenarioFile;
import sosad.app.scenario.ScenarioReader;

/** The scenario that a command line names. */
final class ScenarioChoice {
    private ScenarioChoice() {}

    /**
     * Reads a file, or the scenario of this name that comes with the app.
     *
     * @throws sosad.app.yaml.YamlFileException if the file is no scenario
     * @throws ParameterException if there is none of the name
     */
    static ScenarioFile read(String fileOrName, CommandLine commandLine) {
        if (BundledScenarios.names().contains(fileOrName)) {
            return BundledScenarios.loadWithPlaces(fileOrName);
        }
        Path file = Path.of(fileOrName);
        if (Files.exists(file) || fileOrName.contains("/") || fileOrName.contains(".")) {
            return ScenarioReader.readWithPlaces(file);
        }
        try {
            return BundledScenarios.loadWithPlaces(fileOrName);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, e.getMessage(), e);
        }
    }
}
