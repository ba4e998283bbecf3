package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a run in plain words.
 *
 * @param time T
 * @param title its heading
 * @param actions what is done
 * @param inFlight what is done then while the messages stand on their links
 * @param course the deliveries that follow by themselves, in their order
 */
record PlainStep(
        long time,
        Optional<String> title,
        List<PlainAction> actions,
        List<PlainAction> inFlight,
        List<PlainAction> course) {
    PlainStep {
        actions = List.copyOf(actions);
        inFlight = List.copyOf(inFlight);
        course = List.copyOf(course);
    }

    PlainStep withActions(List<PlainAction> others) {
        return new PlainStep(time, title, others, inFlight, course);
    }

    PlainStep withInFlight(List<PlainAction> others) {
        return new PlainStep(time, title, actions, others, course);
    }

    /** Returns the step without what it claims of the run. */
    PlainStep withoutClaims() {
        return new PlainStep(time, title, withoutClaims(actions), withoutClaims(inFlight), course);
    }

    private static List<PlainAction> withoutClaims(List<PlainAction> all) {
        return all.stream().flatMap(one -> one.withoutClaim().stream()).toList();
    }

    /** Everything after the actions, in its order, with what follows by itself. */
    List<PlainAction> afterActions() {
        List<PlainAction> all = new ArrayList<>(inFlight);
        all.addAll(course);
        return all;
    }
}
