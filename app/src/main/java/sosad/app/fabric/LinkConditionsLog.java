package sosad.app.fabric;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import sosad.model.Link;

/** The faults of every link at any time since a cluster went live. */
public final class LinkConditionsLog {
    private final Map<Link, NavigableMap<Long, LinkConditions>> changes = new HashMap<>();

    /** From now on this is wrong with the link. */
    public void change(Link link, LinkConditions conditions, long epochMillis) {
        changes.computeIfAbsent(link, none -> new TreeMap<>()).put(epochMillis, conditions);
    }

    /** Returns what was wrong with the link then. */
    public LinkConditions at(Link link, long epochMillis) {
        NavigableMap<Long, LinkConditions> known = changes.getOrDefault(link, new TreeMap<>());
        Map.Entry<Long, LinkConditions> last = known.floorEntry(epochMillis);
        return last == null ? LinkConditions.NONE : last.getValue();
    }
}
