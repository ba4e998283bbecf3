package sosad.app.watch;

import java.util.OptionalInt;

/**
 * An invariant at a moment of a run.
 *
 * @param firstBroken the id of the first event that broke it, up to then
 */
public record Lamp(Invariant invariant, State state, OptionalInt firstBroken) {
    /** The states of an invariant. */
    public enum State {
        /** Nothing has happened yet that could have broken it. */
        UNTESTED,
        HOLDS,
        BROKEN
    }

    /** The lamp of an invariant before anything has happened. */
    static Lamp untested(Invariant invariant) {
        return new Lamp(invariant, State.UNTESTED, OptionalInt.empty());
    }

    /** The same after an event that tested the invariant. */
    Lamp tested(boolean holds, int event) {
        boolean stays = invariant.isAlways() && state == State.BROKEN;
        return new Lamp(
                invariant,
                holds && !stays ? State.HOLDS : State.BROKEN,
                holds || firstBroken.isPresent() ? firstBroken : OptionalInt.of(event));
    }
}
