package sosad.app.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sosad.app.load.MissingWrite;
import sosad.model.NodeId;

/**
 * The acknowledged writes that not every node holds, nor anything written later under their keys.
 *
 * @param lost those that no node holds, for no reason
 * @param gone those that no node holds because the store that had them was emptied before anybody else had them: with
 *     the process whose memory it was, or by a wipe
 * @param partly those that some nodes hold and others do not
 * @param byNode how many each node lacks, of all of these
 */
public record Absences(
        List<MissingWrite> lost, List<MissingWrite> gone, List<MissingWrite> partly, Map<NodeId, Integer> byNode) {
    /** Every node holds every write. */
    public static final Absences NONE = new Absences(List.of(), List.of(), List.of(), Map.of());

    public Absences {
        lost = List.copyOf(lost);
        gone = List.copyOf(gone);
        partly = List.copyOf(partly);
        byNode = Collections.unmodifiableMap(new TreeMap<>(byNode));
    }

    /** The identity of a write, whatever is held instead. */
    private record Write(String key, long number) {}

    /**
     * Counts apart.
     *
     * @param missing what each live node lacks
     * @param wasEmptied whether the store that a missing write was in was emptied since
     */
    static Absences of(Map<NodeId, List<MissingWrite>> missing, Predicate<MissingWrite> wasEmptied) {
        Map<NodeId, Integer> byNode = new TreeMap<>();
        Map<Write, List<MissingWrite>> byWrite = new LinkedHashMap<>();
        missing.forEach((node, writes) -> {
            byNode.put(node, writes.size());
            writes.forEach(
                    one -> byWrite.computeIfAbsent(new Write(one.key(), one.number()), absent -> new ArrayList<>())
                            .add(one));
        });
        List<MissingWrite> lost = new ArrayList<>();
        List<MissingWrite> gone = new ArrayList<>();
        List<MissingWrite> partly = new ArrayList<>();
        byWrite.values().forEach(where -> {
            MissingWrite one = Collections.max(where, Comparator.comparingLong(MissingWrite::held));
            boolean isNowhere = where.size() == missing.size();
            (isNowhere ? wasEmptied.test(one) ? gone : lost : partly).add(one);
        });
        return new Absences(lost, gone, partly, byNode);
    }

    /** All of them. */
    public List<MissingWrite> all() {
        return Stream.of(lost, gone, partly).flatMap(List::stream).toList();
    }

    /** Returns how many there are. */
    public int total() {
        return lost.size() + gone.size() + partly.size();
    }
}
