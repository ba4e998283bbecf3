package sosad.app.api;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingOutlook;
import sosad.app.explain.healing.HealingStretch;
import sosad.app.history.History;
import sosad.app.lab.PlayedRun;
import sosad.app.scenario.ActionFailure;
import sosad.model.Key;
import sosad.protocol.EnumNames;

/** From which events on the present run still heals ({@code docs/why.md}). */
record HealingEndpoints(LabAccess access) {
    private static final long SEED = 1;

    /** A band that takes longer is given up. */
    private static final long MAX_SECONDS = 30;

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/healing", call -> ApiResponse.ok(healing(call))));
    }

    private ObjectNode healing(ApiRequest call) {
        access.requireSteps();
        Optional<Key> key = call.text("key").map(text -> ApiError.reading("key", () -> new Key(text)));
        PlayedRun run = access.done(access.lab().played().thenApply(HealingEndpoints::inSteps));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
        try {
            HealingBand band = HealingOutlook.of(run, key, SEED, share -> requireTime(deadline));
            return json(band, run.history());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiError(ApiError.UNAVAILABLE, "the API is closing");
        }
    }

    private static void requireTime(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw new ApiError(ApiError.TIMEOUT, format("not found out within %d s: the run is too long", MAX_SECONDS));
        }
    }

    private static ObjectNode json(HealingBand band, History history) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", band.key().map(Key::text).orElse(null));
        ArrayNode stretches = json.putArray("stretches");
        for (HealingStretch stretch : band.stretches()) {
            stretches
                    .addObject()
                    .put("from", stretch.fromEvent())
                    .put("to", stretch.toEvent())
                    .put("time", history.at(stretch.fromEvent()).time())
                    .put("share", EnumNames.of(stretch.share()))
                    .put("healing", stretch.healing())
                    .put("of", stretch.of())
                    .put("exact", stretch.exact());
        }
        return json;
    }

    private static PlayedRun inSteps(PlayedRun run) {
        if (!run.lived().isEmpty()) {
            throw new ActionFailure("The nodes ran by their own clocks, which cannot be repeated");
        }
        return run;
    }
}
