package sosad.app.history;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sosad.model.ByType;
import sosad.model.NodeId;

/**
 * What happened before what, in the sense of Lamport, <i>Time, clocks, and the ordering of events</i> (1978): one event
 * before another at the same node, the sending of a message before whatever happens to it, and each cause that an event
 * names before it. It follows a history that grows.
 */
public final class CausalOrder {
    private static final ByType<RunEvent, List<NodeId>> PLACES = new ByType<RunEvent, List<NodeId>>()
            .on(RunEvent.ClusterStarted.class, event -> List.of())
            .on(RunEvent.StepOpened.class, event -> List.of())
            .on(RunEvent.ActionsDone.class, event -> List.of())
            .on(RunEvent.StepDone.class, event -> List.of())
            .on(RunEvent.Wrote.class, event -> List.of(event.node()))
            .on(RunEvent.Asked.class, event -> List.of(event.node()))
            .on(RunEvent.Read.class, event -> List.of(event.node()))
            .on(RunEvent.Inquired.class, CausalOrder::places)
            .on(RunEvent.Sent.class, event -> List.of(event.message().from()))
            .on(RunEvent.Delivered.class, event -> List.of(event.message().to()))
            .on(RunEvent.Handled.class, event -> List.of())
            .on(RunEvent.Split.class, event -> List.of())
            .on(RunEvent.Reordered.class, event -> List.of())
            .on(RunEvent.StepFailed.class, event -> List.of())
            .on(RunEvent.Failed.class, event -> List.of())
            .on(RunEvent.Checked.class, event -> List.of())
            .on(RunEvent.Killed.class, event -> List.of(event.node()))
            .on(RunEvent.Started.class, event -> List.of(event.node()))
            .on(RunEvent.Paused.class, event -> List.of(event.node()))
            .on(RunEvent.Resumed.class, event -> List.of(event.node()))
            .on(RunEvent.Died.class, event -> List.of(event.node()))
            .on(RunEvent.Skewed.class, event -> List.of(event.node()))
            .on(RunEvent.Cut.class, event -> List.of())
            .on(RunEvent.Mended.class, event -> List.of())
            .on(RunEvent.RuleSet.class, event -> List.of())
            .on(RunEvent.RulesEnded.class, event -> List.of())
            .all(RunEvent.class);

    private final Map<NodeId, Integer> lastAt = new HashMap<>();
    private final Map<Long, Integer> sent = new HashMap<>();
    private int[][] before = new int[64][];
    private History history;
    private int size;

    /** A question that arrives is an event at both nodes. */
    private static List<NodeId> places(RunEvent.Inquired event) {
        NodeId from = event.inquiry().from();
        return event.fate() == Fate.DELIVERED ? List.of(from, event.inquiry().to()) : List.of(from);
    }

    /** Takes in what a history has more than the one before, or all of it if it is another one. */
    public void follow(History newHistory) {
        boolean goesOn = history != null && newHistory.size() >= size && newHistory.first(size) == history;
        if (!goesOn) {
            lastAt.clear();
            sent.clear();
            size = 0;
        }
        for (Snapshot next : newHistory.snapshots().subList(size, newHistory.size())) {
            add(next.event());
        }
        history = newHistory;
    }

    private void add(HistoryEvent event) {
        RunEvent what = event.what();
        List<NodeId> places = PLACES.of(what);
        IntStream direct = IntStream.concat(
                places.stream().filter(lastAt::containsKey).mapToInt(lastAt::get),
                IntStream.concat(
                        event.causes().stream().mapToInt(HistoryEvent::id),
                        message(what) == null || !sent.containsKey(message(what))
                                ? IntStream.empty()
                                : IntStream.of(sent.get(message(what)))));
        if (size == before.length) {
            before = Arrays.copyOf(before, 2 * size);
        }
        before[size] = direct.distinct().toArray();
        places.forEach(place -> lastAt.put(place, size));
        if (what instanceof RunEvent.Sent sending) {
            sent.put(sending.message().id(), size);
        } else if (what instanceof RunEvent.Split split
                && sent.containsKey(split.message().id())) {
            sent.put(split.copy().id(), sent.get(split.message().id()));
        }
        size++;
    }

    /** Returns the message to which something happened after it was sent; null if it is none. */
    private static Long message(RunEvent what) {
        if (what instanceof RunEvent.Delivered delivered) {
            return delivered.message().id();
        } else if (what instanceof RunEvent.Handled handled) {
            return handled.message().id();
        } else if (what instanceof RunEvent.Split split) {
            return split.message().id();
        }
        return what instanceof RunEvent.Reordered reordered
                ? (Long) reordered.message().id()
                : null;
    }

    /** Returns the events that happened before {@code event}, and itself. */
    public BitSet past(int event) {
        BitSet past = new BitSet();
        past.set(event);
        for (int i = event; i >= 0; i = past.previousSetBit(i - 1)) {
            for (int direct : before[i]) {
                past.set(direct);
            }
            if (i == 0) {
                break;
            }
        }
        return past;
    }

    /** Returns the events that happened after {@code event}, and itself. */
    public BitSet future(int event) {
        BitSet future = new BitSet();
        future.set(event);
        for (int i = event + 1; i < size; i++) {
            for (int direct : before[i]) {
                if (future.get(direct)) {
                    future.set(i);
                    break;
                }
            }
        }
        return future;
    }
}
