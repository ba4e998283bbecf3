package sosad.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.scenario.BundledScenarios;

/** The command {@code list}: the scenarios, or the fault plans, that come with the app. */
@Command(name = "list", description = "Lists the bundled scenarios.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--plans", description = "List the fault plans for run --live instead.")
    private boolean plans;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (plans) {
            BundledPlans.names().forEach(name -> out.printf("%-22s %s%n", name, BundledPlans.title(name)));
            return;
        }
        for (String name : BundledScenarios.names()) {
            out.printf("%-22s %s%n", name, BundledScenarios.load(name).title());
        }
    }
}
