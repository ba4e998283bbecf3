package sosad.app.fault;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.fabric.LinkConditions;
import sosad.model.Link;

/**
 * What is wrong with a cluster at a moment.
 *
 * @param inForce the faults in force, in the order in which they were injected
 * @param links what is wrong with each link that something is wrong with
 * @param injected how many faults were injected so far, healed ones included, by kind
 */
public record FaultSnapshot(List<ActiveFault> inForce, Map<Link, LinkConditions> links, Map<String, Long> injected) {
    /** Nothing was ever done. */
    public static final FaultSnapshot NONE = new FaultSnapshot(List.of(), Map.of(), Map.of());

    public FaultSnapshot {
        inForce = List.copyOf(inForce);
        links = Collections.unmodifiableMap(new TreeMap<>(links));
        injected = Collections.unmodifiableMap(new TreeMap<>(injected));
    }
}
