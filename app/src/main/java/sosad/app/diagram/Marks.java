package sosad.app.diagram;

import java.util.Optional;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.history.Happening;
import sosad.app.history.Happening.Checked;
import sosad.app.history.Happening.Cut;
import sosad.app.history.Happening.Delivered;
import sosad.app.history.Happening.Died;
import sosad.app.history.Happening.Failed;
import sosad.app.history.Happening.Handled;
import sosad.app.history.Happening.Killed;
import sosad.app.history.Happening.Mended;
import sosad.app.history.Happening.Paused;
import sosad.app.history.Happening.Read;
import sosad.app.history.Happening.Reordered;
import sosad.app.history.Happening.Resumed;
import sosad.app.history.Happening.Sent;
import sosad.app.history.Happening.Skewed;
import sosad.app.history.Happening.Started;
import sosad.app.history.Happening.Wrote;
import sosad.model.NodeId;

/** Which mark a happening gets, and on whose lane. */
final class Marks {
    private Marks() {}

    static Mark of(Happening happening) {
        if (happening instanceof Wrote wrote) {
            return wrote.lost() ? Mark.WRITE_LOST : Mark.WRITE;
        }
        if (happening instanceof Handled handled) {
            return switch (handled.handling()) {
                case LOST, DISCARDED, REFUSED -> Mark.LOSS;
                case HELD, DELAYED, WAITS -> Mark.PARKED;
                case RELEASED, RESTORED -> Mark.RELEASED;
                case DUPLICATED, CORRUPTED, TRIMMED -> Mark.CHANGED;
            };
        }
        if (happening instanceof Checked checked) {
            return checked.met() ? Mark.MET : Mark.NOT_MET;
        }
        if (happening instanceof Read) {
            return Mark.READ;
        }
        if (happening instanceof Reordered || happening instanceof Happening.Split) {
            return Mark.CHANGED;
        }
        if (happening instanceof Sent) {
            return Mark.SEND;
        }
        if (happening instanceof Delivered) {
            return Mark.DELIVERY;
        }
        return ofNodeOrLink(happening);
    }

    private static Mark ofNodeOrLink(Happening happening) {
        if (happening instanceof Killed) {
            return Mark.KILL;
        }
        if (happening instanceof Died) {
            return Mark.DEATH;
        }
        if (happening instanceof Started) {
            return Mark.START;
        }
        if (happening instanceof Paused) {
            return Mark.PAUSE;
        }
        if (happening instanceof Resumed) {
            return Mark.RESUME;
        }
        if (happening instanceof Skewed) {
            return Mark.CLOCK;
        }
        if (happening instanceof Cut) {
            return Mark.CUT;
        }
        if (happening instanceof Mended) {
            return Mark.MEND;
        }
        return happening instanceof Failed ? Mark.FAILURE : Mark.TICK;
    }

    /** The node on whose lane it happened; none: it concerns the whole cluster. */
    static Optional<NodeId> node(Happening happening) {
        if (happening instanceof Wrote wrote) {
            return Optional.of(wrote.node());
        }
        if (happening instanceof Read read) {
            return Optional.of(read.node());
        }
        if (happening instanceof Sent sent) {
            return Optional.of(sent.message().from());
        }
        if (happening instanceof Delivered delivered) {
            return Optional.of(delivered.message().to());
        }
        if (happening instanceof Handled handled) {
            return Optional.of(handled.message().from());
        }
        if (happening instanceof Reordered reordered) {
            return Optional.of(reordered.message().from());
        }
        if (happening instanceof Killed killed) {
            return Optional.of(killed.node());
        }
        if (happening instanceof Died died) {
            return Optional.of(died.node());
        }
        if (happening instanceof Started started) {
            return Optional.of(started.node());
        }
        if (happening instanceof Paused paused) {
            return Optional.of(paused.node());
        }
        if (happening instanceof Resumed resumed) {
            return Optional.of(resumed.node());
        }
        return happening instanceof Skewed skewed ? Optional.of(skewed.node()) : Optional.empty();
    }
}
