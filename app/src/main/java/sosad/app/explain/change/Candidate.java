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
 * @param run the run that is changed
 * @param step the index of the step that is another one
 * @param changed that step as it would be
 * @param added the number of an action that is added, if one is
 * @param events the events that are changed, or beside which something is added
 */
record Candidate(
        ChangeKind kind,
        int place,
        String sentence,
        PlainRun run,
        int step,
        PlainStep changed,
        OptionalInt added,
        List<Integer> events) {
    /** The latest first, then by kind; later events before earlier ones. */
    static final Comparator<Candidate> CLOSEST_FIRST = Comparator.comparing(Candidate::place, Comparator.reverseOrder())
            .thenComparing(Candidate::kind)
            .thenComparing(Candidate::lastEvent, Comparator.reverseOrder());

    /** The step with this index of the changed run. From the changed one on nothing is claimed that held before. */
    PlainStep step(int index) {
        if (index < step) {
            return run.steps().get(index);
        }
        return (index == step ? changed : run.steps().get(index)).withoutClaims();
    }

    private int lastEvent() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1);
    }
}
