package sosad.app.compare;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport;

/** The report of a comparison, over one seed or many. */
public final class CompareReport implements SweepReport {
    /** The name of the command. */
    public static final String COMMAND = "compare";

    /** The most times the least possible that per-key should send where nothing is lost. */
    public static final double MAX_TIMES_LEAST = 1.1;

    @Override
    public String command() {
        return COMMAND;
    }

    @Override
    public Set<SweepFormat> formats() {
        return EnumSet.allOf(SweepFormat.class);
    }

    /** Returns everything that decides the figures but the seed, by name. */
    public static Map<String, String> settings(CompareSettings settings, List<ComparedRules> rules) {
        Map<String, String> named = settings.byName();
        named.put(
                "rules",
                String.join("; ", rules.stream().map(ComparedRules::name).toList()));
        return named;
    }

    @Override
    public String text(Sweep sweep, SweepFormat format) {
        MeanComparison comparison = MeanComparison.of(
                sweep.runs().values().stream().map(ComparisonJson::read).toList());
        return switch (format) {
            case MARKDOWN -> CompareMarkdown.of(sweep, comparison);
            case HTML -> CompareHtml.of(sweep, comparison);
            case JSON -> json(sweep, comparison);
        };
    }

    private static String json(Sweep sweep, MeanComparison comparison) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("command", sweep.command())
                .put("version", sweep.version())
                .put("seeds", sweep.seeds().toString());
        ObjectNode settings = json.putObject("settings");
        sweep.settings().forEach(settings::put);
        ArrayNode notes = json.putArray("notes");
        notes(sweep, comparison).forEach(notes::add);
        json.setAll(ComparisonJson.write(comparison.mean()));
        if (comparison.seeds() > 1) {
            for (int row = 0; row < comparison.halfWidths().size(); row++) {
                ObjectNode widths = ((ObjectNode) json.path("rows").get(row)).putObject("halfWidths95");
                comparison.halfWidths().get(row).forEach((column, width) -> widths.put(column.field(), width));
            }
        }
        return json.toPrettyString() + "\n";
    }

    /** The conditions in a sentence. */
    static String conditions(Sweep sweep, Comparison mean) {
        Map<String, String> settings = sweep.settings();
        return format(
                "%s nodes, %s keys, %s writes and as many reads a second for %s of simulated time, %s of the messages "
                        + "lost, store %s, plan %s, seed%s %s: %,.0f writes, %,.0f reads, %,.0f unanswered.",
                settings.get("nodes"),
                settings.get("keys"),
                settings.get("writes-per-second"),
                settings.get("for"),
                percent(settings),
                settings.get("store"),
                settings.get("plan"),
                sweep.runs().size() > 1 ? "s" : "",
                sweep.seeds(),
                mean.writes(),
                mean.reads(),
                mean.unanswered());
    }

    private static String percent(Map<String, String> settings) {
        return format("%.1f %%", 100 * loss(settings));
    }

    private static double loss(Map<String, String> settings) {
        return Double.parseDouble(settings.getOrDefault("loss", "0"));
    }

    /** Returns what is to be said of the figures, a sentence each. */
    public static List<String> notes(Sweep sweep, MeanComparison comparison) {
        List<String> notes = new ArrayList<>();
        Comparison mean = comparison.mean();
        notes.add(format(
                "The least possible is %,.0f entries: each sent once to each node that lacked it, and none that was "
                        + "overwritten before its push.",
                mean.least()));
        double loss = loss(sweep.settings());
        if (loss > 0) {
            notes.add(format(
                    "With %.1f %% lost, whoever sends everything until it has arrived sends %.2f times the least.",
                    100 * loss, 1 / (1 - loss)));
        }
        boolean isCalm = loss == 0 && mean.faults() == 0;
        mean.rows().stream()
                .filter(row ->
                        row.kind() == CompareRow.RowKind.RULE && row.name().startsWith("per-key"))
                .forEach(row -> row.figure(CompareColumn.TIMES_LEAST)
                        .ifPresent(times -> notes.add(goal(row.name(), times, isCalm))));
        if (mean.faults() > 0) {
            notes.add(format("%,.0f faults of the plan happened.", mean.faults()));
        }
        if (!mean.notSimulated().isEmpty()) {
            notes.add("A simulated cluster cannot have these faults of the plan, and did not: %s."
                    .formatted(String.join(", ", mean.notSimulated())));
        }
        return notes;
    }

    private static String goal(String name, double times, boolean isCalm) {
        String figure = format("%s sends %.3f times the least possible", name, times);
        return isCalm
                ? format(
                        "%s; the goal where nothing is lost, at most %.1f, is %s.",
                        figure, MAX_TIMES_LEAST, times <= MAX_TIMES_LEAST ? "reached" : "missed")
                : figure + " under these faults.";
    }
}
