package sosad.app.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import sosad.app.fabric.Chances;
import sosad.app.fabric.LinkConditions;
import sosad.app.fault.LinkFault;
import sosad.model.Link;
import sosad.sim.Fingerprint;
import sosad.wire.FrameKind;

/**
 * The network of a comparison. The fate of a message follows from the seed, its link, its kind and the millisecond at
 * which it is sent: the push that is lost under one rule is lost under the others too.
 */
final class SimNetwork {
    private static final long USUAL_MILLIS = 1;

    private final long seed;
    private LinkConditions usual;
    private final Map<Link, List<LinkFault>> faults = new TreeMap<>();
    private final Map<Slot, Integer> sent = new HashMap<>();
    private final Map<Link, Long> lastDue = new HashMap<>();
    private long sentAtMillis;

    /** The messages of one kind on one link at one moment. */
    private record Slot(Link link, FrameKind kind) {}

    /** @param loss the share of messages that are lost where nothing else is said */
    SimNetwork(long seed, double loss) {
        this.seed = seed;
        this.usual = LinkConditions.NONE.withLoss(loss);
    }

    /** Nothing is lost any more where nothing else is said. */
    void calm() {
        usual = LinkConditions.NONE;
    }

    void inject(Link link, LinkFault fault) {
        faults.computeIfAbsent(link, none -> new ArrayList<>()).add(fault);
    }

    /** Ends one such fault. */
    void heal(Link link, LinkFault fault) {
        faults.getOrDefault(link, List.of()).remove(fault);
    }

    /** Returns whether everything on the link is lost. */
    boolean isCut(Link link) {
        return faults.getOrDefault(link, List.of()).stream().anyMatch(LinkFault.Cut.class::isInstance);
    }

    /**
     * A message is sent.
     *
     * @return when each of its copies arrives; none if it is lost
     */
    List<Long> send(Link link, FrameKind kind, long atMillis) {
        if (atMillis != sentAtMillis) {
            sent.clear();
            sentAtMillis = atMillis;
        }
        int before = sent.merge(new Slot(link, kind), 1, Integer::sum);
        LinkConditions conditions = usual;
        for (LinkFault fault : faults.getOrDefault(link, List.of())) {
            conditions = fault.on(conditions);
        }
        Chances chances = Chances.draw(new SplittableRandom(
                Fingerprint.of(List.of(seed, link.from().name(), link.to().name(), kind, atMillis, before))));
        // A node refuses a frame of which a byte was changed.
        int copies = chances.copies(conditions) - (chances.isCorrupt(conditions) ? 1 : 0);
        if (copies == 0 || chances.isLost(conditions)) {
            return List.of();
        }
        return Collections.nCopies(copies, due(link, conditions, chances, atMillis));
    }

    /** Messages keep their order on a link unless a fault lets them overtake each other. */
    private long due(Link link, LinkConditions conditions, Chances chances, long atMillis) {
        long due = atMillis + USUAL_MILLIS + TimeUnit.NANOSECONDS.toMillis(chances.delayNanos(conditions));
        if (conditions.reorderMillis() == 0) {
            due = Math.max(due, lastDue.getOrDefault(link, 0L));
            lastDue.put(link, due);
        }
        return due;
    }
}
