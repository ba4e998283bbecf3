package sosad.app.diagram;

import java.util.Optional;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Asked;
import sosad.app.history.RunEvent.Checked;
import sosad.app.history.RunEvent.Cut;
import sosad.app.history.RunEvent.Delivered;
import sosad.app.history.RunEvent.Died;
import sosad.app.history.RunEvent.Failed;
import sosad.app.history.RunEvent.Handled;
import sosad.app.history.RunEvent.Killed;
import sosad.app.history.RunEvent.Mended;
import sosad.app.history.RunEvent.Paused;
import sosad.app.history.RunEvent.Read;
import sosad.app.history.RunEvent.Reordered;
import sosad.app.history.RunEvent.Resumed;
import sosad.app.history.RunEvent.Sent;
import sosad.app.history.RunEvent.Skewed;
import sosad.app.history.RunEvent.Started;
import sosad.app.history.RunEvent.StepFailed;
import sosad.app.history.RunEvent.Wrote;
import sosad.model.NodeId;

/** The mark of an event, and its lane. */
final class Marks {
    private Marks() {}

    static Mark of(RunEvent event) {
        if (event instanceof Wrote wrote) {
            return wrote.lost() ? Mark.WRITE_LOST : Mark.WRITE;
        }
        if (event instanceof Handled handled) {
            return switch (handled.handling()) {
                case LOST, DISCARDED, REFUSED -> Mark.LOSS;
                case HELD, DELAYED, WAITS -> Mark.PARKED;
                case RELEASED, RESTORED -> Mark.RELEASED;
                case DUPLICATED, CORRUPTED, TRIMMED -> Mark.CHANGED;
            };
        }
        if (event instanceof Checked checked) {
            return checked.met() ? Mark.MET : Mark.NOT_MET;
        }
        if (event instanceof Read read) {
            return read.newest().isPresent() ? Mark.READ_STALE : Mark.READ;
        }
        if (event instanceof Asked) {
            return Mark.READ;
        }
        if (event instanceof Reordered || event instanceof RunEvent.Split) {
            return Mark.CHANGED;
        }
        if (event instanceof Sent) {
            return Mark.SEND;
        }
        if (event instanceof Delivered) {
            return Mark.DELIVERY;
        }
        return ofNodeOrLink(event);
    }

    private static Mark ofNodeOrLink(RunEvent event) {
        if (event instanceof Killed) {
            return Mark.KILL;
        }
        if (event instanceof Died) {
            return Mark.DEATH;
        }
        if (event instanceof Started) {
            return Mark.START;
        }
        if (event instanceof Paused) {
            return Mark.PAUSE;
        }
        if (event instanceof Resumed) {
            return Mark.RESUME;
        }
        if (event instanceof Skewed) {
            return Mark.CLOCK;
        }
        if (event instanceof Cut) {
            return Mark.CUT;
        }
        if (event instanceof Mended) {
            return Mark.MEND;
        }
        return event instanceof Failed || event instanceof StepFailed ? Mark.FAILURE : Mark.TICK;
    }

    /** The node on whose lane it happened; none: it concerns the whole cluster. */
    static Optional<NodeId> node(RunEvent event) {
        if (event instanceof Wrote wrote) {
            return Optional.of(wrote.node());
        }
        if (event instanceof Read read) {
            return Optional.of(read.node());
        }
        if (event instanceof Asked asked) {
            return Optional.of(asked.node());
        }
        if (event instanceof Sent sent) {
            return Optional.of(sent.message().from());
        }
        if (event instanceof Delivered delivered) {
            return Optional.of(delivered.message().to());
        }
        if (event instanceof Handled handled) {
            return Optional.of(handled.message().from());
        }
        if (event instanceof Reordered reordered) {
            return Optional.of(reordered.message().from());
        }
        if (event instanceof Killed killed) {
            return Optional.of(killed.node());
        }
        if (event instanceof Died died) {
            return Optional.of(died.node());
        }
        if (event instanceof Started started) {
            return Optional.of(started.node());
        }
        if (event instanceof Paused paused) {
            return Optional.of(paused.node());
        }
        if (event instanceof Resumed resumed) {
            return Optional.of(resumed.node());
        }
        return event instanceof Skewed skewed ? Optional.of(skewed.node()) : Optional.empty();
    }
}
