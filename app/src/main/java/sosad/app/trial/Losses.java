package sosad.app.trial;

import java.util.List;
import java.util.Map;
import sosad.message.StoreKind;
import sosad.protocol.Content;

/** When acknowledged writes may be lost. */
final class Losses {
    private static final List<String> ENDS_A_PROCESS =
            List.of("kill", "terminate", "restart", "wipe", "fail-disk", "full-disk");

    private Losses() {}

    /**
     * Why acknowledged writes may be missing after these faults; empty if none may.
     *
     * @param struck how many faults were done, by kind
     */
    static String allowed(TrialSettings settings, Map<String, Long> struck) {
        if (settings.content() != Content.PER_KEY) {
            return "only content per-key offers again what was lost";
        }
        if (struck.containsKey("wipe")) {
            return "a store was wiped";
        }
        boolean hasEnded = ENDS_A_PROCESS.stream().anyMatch(struck::containsKey);
        return settings.store() == StoreKind.MEMORY && hasEnded ? "a node ended whose store was in memory" : "";
    }
}
