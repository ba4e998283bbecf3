package sosad.app.check.nemesis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import sosad.app.check.Absences;
import sosad.app.check.Agreement;
import sosad.app.check.Outlook;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.Workload.Tally;
import sosad.protocol.Rules.Content;

/**
 * The result of a trial.
 *
 * @param plan the plan's title
 * @param seed what decided what was left to chance
 * @param content the rule under which the nodes synced
 * @param injected how many faults were done, by kind
 * @param notDone how many faults of the plan could not be done
 * @param beyond how many lines of the plan begin after the trial's end
 * @param messages what became of the messages, over all links
 * @param refusedFrames how many frames nodes refused, as those that were corrupted
 * @param tally what the clients were told
 * @param convergedAfterMillis how long after the heal all nodes held the same; empty: not within the limit
 * @param agreement what was different last
 * @param outlook what the rules make of that, if anything was
 * @param owedPushes under how many keys the nodes still owed each other pushes, if anything was different
 * @param entries how many entries a node held in the end
 * @param absences acknowledged writes that are not everywhere
 * @param forgotten what nodes had told that they held, and do not
 * @param foreign what is held or was read that nobody wrote
 */
public record TrialResult(
        String plan,
        long seed,
        Content content,
        Map<String, Long> injected,
        int notDone,
        int beyond,
        LinkCounts messages,
        long refusedFrames,
        Tally tally,
        OptionalLong convergedAfterMillis,
        Agreement agreement,
        Optional<Outlook> outlook,
        int owedPushes,
        int entries,
        Absences absences,
        List<String> forgotten,
        List<String> foreign) {
    public TrialResult {
        injected = Collections.unmodifiableMap(new TreeMap<>(injected));
        forgotten = List.copyOf(forgotten);
        foreign = List.copyOf(foreign);
    }

    /** The verdict on the cluster. */
    public enum Verdict {
        /** The cluster kept all promises of its rules. */
        GOOD,
        /** It did not. */
        FAULT,
        /** Nothing was tried. */
        INCONCLUSIVE
    }

    /** Returns what is to be said of the cluster. */
    public Verdict verdict() {
        if (!faults().isEmpty()) {
            return Verdict.FAULT;
        }
        return tally.acknowledged() == 0 ? Verdict.INCONCLUSIVE : Verdict.GOOD;
    }

    /** Returns whether the cluster kept all promises of its rules. */
    public boolean isGood() {
        return verdict() == Verdict.GOOD;
    }

    /** Returns what the cluster did that its rules do not allow, in words. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        int unhealed = outlook.map(of -> of.unhealed().size()).orElse(0);
        count(faults, unhealed, "%,d keys on which the rules bring nodes further than they came");
        count(faults, owedPushes, "%,d pushes that are still owed");
        count(faults, absences.lost().size(), "%,d acknowledged writes that no node holds");
        count(faults, forgotten.size(), "%,d entries that a node held and no longer holds");
        count(faults, foreign.size(), "%,d values that nobody wrote");
        return faults;
    }

    private static void count(List<String> faults, int number, String words) {
        if (number > 0) {
            faults.add(String.format(Locale.ROOT, words, number));
        }
    }

    /** The forms in which the result of a trial can be written. Their words are {@link sosad.protocol.EnumNames#of}. */
    public enum TrialFormat {
        /** For people. */
        TEXT,
        /** For programs. */
        JSON;

        /** The result in this form, ending with a line break. */
        public String text(TrialResult result) {
            return this == TEXT ? TrialText.of(result) : TrialJson.of(result);
        }
    }
}
