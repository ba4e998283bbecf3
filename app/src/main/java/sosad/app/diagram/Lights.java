package sosad.app.diagram;

import java.util.BitSet;
import java.util.Set;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Label;

/** The events, messages and texts of a diagram that stand out while the rest is dimmed. */
public final class Lights {
    private final BitSet events;
    private final BitSet named;
    private final boolean isWhole;

    private Lights(BitSet events, BitSet named, boolean isWhole) {
        this.events = events;
        this.named = named;
        this.isWhole = isWhole;
    }

    /** Returns lights on these events and on every message that one of them is about. */
    public static Lights on(SpaceTime diagram, Set<Integer> ids) {
        BitSet events = new BitSet();
        ids.stream().filter(id -> id >= 0).forEach(events::set);
        BitSet named = (BitSet) events.clone();
        for (Arrow arrow : diagram.arrows()) {
            if (events.get(arrow.sent()) || events.get(arrow.ended())) {
                named.set(arrow.ended());
            }
        }
        return new Lights(events, named, false);
    }

    /** Returns lights on these events and on the messages that go from one of them to another. */
    public static Lights among(BitSet ids) {
        return new Lights(ids, ids, true);
    }

    /** Returns whether an event is lit. */
    public boolean has(Event event) {
        return events.get(event.snapshot());
    }

    /** Returns whether a message is lit. */
    public boolean has(Arrow arrow) {
        boolean isEndLit = events.get(arrow.ended());
        return isWhole ? isEndLit && events.get(arrow.sent()) : isEndLit || events.get(arrow.sent());
    }

    /** Returns whether a text is lit. */
    public boolean has(Label label) {
        int next = named.nextSetBit(label.first());
        return next >= 0 && next <= label.last();
    }
}
