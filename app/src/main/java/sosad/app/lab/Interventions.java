package sosad.app.lab;

import java.util.Locale;
import java.util.Set;
import sosad.app.history.Fate;
import sosad.app.history.Happening.Handling;
import sosad.app.history.Message;
import sosad.app.scenario.TrafficRule;
import sosad.model.Key;
import sosad.model.Link;

/**
 * What the scenario does to held messages, and the user to any that is under way. What cannot be done throws
 * {@link ActionFailure}.
 */
final class Interventions {
    private final Traffic traffic;

    Interventions(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Releases the {@code nth} of the messages held on a link, from 1, the oldest first. */
    void release(Link link, int nth) {
        traffic.release(heldOn(link, nth));
    }

    void discard(Link link, int nth) {
        drop(heldOn(link, nth).id());
    }

    void trim(Link link, int nth, Set<Key> keys) {
        trim(heldOn(link, nth).id(), keys);
    }

    private Message heldOn(Link link, int nth) {
        return traffic.heldOn(link).get(nth - 1);
    }

    /** Delivers a message in flight out of turn, or one that is held. */
    void deliver(long id) {
        Message message = traffic.unsettled(id);
        if (message.fate() == Fate.HELD) {
            message = traffic.release(message);
        }
        if (message.fate() == Fate.WAITING) {
            throw new ActionFailure(message.why());
        }
        traffic.deliverNow(message);
    }

    /** Loses a message in flight or waiting; throws a held one away. */
    void drop(long id) {
        Message message = traffic.unsettled(id);
        boolean wasHeld = message.fate() == Fate.HELD;
        traffic.unpark(message);
        if (wasHeld) {
            traffic.handled(traffic.settle(message, Fate.DISCARDED, "thrown away"), Handling.DISCARDED);
        } else {
            traffic.handled(traffic.settle(message, Fate.LOST, "dropped by hand"), Handling.LOST);
        }
    }

    void duplicate(long id) {
        Message message = traffic.unsettled(id);
        if (message.copies() >= Traffic.MOST_COPIES) {
            throw new ActionFailure(
                    String.format(Locale.ROOT, "a message can be delivered at most %d times", Traffic.MOST_COPIES));
        }
        traffic.handled(traffic.put(message.withCopies(message.copies() + 1)), Handling.DUPLICATED);
    }

    void hold(long id) {
        Message message = traffic.unsettled(id);
        if (message.fate() == Fate.HELD && !message.isDelayed()) {
            throw new ActionFailure("the message is held already");
        }
        traffic.unpark(message);
        traffic.handled(traffic.hold(message, "held by hand"), Handling.HELD);
    }

    /** Parks a message for so many steps, from now, wherever it stands. */
    void delay(long id, int steps) {
        Message message = traffic.unsettled(id);
        if (steps < 1 || steps > TrafficRule.MOST_STEPS) {
            throw new ActionFailure(String.format(
                    Locale.ROOT, "a message is delayed by 1 to %d steps, not by %d", TrafficRule.MOST_STEPS, steps));
        }
        traffic.unpark(message);
        traffic.handled(traffic.delay(message, steps, "delayed by hand"), Handling.DELAYED);
    }

    /** Lets the bytes of a message's first copy be changed on the way. */
    void corrupt(long id) {
        Message message = traffic.unsettled(id);
        if (message.corrupt()) {
            throw new ActionFailure("the message is corrupt already");
        }
        traffic.handled(traffic.put(message.withCorrupt(true)), Handling.CORRUPTED);
    }

    /** Gives a message in flight another place in the order of delivery, from 1. */
    void reorder(long id, int place) {
        Message message = traffic.unsettled(id);
        if (message.fate() != Fate.IN_FLIGHT) {
            throw new ActionFailure("the message is not in flight, so it has no place among those that are");
        }
        traffic.move(message, place);
    }

    void trim(long id, Set<Key> keys) {
        Message message = traffic.unsettled(id);
        traffic.handled(traffic.put(message.withUpdate(message.update().without(keys))), Handling.TRIMMED);
    }
}
