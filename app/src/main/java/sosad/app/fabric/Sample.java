package sosad.app.fabric;

import java.util.ArrayList;
import java.util.List;
import sosad.model.Link;
import sosad.wire.FrameKind;

/** The first messages since somebody looked, and how many there were in all. Safe for use by several threads. */
public final class Sample {
    /** The most samples that are kept; more at once cannot be drawn, let alone seen. */
    private static final int MAX_KEPT = 48;

    private List<LinkEvent> kept = new ArrayList<>();
    private long total;

    /**
     * Some of what has passed.
     *
     * @param some the first messages, at most 48
     * @param total how many there were
     */
    public record Taken(List<LinkEvent> some, long total) {
        public Taken {
            some = List.copyOf(some);
        }

        /** Both, with as many messages as one has at most. */
        public Taken and(Taken later) {
            List<LinkEvent> both = new ArrayList<>(some);
            both.addAll(later.some);
            return new Taken(both.subList(0, Math.min(MAX_KEPT, both.size())), total + later.total);
        }
    }

    synchronized void ended(Link link, FrameKind kind, LinkEvent.LinkOutcome end) {
        total++;
        if (kept.size() < MAX_KEPT) {
            kept.add(new LinkEvent(link, kind, end));
        }
    }

    synchronized Taken take() {
        Taken taken = new Taken(kept, total);
        kept = new ArrayList<>();
        total = 0;
        return taken;
    }
}
