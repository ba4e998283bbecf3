package sosad.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.api.ApiServer;
import sosad.app.api.LabState;
import sosad.app.api.Token;
import sosad.app.lab.Lab;
import sosad.app.lab.LabActor;
import sosad.app.lab.LabEvent;
import sosad.app.lab.ProcessClusters;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.settings.SettingsFile;
import sosad.app.view.window.Gui;
import sosad.app.view.window.NoWindowException;
import sosad.app.view.window.Opening;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.process.StandardStreams.OutputException;

/**
 * The command {@code gui}: opens the window with a scenario; where no window can open, plays that very scenario in the
 * terminal, as {@code run} does ({@code docs/decisions/0057}).
 */
@Command(name = "gui", description = "Opens the window (the default).", mixinStandardHelpOptions = true)
final class GuiCommand implements Callable<Integer> {
    /** Warns that JavaFX came from the class path, which is how it is meant here; kept so that the level stays. */
    private static final Logger FX_LOG = Logger.getLogger("javafx");

    /** The word for no settings at all. */
    private static final String NO_SETTINGS = "none";

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE|NAME",
            description = "A scenario file, or the name of a bundled scenario (default: sample).")
    private Optional<String> scenario = Optional.empty();

    @Option(
            names = "--api",
            arity = "0..1",
            fallbackValue = "0",
            converter = ApiPort.Converter.class,
            paramLabel = "PORT",
            description =
                    "Answer HTTP on this port of the loopback interface too (docs/api.md); without PORT on a free "
                            + "one. Off by default.")
    private Optional<Integer> apiPort = Optional.empty();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            defaultValue = "${env:SOSAD_SETTINGS}",
            description =
                    "The file that keeps what the window remembers; none: nothing is read, and nothing remembered. "
                            + "Default: the variable SOSAD_SETTINGS, else a file in your folder for settings.")
    private Optional<Path> settings = Optional.empty();

    /** The reason why the API's address was not printed, once that is known; set on the window's thread. */
    private final AtomicReference<OutputException> lost = new AtomicReference<>();

    @Override
    public Integer call() {
        ScenarioChoice choice = ScenarioChoice.of(scenario.orElse(ScenarioChoice.FIRST), spec.commandLine());
        Optional<String> missing = Desktop.missing();
        if (missing.isPresent()) {
            return playHere(choice, missing.get());
        }
        FX_LOG.setLevel(Level.SEVERE);
        try {
            open(choice);
            return lost.get() == null ? 0 : Main.OUTPUT_LOST;
        } catch (NoWindowException e) {
            return playHere(choice, Desktop.words(e.getMessage()));
        }
    }

    private int playHere(ScenarioChoice choice, String why) {
        String what = choice.file().map(Path::toString).orElse(choice.name());
        spec.commandLine().getErr().println("sosad: %s Playing %s here instead.".formatted(why, what));
        return spec.root().commandLine().getSubcommands().get("run").execute(what);
    }

    private void open(ScenarioChoice choice) {
        if (apiPort.isEmpty()) {
            open(choice, LabActor::new, () -> {});
            return;
        }
        Token token = Token.random();
        LabState state = LabState.behindWindow();
        try (ApiServer api = ApiPort.bind(apiPort.get(), token, spec.commandLine())) {
            BiFunction<ProcessClusters, Consumer<LabEvent>, Lab> labs = (clusters, window) -> {
                try {
                    ApiPort.announce(api, token, spec.commandLine().getOut());
                } catch (OutputException e) {
                    lost.set(e); // the window is there all the same
                    spec.commandLine().getErr().println("sosad: " + e.getMessage());
                }
                Lab lab = new LabActor(clusters, window.andThen(state));
                api.serve(lab, state);
                return lab;
            };
            open(choice, labs, state::show);
        }
    }

    private void open(
            ScenarioChoice choice, BiFunction<ProcessClusters, Consumer<LabEvent>, Lab> labs, Runnable shown) {
        try (ProcessClusters clusters = ProcessClusters.besideWindow()) {
            CompletableFuture<Scenario> first = CompletableFuture.supplyAsync(() -> begin(choice, clusters));
            Optional<SettingsFile> keeper = settingsFile();
            keeper.ifPresent(file -> CompletableFuture.runAsync(file::read)); // what reads it is loaded meanwhile
            try {
                Gui.launch(new Opening(
                        window -> labs.apply(clusters, window),
                        bundled(),
                        ScenarioReader::read,
                        choice.name(),
                        choice.file(),
                        first,
                        keeper,
                        shown));
            } finally {
                first.handle((scenario, failure) -> scenario).join(); // it starts no process any more
            }
        }
    }

    private Optional<SettingsFile> settingsFile() {
        Path file = settings.orElseGet(() -> SettingsFile.usual(
                System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home"))));
        return file.toString().equals(NO_SETTINGS) ? Optional.empty() : Optional.of(new SettingsFile(file));
    }

    /** Reads what is opened first, and starts its processes, while the window's toolkit starts. */
    private static Scenario begin(ScenarioChoice choice, ProcessClusters clusters) {
        Scenario first = choice.read().scenario();
        clusters.prepare(first.cluster());
        return first;
    }

    private static List<BundledScenario> bundled() {
        return BundledScenarios.names().stream()
                .map(name -> new BundledScenario(name, BundledScenarios.title(name), () -> BundledScenarios.load(name)))
                .toList();
    }
}
