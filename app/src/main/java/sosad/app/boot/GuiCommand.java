package sosad.app.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.Program;
import sosad.app.play.LabActor;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ClusterPlan;
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

    @Override
    public Integer call() {
        Optional<String> missing = Desktop.missing();
        if (missing.isPresent()) {
            spec.commandLine().getErr().println("sosad: " + missing.get() + " Playing the sample here instead.");
            return Main.run("run", "sample");
        }
        FX_LOG.setLevel(Level.SEVERE);
        Gui.launch(new Opening(
                listener -> new LabActor(GuiCommand::cluster, listener), bundled(), ScenarioReader::read, file));
        return 0;
    }

    private static Cluster cluster(ClusterPlan plan, Cluster.Listener listener) {
        return new ProcessCluster(
                plan.nodes(),
                plan.rules(),
                plan.store(),
                plan.gatewayNames(),
                Program.find().forLessons(),
                listener);
    }

    private static List<BundledScenario> bundled() {
        return BundledScenarios.names().stream()
                .map(name -> new BundledScenario(name, BundledScenarios.title(name), () -> BundledScenarios.load(name)))
                .toList();
    }
}
