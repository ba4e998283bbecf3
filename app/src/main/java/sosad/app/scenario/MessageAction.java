package sosad.app.scenario;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Set;
import sosad.model.Key;
import sosad.protocol.EnumNames;

/** Something that is done to a message between its sending and its delivery, by the scenario or by hand. */
public sealed interface MessageAction {
    /** Delivers it now, ahead of what else is in flight. */
    MessageAction DELIVER = new Simple(Kind.DELIVER);

    /** Loses it; throws it away if it is held. */
    MessageAction LOSE = new Simple(Kind.LOSE);

    /** Lets it arrive once more. */
    MessageAction DUPLICATE = new Simple(Kind.DUPLICATE);

    /** Parks it at its sender's side. */
    MessageAction HOLD = new Simple(Kind.HOLD);

    /** Changes its bytes on the way; of several copies, those of the first. */
    MessageAction CORRUPT = new Simple(Kind.CORRUPT);

    /** Lets one that was lost in this step go on after all. */
    MessageAction RESTORE = new Simple(Kind.RESTORE);

    /** Returns what is done. */
    Kind kind();

    /** The kinds, in the order of the window's buttons. */
    enum Kind {
        DELIVER("D"),
        LOSE("X"),
        DUPLICATE("2"),
        HOLD("H"),
        DELAY("L"),
        CORRUPT("C"),
        TRIM("T"),
        RESTORE("R"),
        /** By hand alone: a file says it as deliveries in another order. */
        REORDER("");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The key that does it in the window; empty if there is none. */
        public String key() {
            return key;
        }

        /** Its word on screen and in the API; in files it is that of the constant. */
        public String word() {
            return this == LOSE ? "drop" : EnumNames.of(this);
        }
    }

    /** One that says all by its kind. */
    record Simple(Kind kind) implements MessageAction {
        public Simple {
            if (kind == Kind.DELAY || kind == Kind.TRIM || kind == Kind.REORDER) {
                throw new IllegalArgumentException(kind + " needs more than its kind");
            }
        }
    }

    /** Parks it at its sender's side until so many steps have opened. */
    record DelayBy(int steps) implements MessageAction {
        /** @throws IllegalArgumentException if there are too few or too many steps */
        public DelayBy {
            refuseIf(
                    steps < 1 || steps > TrafficRule.MAX_STEPS,
                    "a message is delayed by 1 to %d steps, not by %d",
                    TrafficRule.MAX_STEPS,
                    steps);
        }

        @Override
        public Kind kind() {
            return Kind.DELAY;
        }
    }

    /** Takes the changes of these keys out of it. */
    record Trim(Set<Key> keys) implements MessageAction {
        public Trim {
            keys = Set.copyOf(keys);
        }

        @Override
        public Kind kind() {
            return Kind.TRIM;
        }
    }

    /** Gives it another place, from 1, in the order of delivery. */
    record Reorder(int place) implements MessageAction {
        @Override
        public Kind kind() {
            return Kind.REORDER;
        }
    }
}
