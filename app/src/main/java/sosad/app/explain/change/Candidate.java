package sosad.app.explain.change;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * A change that may help.
 *
 * @param kind what is changed
 * @param place where: the step's index twice, and one more after that step
 * @param sentence the change in words
 * @param changed the changed run
 * @param step the index of the first step that is another one
 * @param added the number of an action that is added, if one is
 * @param events the events that are changed, or beside which something is added
 */
record Candidate(
        ChangeKind kind,
        int place,
        String sentence,
        PlainRun changed,
        int step,
        OptionalInt added,
        List<Integer> events) {
    /** The latest first, then by kind; later events before earlier ones. */
    static final Comparator<Candidate> CLOSEST_FIRST = Comparator.comparing(Candidate::place, Comparator.reverseOrder())
            .thenComparing(Candidate::kind)
            .thenComparing(Candidate::lastEvent, Comparator.reverseOrder());

    private int lastEvent() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1);
    }
}
