package sosad.app.simulate;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport;
import sosad.protocol.EnumNames;

/** The summary of a sweep of {@code simulate --rumours}: means, beside what was printed in 1987. */
public final class RumourReport implements SweepReport {
    /** The name in the file of a sweep. */
    public static final String COMMAND = "simulate --rumours";

    private static final List<String> FIGURES = List.of("residue", "traffic", "averageTime", "lastTime");

    @Override
    public String command() {
        return COMMAND;
    }

    @Override
    public Set<SweepFormat> formats() {
        return EnumSet.allOf(SweepFormat.class);
    }

    @Override
    public String text(Sweep sweep, SweepFormat format) {
        return switch (format) {
            case MARKDOWN -> markdown(sweep);
            case HTML -> HtmlPage.of("Rumours", HtmlPage.ofMarkdown(markdown(sweep)));
            case JSON -> json(sweep);
        };
    }

    private static String markdown(Sweep sweep) {
        RumourSettings settings = RumourSettings.of(sweep.settings());
        StringBuilder text = new StringBuilder(format(
                "One rumour among %,d sites that push it, %s; means of %,d runs, seeds %s.%n%n",
                settings.sites(), EnumNames.of(settings.rule()), sweep.runs().size(), sweep.seeds()));
        boolean isPublished = settings.sites() == PublishedRumours.SITES;
        String printed = isPublished ? " (1987)" : "";
        text.append(format("| k | residue%1$s | traffic%1$s | t_ave%1$s | t_last%1$s |%n", printed));
        text.append("| ---: | ---: | ---: | ---: | ---: |\n");
        for (int i = 0; i < settings.eachK().size(); i++) {
            int k = settings.eachK().get(i);
            text.append(format("| %d |", k));
            for (String figure : FIGURES) {
                Optional<String> cell = isPublished ? cell(settings.rule(), figure, k) : Optional.empty();
                text.append(' ').append(beside(mean(sweep, i, figure), cell)).append(" |");
            }
            text.append('\n');
        }
        if (isPublished) {
            text.append("\nIn brackets: Demers et al. 1987; ≠ where a mean is neither within 5 % (20 % for residues "
                    + "below 0.01) nor within half a unit of the last printed digit.\n");
        }
        return text.toString();
    }

    private static String beside(double mean, Optional<String> cell) {
        String own = mean < 1 ? format("%.2g", mean) : PlainNumber.rounded(mean);
        return cell.map(there -> "%s (%s%s)".formatted(own, PublishedRumours.isReached(there, mean) ? "" : "≠ ", there))
                .orElse(own);
    }

    private static Optional<String> cell(RumourRule rule, String figure, int k) {
        PublishedRumours table = PublishedRumours.of(rule);
        List<String> column =
                switch (figure) {
                    case "residue" -> table.residue();
                    case "traffic" -> table.traffic();
                    case "averageTime" -> table.averageTime();
                    default -> table.lastTime();
                };
        return PublishedRumours.cell(column, k);
    }

    private static double mean(Sweep sweep, int index, String figure) {
        double sum = 0;
        for (JsonNode result : sweep.runs().values()) {
            JsonNode value = result.path("rumours").path(index).path(figure);
            refuseIf(!value.isNumber(), "a result of simulate --rumours without \"%s\"", figure);
            sum += value.asDouble();
        }
        return sum / sweep.runs().size();
    }

    private static String json(Sweep sweep) {
        RumourSettings settings = RumourSettings.of(sweep.settings());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("command", COMMAND);
        ObjectNode words = json.putObject("settings");
        settings.byName().forEach(words::put);
        json.put("seeds", sweep.seeds().toString());
        var rows = json.putArray("rows");
        for (int i = 0; i < settings.eachK().size(); i++) {
            ObjectNode row = rows.addObject().put("k", settings.eachK().get(i));
            for (String figure : FIGURES) {
                row.put(figure, mean(sweep, i, figure));
            }
        }
        return json.toPrettyString() + "\n";
    }
}
