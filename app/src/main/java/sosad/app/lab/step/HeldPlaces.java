package sosad.app.lab.step;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sosad.app.scenario.Action;
import sosad.model.Link;

/**
 * The places of held messages in a run, and in the file's, where some are held in parts.
 *
 * @param parts for each link, in how many parts each message held there is held, oldest first; changes with the actions
 */
record HeldPlaces(Map<Link, List<Integer>> parts) {
    /** Returns what does the same in the file's run as this action in the run. */
    List<Action> inFile(Action action) {
        if (action instanceof Action.Deliver deliver) {
            int place = place(deliver.link(), deliver.nth());
            int count = take(deliver.link(), deliver.nth());
            return IntStream.range(0, count)
                    .<Action>mapToObj(i -> new Action.Deliver(deliver.link(), place))
                    .toList();
        }
        if (action instanceof Action.Discard discard) {
            int place = place(discard.link(), discard.nth());
            int count = take(discard.link(), discard.nth());
            return IntStream.range(0, count)
                    .<Action>mapToObj(i -> new Action.Discard(discard.link(), place))
                    .toList();
        }
        if (action instanceof Action.Trim trim) {
            int place = place(trim.link(), trim.nth());
            return IntStream.range(0, count(trim.link(), trim.nth()))
                    .<Action>mapToObj(i -> new Action.Trim(trim.link(), place + i, trim.keys()))
                    .toList();
        }
        return List.of(action);
    }

    private List<Integer> on(Link link) {
        return parts.getOrDefault(link, List.of());
    }

    private int place(Link link, int nth) {
        int known = Math.min(nth - 1, on(link).size());
        return nth
                - known
                + on(link).subList(0, known).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /** What was held by one of these actions themselves is one. */
    private int count(Link link, int nth) {
        return nth <= on(link).size() ? on(link).get(nth - 1) : 1;
    }

    private int take(Link link, int nth) {
        return nth <= on(link).size() ? on(link).remove(nth - 1) : 1;
    }
}
