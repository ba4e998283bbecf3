package sosad.app.boot;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sosad.app.scenario.BundledScenarios;

/** The command {@code list}: the scenarios that come with the app. */
@Command(name = "list", description = "Lists the scenarios that come with SOSAD Lab.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : BundledScenarios.names()) {
            out.printf("%-22s %s%n", name, BundledScenarios.load(name).title());
        }
    }
}
