package sosad.app.boot;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.Program;
import sosad.app.export.ExpectationReport;
import sosad.app.export.HistoryReport;
import sosad.app.export.ReportFormat;
import sosad.app.export.RunReport;
import sosad.app.history.History;
import sosad.app.history.Moment;
import sosad.app.play.Player;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;

/** The command {@code run}: plays a scenario on real node processes and prints the document's tables. */
@Command(
        name = "run",
        description = "Plays a scenario on real node processes and prints the document's tables.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|NAME", description = "A scenario file, or the name of one that comes with the app.")
    private String scenario;

    @Option(
            names = "--format",
            defaultValue = "markdown",
            paramLabel = "FORMAT",
            description = "markdown (default), csv or json.")
    private ReportFormat format;

    @Override
    public Integer call() {
        Scenario read = read(scenario);
        RunReport report = HistoryReport.of(read.title(), play(read));
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.text(report));
        out.flush();
        List<ExpectationReport> unmet = report.unmet();
        unmet.forEach(check -> spec.commandLine().getErr().println("sosad: not met: " + check.expect()));
        return unmet.isEmpty() ? 0 : Main.UNMET;
    }

    private Scenario read(String fileOrName) {
        if (BundledScenarios.names().contains(fileOrName)) {
            return BundledScenarios.load(fileOrName);
        }
        Path file = Path.of(fileOrName);
        if (Files.exists(file) || fileOrName.contains("/") || fileOrName.contains(".")) {
            return ScenarioReader.read(file);
        }
        try {
            return BundledScenarios.load(fileOrName);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** Plays a scenario from beginning to end. */
    static History play(Scenario scenario) {
        Unobserved listener = new Unobserved();
        List<Moment> moments = new ArrayList<>();
        try (Cluster cluster = new ProcessCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames(),
                Program.find().forLessons(),
                listener)) {
            cluster.startAll();
            Player player = new Player(scenario, cluster, moments::add);
            while (!player.isAtEnd()) {
                player.beginStep();
                player.finishStep();
                cluster.poll();
                listener.complain();
            }
        }
        return new History(moments);
    }
}
