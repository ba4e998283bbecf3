package sosad.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import sosad.app.yaml.YamlJson;

/** The JSON form of a scenario, in which every step has a time and its actions. {@link ScenarioReader} reads it too. */
public final class ScenarioJson {
    private static final YamlJson FORM = new YamlJson(
            Set.of("start-time", "gateways", "time", "nth", "steps", "delay", "every", "now", "prev", "by"),
            Set.of("wipe", "step", "converged"));

    private ScenarioJson() {}

    /** A scenario as an object. */
    public static ObjectNode of(Scenario scenario) {
        ObjectNode json = FORM.object(ScenarioWriter.write(scenario));
        for (JsonNode step : json.withArray("steps")) {
            ((ObjectNode) step).withArray("do");
        }
        return json;
    }

    /** The same as the text of a file. */
    public static String text(Scenario scenario) {
        return YamlJson.text(of(scenario)) + "\n";
    }
}
