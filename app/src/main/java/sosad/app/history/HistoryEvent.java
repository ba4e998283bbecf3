package sosad.app.history;

import java.util.List;
import java.util.Objects;

/**
 * Something that happened in a run, with its identity.
 *
 * @param id its place in the run, from 0; a branch and a repetition of a run share the ids with it
 * @param what what happened
 * @param trigger who set it off
 * @param causes the earlier events from which it follows, oldest first: of whatever happens to a message its sending,
 *     of a sending the writes of what it carries, and the rule, cut, death or pause because of which a message does not
 *     arrive. What is not known is left out: what happened while the nodes ran by their own clocks
 */
public record HistoryEvent(int id, RunEvent what, Trigger trigger, List<HistoryEvent> causes) {
    /** The party that sets an event off. */
    public enum Trigger {
        /** An action of the scenario. */
        SCENARIO,
        /** An action by hand. */
        HAND,
        /** A client outside this program, or a process that ended by itself. */
        OUTSIDE,
        /** Nobody: it is the turn of what was set off before. */
        COURSE
    }

    public HistoryEvent {
        Objects.requireNonNull(what);
        Objects.requireNonNull(trigger);
        causes = List.copyOf(causes);
        for (HistoryEvent cause : causes) {
            if (cause.id >= id) {
                throw new IllegalArgumentException("event " + id + " cannot follow from event " + cause.id);
            }
        }
    }

    // Written out: causes have causes, of which two events of the same id have as many again.
    @Override
    public boolean equals(Object other) {
        return other instanceof HistoryEvent that
                && id == that.id
                && trigger == that.trigger
                && what.equals(that.what)
                && ids(causes).equals(ids(that.causes));
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return id + ": " + what + ", " + trigger + ", because of " + ids(causes);
    }

    private static List<Integer> ids(List<HistoryEvent> events) {
        return events.stream().map(HistoryEvent::id).toList();
    }
}
