package sosad.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sosad.app.sweep.SweepRuns;

/** Lets one rumour run to its end for each k, once for each seed. */
public record RumourRuns(RumourSettings settings) implements SweepRuns.Run {
    @Override
    public JsonNode of(long seed) throws InterruptedException {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode runs = result.putArray("rumours");
        for (int k : settings.eachK()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            RumourEpidemic epidemic = epidemic(k, seed);
            runs.addObject()
                    .put("k", k)
                    .put("residue", epidemic.residue())
                    .put("traffic", epidemic.traffic())
                    .put("averageTime", epidemic.averageTime())
                    .put("lastTime", epidemic.lastTime());
        }
        return result;
    }

    RumourEpidemic epidemic(int k, long seed) {
        return RumourEpidemic.of(settings.sites(), settings.rule(), k, new Draws(seed).of(0, k));
    }
}
