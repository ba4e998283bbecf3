package sosad.app.trial;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.Tally;

/**
 * What came of a trial.
 *
 * @param plan the plan's title
 * @param seed what decided what was left to chance
 * @param struck how many faults were done, by kind
 * @param notDone how many faults of the plan could not be done
 * @param messages what became of the messages, over all links
 * @param refusedFrames how many frames nodes refused, as those that were corrupted
 * @param tally what the clients were told
 * @param convergedAfterMillis how long after the heal all nodes held the same; empty: not within the limit
 * @param agreement what was different last
 * @param entries how many entries a node held in the end
 * @param missing acknowledged writes that are not there
 * @param foreign what is held or was read that nobody wrote
 * @param lossAllowed why acknowledged writes may be missing; empty if none may
 */
public record TrialResult(
        String plan,
        long seed,
        Map<String, Long> struck,
        int notDone,
        LinkCounts messages,
        long refusedFrames,
        Tally tally,
        OptionalLong convergedAfterMillis,
        Agreement agreement,
        int entries,
        List<String> missing,
        List<String> foreign,
        String lossAllowed) {
    public TrialResult {
        struck = Collections.unmodifiableMap(new TreeMap<>(struck));
        missing = List.copyOf(missing);
        foreign = List.copyOf(foreign);
    }

    /** Whether everything is as it must be. */
    public boolean isGood() {
        return convergedAfterMillis.isPresent() && foreign.isEmpty() && (missing.isEmpty() || !lossAllowed.isEmpty());
    }
}
