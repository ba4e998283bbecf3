package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanWriter;
import sosad.app.process.NodeException;
import sosad.app.process.Program;
import sosad.app.sweep.SweepRuns;
import sosad.protocol.EnumNames;

/**
 * The same trial once for each seed.
 *
 * @param settings whose seed does not count
 * @param progress gets a line for each trial that is over
 */
public record TrialSweep(TrialSettings settings, FaultPlan plan, Program program, Consumer<String> progress)
        implements SweepRuns.Run {
    @Override
    public JsonNode of(long seed) throws InterruptedException {
        ObjectNode result = trial(seed);
        progress.accept(TrialSweepReport.row(seed, result));
        return result;
    }

    private ObjectNode trial(long seed) throws InterruptedException {
        try (Trial trial = new Trial(settings.withSeed(seed), plan, program, new NemesisListener() {})) {
            TrialResult result = trial.run();
            ObjectNode json = TrialJson.json(result);
            return result.isGood() ? json : json.put("text", TrialText.of(result));
        } catch (NodeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(e.getMessage());
            }
            return JsonNodeFactory.instance.objectNode().put("good", false).put("failed", e.getMessage());
        }
    }

    /** The settings by name, as in the file of a sweep; a plan is told from others by the checksum of its text. */
    public Map<String, String> byName() {
        CRC32C checksum = new CRC32C();
        checksum.update(FaultPlanWriter.write(plan).getBytes(StandardCharsets.UTF_8));
        Map<String, String> names = new LinkedHashMap<>();
        names.put("plan", format("%s (%08x)", plan.title(), checksum.getValue()));
        names.put("for", settings.duration().toMillis() + "ms");
        names.put("nodes", Integer.toString(settings.nodes()));
        names.put("gateways", Integer.toString(settings.gateways()));
        names.put("store", EnumNames.of(settings.store()));
        names.put("content", EnumNames.of(settings.content()));
        names.put("writesPerSecond", Integer.toString(settings.writesPerSecond()));
        return names;
    }
}
