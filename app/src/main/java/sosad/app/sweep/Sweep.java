package sosad.app.sweep;

import static sosad.model.ArgumentCheck.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import sosad.process.ProgramVersion;

/**
 * The results of one command under seeds that follow each other, and everything else that decides what they are.
 *
 * @param command the command, as on the command line
 * @param version the version of the program
 * @param settings the settings other than the seed, by name, in the order in which they are written
 * @param runs the results by seed, one for each of them
 */
public record Sweep(String command, String version, Map<String, String> settings, NavigableMap<Long, JsonNode> runs) {
    /** @throws IllegalArgumentException if there is no run, or a seed is missing */
    public Sweep {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        runs = Collections.unmodifiableNavigableMap(new TreeMap<>(runs));
        refuseIf(runs.isEmpty(), "a sweep without runs");
        SeedRange seeds = new SeedRange(runs.firstKey(), runs.lastKey());
        refuseIf(seeds.size() != runs.size(), "seeds %s are %d, but %d runs", seeds, seeds.size(), runs.size());
    }

    /** The results of this program. */
    public static Sweep of(String command, Map<String, String> settings, NavigableMap<Long, JsonNode> runs) {
        return new Sweep(command, ProgramVersion.NUMBER, settings, runs);
    }

    /** The seeds. */
    public SeedRange seeds() {
        return new SeedRange(runs.firstKey(), runs.lastKey());
    }
}
