package sosad.app.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport;
import sosad.protocol.EnumNames;

/** The summary of a sweep of {@code simulate}. */
public final class SimulationReport implements SweepReport {
    /** The name in the file of a sweep. */
    public static final String COMMAND = "simulate";

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
        SimulationSummary summary = SimulationSummary.of(sweep);
        return switch (format) {
            case MARKDOWN -> SimulationMarkdown.of(summary);
            case HTML -> SimulationHtml.of(summary);
            case JSON -> json(summary);
        };
    }

    private static String json(SimulationSummary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("command", COMMAND);
        ObjectNode settings = json.putObject("settings");
        summary.settings().byName().forEach(settings::put);
        json.put("seeds", summary.seeds().toString());
        put(json, "stopsPayingByBytes", summary.stopsPayingByBytes());
        put(json, "stopsPayingByMessages", summary.stopsPayingByMessages());
        ObjectNode topologies = json.putObject("topologies");
        summary.sizes().forEach((topology, sizes) -> {
            ArrayNode list = topologies.putArray(EnumNames.of(topology));
            for (SizeSummary size : sizes) {
                ObjectNode one = list.addObject()
                        .put("nodes", size.nodes())
                        .put("runs", size.runs())
                        .put("converged", size.converged())
                        .put("stuck", size.stuck())
                        .put("expectedRounds", size.expectedRounds());
                put(one, "rounds", size.rounds());
                put(one, "millis", size.millis());
                put(one, "messagesPerNode", size.messages());
                put(one, "bytesPerNode", size.bytes());
                put(one, "entriesToLeast", size.entriesToLeast());
            }
        });
        return json.toPrettyString() + "\n";
    }

    private static void put(ObjectNode json, String name, OptionalDouble number) {
        if (number.isPresent()) {
            json.put(name, number.getAsDouble());
        } else {
            json.putNull(name);
        }
    }

    private static void put(ObjectNode json, String name, Band band) {
        json.putObject(name).put("mean", band.mean()).put("low", band.low()).put("high", band.high());
    }
}
