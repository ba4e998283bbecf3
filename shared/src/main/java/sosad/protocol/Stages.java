package sosad.protocol;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sosad.protocol.StoreCheck.Stage;

/**
 * The last stage of one store that was heard from each start of its node. Past {@value #MAX_STAGES} the start that was
 * not heard for longest is dropped.
 */
final class Stages {
    /**
     * The most stages that a message may name. Only starts that the node has not confirmed stay, so there are seldom
     * more than two.
     */
    static final int MAX_STAGES = 8;

    private final Map<Long, Long> numbers = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if there are more than a message may name */
    static void checkFew(List<Stage> stages) {
        if (stages.size() > MAX_STAGES) {
            throw new IllegalArgumentException(
                    format("%,d stages; at most %d are possible", stages.size(), MAX_STAGES));
        }
    }

    void hear(Stage stage) {
        Long before = numbers.remove(stage.start());
        numbers.put(stage.start(), before == null ? stage.number() : Math.max(before, stage.number()));
        if (numbers.size() > MAX_STAGES) {
            Iterator<Long> oldest = numbers.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The node's store has been through this stage: it need not be asked about any more. */
    void drop(Stage confirmed) {
        Long number = numbers.get(confirmed.start());
        if (number != null && number <= confirmed.number()) {
            numbers.remove(confirmed.start());
        }
    }

    void clear() {
        numbers.clear();
    }

    /** Returns whether several starts were heard, so that the node should say that they were of one store. */
    boolean areSeveral() {
        return numbers.size() > 1;
    }

    List<Stage> list() {
        List<Stage> list = new ArrayList<>();
        numbers.forEach((start, number) -> list.add(new Stage(start, number)));
        return list;
    }
}
