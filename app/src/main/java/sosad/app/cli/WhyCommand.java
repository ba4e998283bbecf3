package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sosad.app.explain.Question;
import sosad.app.explain.UnanswerableException;
import sosad.app.explain.report.WhyFormat;
import sosad.app.explain.report.WhyReport;
import sosad.app.lab.PlayedRun;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Scenario;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.RefusedException;

/** The command {@code why}: plays a scenario in memory and says why a node holds what it holds. */
@Command(
        name = "why",
        description = "Plays a scenario in memory and says why a node holds what it holds under a key, or lacks it, "
                + "whether anything will still bring it, and what would have (docs/why.md).",
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|NAME", description = "A scenario file, or the name of a bundled scenario.")
    private String scenario;

    @Option(names = "--at", required = true, paramLabel = "NODE", description = "The node that is asked about.")
    private String at;

    @Option(names = "--key", paramLabel = "KEY", description = "The key that is asked about.")
    private String key;

    @Option(
            names = "--peer",
            paramLabel = "NODE",
            description = "Instead of a key: asks about the node's row of this peer.")
    private String peer;

    @Option(
            names = "--step",
            paramLabel = "N",
            description = "At the end of the file's Nth step; 0 is the start (default: the last step).")
    private Integer step;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private WhyFormat format = WhyFormat.TEXT;

    @Override
    public Integer call() {
        Scenario played = ScenarioChoice.of(scenario, spec.commandLine()).read().scenario();
        int last = steps(played);
        Question question = question();
        SimulatedRun run = SimulatedRun.of(played);
        for (int i = 0; i < last; i++) {
            run.run().beginStep();
            run.finishStep();
        }
        try {
            spec.commandLine().getOut().print(report(run.played(), question).in(format));
        } catch (UnanswerableException e) {
            throw wrong(e.getMessage());
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int steps(Scenario played) {
        int all = played.steps().size();
        if (step != null && (step < 0 || step > all)) {
            throw wrong(format("--step %d: the scenario has steps 1 to %d, and 0 is its start", step, all));
        }
        return step == null ? all : step;
    }

    private Question question() {
        if ((key == null) == (peer == null)) {
            throw wrong("why needs either --key KEY or --peer NODE");
        }
        return key == null
                ? new Question.OfRow(node("--at", at), node("--peer", peer))
                : new Question.OfEntry(node("--at", at), key());
    }

    private NodeId node(String option, String name) {
        try {
            return new NodeId(name);
        } catch (IllegalArgumentException e) {
            throw wrong("%s: %s".formatted(option, e.getMessage()));
        }
    }

    private Key key() {
        try {
            return new Key(key);
        } catch (RefusedException e) {
            throw wrong("--key: " + e.getMessage());
        }
    }

    private static WhyReport report(PlayedRun run, Question question) {
        return WhyReport.of(run, run.history().size() - 1, question);
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
