package sosad.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sosad.app.process.ProcessCommand;

/**
 * The files of apps that are started to be killed: a folder of their own, with their scenario and their nodes' stores.
 */
record AppFiles(Path folder) {
    private static final String SCENARIO = """
            scenario: Stores under load
            cluster: {nodes: [A, B, C], store: disk, content: per-key}
            steps:
              - do: [push: {from: A}]
            """;
    private static final String CALM = """
            plan: Nothing but writes
            faults: []
            """;
    private static final String TROUBLED = """
            plan: Slow disks, and nodes that pause
            faults:
              - {at: 0 ms, pick: A, do: {slow-disk: 300 ms}}
              - {at: 0 ms, pick: C, do: {slow-disk: 20 ms}}
              - {every: 300 ms to 600 ms, pick: one node, do: pause, heal-after: 500 ms}
            """;

    /** Writes them into an empty folder. */
    static AppFiles in(Path folder) throws IOException {
        AppFiles files = new AppFiles(folder);
        Files.writeString(files.scenario(), SCENARIO);
        Files.writeString(files.plan(false), CALM);
        Files.writeString(files.plan(true), TROUBLED);
        Files.createDirectory(files.stores());
        return files;
    }

    private Path scenario() {
        return folder.resolve("scenario.yaml");
    }

    private Path plan(boolean troubled) {
        return folder.resolve(troubled ? "troubled.yaml" : "calm.yaml");
    }

    private Path stores() {
        return folder.resolve("stores");
    }

    /**
     * Returns how an app is started, by this very program.
     *
     * @param display what {@code DISPLAY} is to be, if there is a screen
     */
    ProcessCommand start(StartedAs way, boolean troubled, Optional<String> display) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + stores(),
                "-cp",
                System.getProperty("java.class.path"),
                "sosad.app.cli.Main"));
        command.addAll(way.words(scenario(), plan(troubled)));
        return new ProcessCommand(
                command, display.map(screen -> Map.of("DISPLAY", screen)).orElse(Map.of()));
    }

    /** Deletes the folder and its contents. */
    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
