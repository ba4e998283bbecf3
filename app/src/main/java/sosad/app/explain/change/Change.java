package sosad.app.explain.change;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import sosad.app.scenario.Scenario;

/**
 * A change to a run after which a node would hold the newest entry of a key: played and found to be so.
 *
 * @param kind what is changed
 * @param sentence the change in at most {@value #MAX_WORDS} words, as what follows "it would be there if": {@code one
 *     sync B → A stood before T = 4}
 * @param scenario the whole changed run, up to the end of the step asked about, in words that any reader of scenario
 *     files knows: without gateways, rules for messages, and reads that ask other nodes
 * @param events the events of the run as it was that are changed, by id, or those beside which something is added; none
 *     for another rule
 */
public record Change(ChangeKind kind, String sentence, Scenario scenario, List<Integer> events) {
    /** The most words of a sentence. */
    public static final int MAX_WORDS = 25;

    static final String UNDER = "; under ";
    static final String WOULD = " it would be there";

    public Change {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(scenario);
        int words = sentence.split(" ").length;
        refuseIf(words > MAX_WORDS, "a sentence has at most %d words, not %d", MAX_WORDS, words);
        events = List.copyOf(events);
    }

    /** Returns the change as a sentence of its own. */
    public String statement() {
        String statement = kind.isSingleEvent() ? "It would be there if " + sentence : sentence;
        return statement.substring(0, 1).toUpperCase(Locale.ROOT) + statement.substring(1);
    }

    /** Returns a title for the changed run. */
    public String title() {
        return kind.isSingleEvent()
                ? "If " + sentence
                : "Under " + sentence.substring(sentence.indexOf(UNDER) + UNDER.length(), sentence.indexOf(WOULD));
    }
}
