package sosad.app.export.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sosad.app.watch.ConvergenceFigures;

/** How far nodes agree as JSON, in reports and in the API. */
public final class ConvergenceJson {
    private ConvergenceJson() {}

    /** Returns an object with all figures. */
    public static ObjectNode of(ConvergenceFigures figures) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("entries", figures.entries())
                .put("everywhere", figures.everywhere());
        ObjectNode lag = json.putObject("lag");
        figures.lag().forEach((node, lacking) -> lag.put(node.name(), lacking));
        return json.put("messages", figures.messages()).put("bytes", figures.bytes());
    }
}
