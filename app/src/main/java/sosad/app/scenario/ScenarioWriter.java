package sosad.app.scenario;

import java.util.List;
import java.util.stream.Collectors;
import sosad.app.scenario.Scenario.Step;
import sosad.app.yaml.FlowMap;
import sosad.app.yaml.YamlText;
import sosad.message.Launch.StoreKind;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/**
 * Writes a scenario as a file that {@link ScenarioReader} reads back as an equal one, and that looks as a person would
 * write it. One thing has no form of its own in a file: a {@code cut} or {@code mend} of links that are neither a
 * single one nor all those between groups is written as one action for each link, which does the same.
 */
public final class ScenarioWriter {
    private final StringBuilder yaml = new StringBuilder();

    private ScenarioWriter() {}

    /** The file's text, ending with a line break. */
    public static String write(Scenario scenario) {
        ScenarioWriter writer = new ScenarioWriter();
        writer.text("scenario", scenario.title(), "");
        scenario.about().ifPresent(about -> writer.text("about", about, ""));
        writer.cluster(scenario.cluster());
        writer.steps(scenario.steps());
        return writer.yaml.toString();
    }

    /** An action as it stands in a file, without its dash; several with a semicolon between if it takes them. */
    public static String line(Action action) {
        return String.join("; ", ActionWriter.lines(action));
    }

    private void cluster(ClusterPlan cluster) {
        Rules rules = cluster.rules();
        line("cluster:");
        line("  nodes: " + FlowMap.list(cluster.nodes()));
        if (rules.startTime() != Rules.DOCUMENT.startTime()) {
            line("  start-time: " + rules.startTime());
        }
        line("  content: " + EnumNames.of(rules.content()));
        if (rules.timestamps() != Timestamps.PER_KEY) {
            line("  timestamps: " + EnumNames.of(rules.timestamps()));
        }
        if (rules.schedule() != Schedule.TOGETHER) {
            line("  schedule: " + EnumNames.of(rules.schedule()));
        }
        store(cluster.store());
        if (cluster.gateways() > 0) {
            line("  gateways: " + cluster.gateways());
        }
    }

    private void store(StoreKind store) {
        if (store != StoreKind.MEMORY) {
            line("  store: " + EnumNames.of(store));
        }
    }

    private void steps(List<Step> steps) {
        line(steps.isEmpty() ? "steps: []" : "steps:");
        steps.forEach(this::step);
    }

    private void step(Step step) {
        line("  - time: " + step.time());
        step.title().ifPresent(title -> text("title", title, "    "));
        step.before().ifPresent(before -> text("before", before, "    "));
        step.say().ifPresent(say -> text("say", say, "    "));
        actions("do", step.actions());
        actions("in-flight", step.inFlight());
    }

    private void actions(String name, List<Action> actions) {
        List<String> lines = actions.stream()
                .flatMap(action -> ActionWriter.lines(action).stream())
                .toList();
        if (!lines.isEmpty()) {
            line("    " + name + ":");
            line(lines.stream().map("      - "::concat).collect(Collectors.joining("\n")));
        }
    }

    private void text(String name, String text, String indent) {
        line(indent + name + ": " + YamlText.after(text, indent));
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }
}
