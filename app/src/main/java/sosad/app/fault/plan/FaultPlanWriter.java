package sosad.app.fault.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sosad.app.yaml.FlowMap;
import sosad.app.yaml.YamlText;
import sosad.model.Link;

/** Writes a plan as a file that {@link FaultPlanReader} reads back as an equal one. */
public final class FaultPlanWriter {
    private final StringBuilder yaml = new StringBuilder();

    private FaultPlanWriter() {}

    /** The file's text, ending with a line break. */
    public static String write(FaultPlan plan) {
        FaultPlanWriter writer = new FaultPlanWriter();
        writer.text("plan", plan.title(), "");
        plan.about().ifPresent(about -> writer.text("about", about, ""));
        writer.line(plan.faults().isEmpty() ? "faults: []" : "faults:");
        plan.faults().forEach(writer::fault);
        return writer.yaml.toString();
    }

    /** A plan that decides exactly this, whatever the seed: what chance has decided, to be seen again. */
    public static FaultPlan plan(String title, Optional<String> about, List<Decision> decisions) {
        return new FaultPlan(
                title, about, decisions.stream().map(Decision::asPlanned).toList());
    }

    private void fault(PlannedFault fault) {
        line("  - " + text(fault.timing()));
        line("    pick: " + text(fault.pick()));
        line("    do: " + FaultYaml.text(fault.what()));
        fault.healAfterMillis().ifPresent(millis -> line("    heal-after: " + FaultYaml.time(millis)));
        fault.say().ifPresent(say -> text("say", say, "    "));
    }

    private static String text(Timing timing) {
        if (timing instanceof Timing.Once once) {
            return "at: " + FaultYaml.time(once.millis());
        }
        Timing.Every every = (Timing.Every) timing;
        String least = "every: " + FaultYaml.time(every.leastMillis());
        return every.leastMillis() == every.mostMillis() ? least : least + " to " + FaultYaml.time(every.mostMillis());
    }

    private static String text(Pick pick) {
        if (pick instanceof LinkPick link) {
            return link.words();
        }
        if (pick instanceof ProcessPick process) {
            return process.words();
        }
        if (pick instanceof Pick.NamedProcesses named) {
            return named.processes().size() == 1 ? named.processes().get(0).name() : FlowMap.list(named.processes());
        }
        List<Link> links = ((Pick.NamedLinks) pick).links();
        return links.size() == 1
                ? text(links.get(0))
                : links.stream().map(FaultPlanWriter::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(Link link) {
        return new FlowMap().with("from", link.from()).with("to", link.to()).toString();
    }

    private void text(String name, String text, String indent) {
        line(indent + name + ": " + YamlText.after(text, indent));
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }
}
