package sosad.app.simulate;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sosad.app.sweep.SeedRange;
import sosad.protocol.EnumNames;

/**
 * The rumours that are simulated.
 *
 * @param sites how many sites there are
 * @param rule when a site loses interest
 * @param k the parameters of the rule
 */
public record RumourSettings(int sites, RumourRule rule, SeedRange k) {
    private static final int MAX_SITES = 1_000_000;
    private static final int MAX_K = 100;

    /** @throws IllegalArgumentException naming what is out of range */
    public RumourSettings {
        refuseIf(
                sites < SimulationSettings.MIN_NODES || sites > MAX_SITES,
                "%,d nodes; it must be from %d to %,d with --rumours",
                sites,
                SimulationSettings.MIN_NODES,
                MAX_SITES);
        refuseIf(k.first() < 1 || k.last() > MAX_K, "k %s; it must be from 1 to %d", k, MAX_K);
    }

    List<Integer> eachK() {
        return IntStream.rangeClosed((int) k.first(), (int) k.last()).boxed().toList();
    }

    /** The settings by name, as in the file of a sweep. */
    public Map<String, String> byName() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("nodes", Integer.toString(sites));
        settings.put("rumours", EnumNames.of(rule));
        settings.put("k", k.toString());
        return settings;
    }

    /**
     * Returns the settings of which {@link #byName} are the texts.
     *
     * @throws IllegalArgumentException if they are of another command
     */
    static RumourSettings of(Map<String, String> settings) {
        refuseIf(
                !settings.keySet().containsAll(List.of("nodes", "rumours", "k")),
                "its settings are not those of simulate --rumours: %s",
                settings);
        return new RumourSettings(
                Integer.parseInt(settings.get("nodes")),
                EnumNames.parse(RumourRule.class, settings.get("rumours"))
                        .orElseThrow(() -> new IllegalArgumentException("no rule " + settings.get("rumours"))),
                SeedRange.parse(settings.get("k")));
    }
}
