package sosad.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sosad.app.diagram.RandomRun;
import sosad.model.NodeId;

class CausalOrderTest {
    private static CausalOrder of(History history) {
        CausalOrder order = new CausalOrder();
        order.follow(history);
        return order;
    }

    /** Which events each event follows from directly, found without looking for what is quick. */
    private static boolean[][] direct(History history) {
        List<Snapshot> all = history.snapshots();
        boolean[][] follows = new boolean[all.size()][all.size()];
        for (int i = 0; i < all.size(); i++) {
            HistoryEvent later = all.get(i).event();
            for (int j = 0; j < i; j++) {
                HistoryEvent earlier = all.get(j).event();
                Set<NodeId> common = nodes(later.what());
                common.retainAll(nodes(earlier.what()));
                follows[i][j] = later.causes().contains(earlier)
                        || !common.isEmpty()
                        || (earlier.what() instanceof RunEvent.Sent sent
                                && sent.message().id() == message(later.what()));
            }
        }
        return follows;
    }

    private static Set<NodeId> nodes(RunEvent event) {
        Map<Class<?>, NodeId> at = new HashMap<>();
        if (event instanceof RunEvent.Wrote wrote) {
            at.put(event.getClass(), wrote.node());
        } else if (event instanceof RunEvent.Read read) {
            at.put(event.getClass(), read.node());
        } else if (event instanceof RunEvent.Asked asked) {
            at.put(event.getClass(), asked.node());
        } else if (event instanceof RunEvent.Sent sent) {
            at.put(event.getClass(), sent.message().from());
        } else if (event instanceof RunEvent.Delivered delivered) {
            at.put(event.getClass(), delivered.message().to());
        } else if (event instanceof RunEvent.Killed killed) {
            at.put(event.getClass(), killed.node());
        } else if (event instanceof RunEvent.Died died) {
            at.put(event.getClass(), died.node());
        } else if (event instanceof RunEvent.Started started) {
            at.put(event.getClass(), started.node());
        } else if (event instanceof RunEvent.Paused paused) {
            at.put(event.getClass(), paused.node());
        } else if (event instanceof RunEvent.Resumed resumed) {
            at.put(event.getClass(), resumed.node());
        } else if (event instanceof RunEvent.Skewed skewed) {
            at.put(event.getClass(), skewed.node());
        }
        return new HashSet<>(at.values());
    }

    private static long message(RunEvent event) {
        if (event instanceof RunEvent.Delivered delivered) {
            return delivered.message().id();
        } else if (event instanceof RunEvent.Handled handled) {
            return handled.message().id();
        } else if (event instanceof RunEvent.Split split) {
            return split.message().id();
        }
        return event instanceof RunEvent.Reordered reordered
                ? reordered.message().id()
                : -1;
    }

    /** Warshall's closure. */
    private static boolean[][] reachable(boolean[][] direct) {
        boolean[][] closed = direct;
        for (int k = 0; k < closed.length; k++) {
            for (int i = 0; i < closed.length; i++) {
                for (int j = 0; closed[i][k] && j < closed.length; j++) {
                    closed[i][j] |= closed[k][j];
                }
            }
        }
        return closed;
    }

    @Property(tries = 60)
    void pastAndFutureAreWhatIsReachable(@ForAll long seed) {
        History history = RandomRun.of(seed).history();
        boolean[][] before = reachable(direct(history));
        CausalOrder order = of(history);
        for (int event = 0; event < history.size(); event++) {
            BitSet past = new BitSet();
            BitSet future = new BitSet();
            past.set(event);
            future.set(event);
            for (int other = 0; other < history.size(); other++) {
                past.set(other, past.get(other) || before[event][other]);
                future.set(other, future.get(other) || before[other][event]);
            }
            assertThat(order.past(event))
                    .as("past of %s", history.at(event).event())
                    .isEqualTo(past);
            assertThat(order.future(event))
                    .as("future of %s", history.at(event).event())
                    .isEqualTo(future);
        }
    }

    @Property(tries = 30)
    void oneThatFollowsAGrowingHistoryIsThatOfTheWhole(@ForAll long seed) {
        History history = RandomRun.of(seed).history();
        CausalOrder growing = new CausalOrder();
        Random random = new Random(seed);
        for (int size = 1; size <= history.size(); size += 1 + random.nextInt(4)) {
            growing.follow(history.first(size));
        }
        growing.follow(history);
        int event = random.nextInt(history.size());
        assertThat(growing.past(event)).isEqualTo(of(history).past(event));
        assertThat(growing.future(event)).isEqualTo(of(history).future(event));
    }

    @Test
    void anotherHistoryIsFollowedFromItsBeginning() {
        CausalOrder order = of(RandomRun.of(1).history());
        History other = SampleHistory.whole().history();
        order.follow(other);
        assertThat(order.past(other.size() - 1)).isEqualTo(of(other).past(other.size() - 1));
    }
}
