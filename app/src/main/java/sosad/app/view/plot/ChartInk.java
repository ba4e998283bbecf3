package sosad.app.view.plot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.paint.Color;
import sosad.app.check.Series;
import sosad.app.view.CanvasColours;
import sosad.model.NodeId;

/** The colours of the lines of a chart: a node's line has the node's; others differ, and are named beside their end. */
final class ChartInk {
    private static final List<String> COLOURS = List.of("accent", "held", "good", "node-b", "node-d", "node-f", "lost");
    /** What has a colour in the operation plot has the same here. */
    private static final Map<String, String> KNOWN =
            Map.of("reads", "plot-read", "writes", "plot-write", "stale", "plot-stale", "failed", "lost");

    private static final int MAX_NAME = 2;

    private final CanvasColours colours;

    ChartInk(CanvasColours colours) {
        this.colours = colours;
    }

    /** @param index which line of the chart it is */
    Color of(Series series, int index) {
        String usual = KNOWN.getOrDefault(series.name(), COLOURS.get(index % COLOURS.size()));
        return node(series.name()).map(colours::of).orElseGet(() -> colours.of(usual));
    }

    /** The node after which a line is named, such as {@code B} or {@code node B}. */
    private static Optional<NodeId> node(String name) {
        String last = name.startsWith("node ") ? name.substring("node ".length()) : name;
        return last.length() <= MAX_NAME && last.matches("[A-Z][0-9]?")
                ? Optional.of(new NodeId(last))
                : Optional.empty();
    }
}
