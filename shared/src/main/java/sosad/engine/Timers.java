package sosad.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The timers of an engine that are set, each at most once; of those due at one time, the first set comes first. */
final class Timers {
    private final Host host;
    private final TreeMap<Long, Set<Timer>> byDue = new TreeMap<>();
    private final Map<Timer, Long> dues = new HashMap<>();

    Timers(Host host) {
        this.host = host;
    }

    /** Sets a timer that is not set yet. */
    void after(long millis, Timer timer) {
        set(new Timer.Set(timer, host.millis() + millis));
    }

    void set(Timer.Set set) {
        if (dues.putIfAbsent(set.timer(), set.due()) == null) {
            byDue.computeIfAbsent(set.due(), none -> new LinkedHashSet<>()).add(set.timer());
            if (set.due() == byDue.firstKey()) {
                host.ringAt(set.due());
            }
        }
    }

    boolean isSet(Timer timer) {
        return dues.containsKey(timer);
    }

    void cancel(Timer timer) {
        Long due = dues.remove(timer);
        if (due != null) {
            Set<Timer> sameTime = byDue.get(due);
            sameTime.remove(timer);
            if (sameTime.isEmpty()) {
                byDue.remove(due);
            }
        }
    }

    void cancelAll(Predicate<Timer> which) {
        List.copyOf(dues.keySet()).stream().filter(which).forEach(this::cancel);
    }

    /** The next timer that is due by now, which is not set any more; if there is none, the host is asked to ring. */
    Optional<Timer> next() {
        if (byDue.isEmpty()) {
            return Optional.empty();
        }
        if (byDue.firstKey() > host.millis()) {
            host.ringAt(byDue.firstKey());
            return Optional.empty();
        }
        Timer next = byDue.firstEntry().getValue().iterator().next();
        cancel(next);
        return Optional.of(next);
    }

    /** The timers that are set, in the order in which they ring. */
    List<Timer.Set> all() {
        List<Timer.Set> all = new ArrayList<>();
        byDue.forEach((due, timers) -> timers.forEach(timer -> all.add(new Timer.Set(timer, due))));
        return all;
    }
}
