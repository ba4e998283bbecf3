package sosad.app.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.api.ApiServer;
import sosad.app.api.Token;
import sosad.app.api.Watch;
import sosad.app.play.Audience;
import sosad.app.play.Lab;
import sosad.app.play.LabActor;
import sosad.app.play.ProcessClusters;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ScenarioReader;
import sosad.app.view.Gui;
import sosad.app.view.Opening;
import sosad.app.viewmodel.BundledScenario;

/** The command {@code gui}: opens the window; where no window can open, plays the sample in the terminal. */
@Command(name = "gui", description = "Opens the window (the default).", mixinStandardHelpOptions = true)
final class GuiCommand implements Callable<Integer> {
    /** Warns that JavaFX came from the class path, which is how it is meant here; kept so that the level stays. */
    private static final Logger FX_LOG = Logger.getLogger("javafx");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A scenario file to open instead of the sample.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--api",
            arity = "0..1",
            fallbackValue = "0",
            paramLabel = "PORT",
            description =
                    "Answer HTTP on this port of the loopback interface too (docs/api.md); without PORT on a free "
                            + "one. Off by default.")
    private Optional<Integer> apiPort = Optional.empty();

    @Override
    public Integer call() {
        Optional<String> missing = Desktop.missing();
        if (missing.isPresent()) {
            spec.commandLine().getErr().println("sosad: " + missing.get() + " Playing the sample here instead.");
            return Main.run("run", "sample");
        }
        FX_LOG.setLevel(Level.SEVERE);
        if (apiPort.isEmpty()) {
            open(listener -> new LabActor(new ProcessClusters(), listener));
            return 0;
        }
        Token token = Token.random();
        try (ApiServer api = ApiPort.bind(apiPort.get(), token, spec.commandLine())) {
            ApiPort.announce(api, token, spec.commandLine().getOut());
            open(listener -> withApi(api, listener));
        }
        return 0;
    }

    private void open(Function<Lab.Listener, Lab> labs) {
        Gui.launch(new Opening(labs, bundled(), ScenarioReader::read, file));
    }

    private static Lab withApi(ApiServer api, Lab.Listener window) {
        Watch watch = new Watch();
        Lab lab = new LabActor(new ProcessClusters(), Audience.of(window, watch));
        api.serve(lab, watch);
        return lab;
    }

    private static List<BundledScenario> bundled() {
        return BundledScenarios.names().stream()
                .map(name -> new BundledScenario(name, BundledScenarios.title(name), () -> BundledScenarios.load(name)))
                .toList();
    }
}
