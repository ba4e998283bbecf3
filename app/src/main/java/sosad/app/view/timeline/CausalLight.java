package sosad.app.view.timeline;

import static sosad.model.PlainFormat.format;

import java.util.BitSet;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import sosad.app.diagram.Lights;
import sosad.app.history.CausalOrder;
import sosad.app.history.History;

/** Lights what led to an event or a message and what followed from it, while the mouse or the keyboard is at it. */
final class CausalLight {
    /** So that what the mouse only passes is not lit. */
    private static final Duration DELAY = Duration.millis(150);

    private final CausalOrder order = new CausalOrder();
    private final Runnable changed;
    private final PauseTransition delay = new PauseTransition(DELAY);
    private Target target;
    private Lights lights;
    private String summary = "";

    /** What is lit: an event, or a message from its sending to its end. */
    record Target(int first, int last) {}

    /** @param changed called when other things are lit */
    CausalLight(Runnable changed) {
        this.changed = changed;
    }

    /** Returns what is lit; empty: nothing in particular. */
    Optional<Lights> lights() {
        return Optional.ofNullable(lights);
    }

    /** Returns how much is lit, in words; empty if nothing is. */
    String summary() {
        return summary;
    }

    /** Lights around a target after a moment; null: ends. */
    void point(History history, Target newTarget) {
        if (newTarget == null) {
            end();
        } else if (!newTarget.equals(target)) {
            target = newTarget;
            delay.setOnFinished(rested -> light(history, newTarget));
            delay.playFromStart();
        }
    }

    /** Lights around a target at once. */
    void light(History history, Target newTarget) {
        delay.stop();
        target = newTarget;
        order.follow(history);
        BitSet past = order.past(newTarget.first());
        BitSet future = order.future(newTarget.last());
        int before = past.cardinality() - 1;
        int after = future.cardinality() - 1;
        past.or(future);
        lights = Lights.among(past);
        summary = format("%,d %s led to it, %,d followed from it", before, before == 1 ? "event" : "events", after);
        changed.run();
    }

    /** Lights nothing any more. */
    void end() {
        delay.stop();
        target = null;
        if (lights != null) {
            lights = null;
            summary = "";
            changed.run();
        }
    }
}
