package sosad.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ScenarioFile;
import sosad.app.scenario.ScenarioReader;

/**
 * The scenario that a command line names.
 *
 * @param name what comes with the app, unless a file is named
 * @param file the file
 */
record ScenarioChoice(String name, Optional<Path> file) {
    /** The scenario that is opened by default. */
    static final String FIRST = BundledScenarios.names().get(0);

    /**
     * Understands a file's name, or the name of one that comes with the app.
     *
     * @throws java.nio.file.InvalidPathException if the system has no such names
     * @throws ParameterException if there is none of the name
     */
    static ScenarioChoice of(String fileOrName, CommandLine commandLine) {
        boolean isFile = !BundledScenarios.names().contains(fileOrName)
                && (fileOrName.contains("/") || fileOrName.contains(".") || Files.exists(Path.of(fileOrName)));
        if (isFile) {
            return new ScenarioChoice("", Optional.of(Path.of(fileOrName)));
        }
        try {
            BundledScenarios.bytes(fileOrName);
            return new ScenarioChoice(fileOrName, Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, e.getMessage(), e);
        }
    }

    /**
     * Reads it.
     *
     * @throws sosad.app.yaml.YamlFileException if the file is no scenario
     */
    ScenarioFile read() {
        return file.map(ScenarioReader::readWithPlaces).orElseGet(() -> BundledScenarios.loadWithPlaces(name));
    }
}
