package sosad.app.check.nemesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.check.FaultBand;
import sosad.app.fault.Fault;
import sosad.app.fault.plan.PlanEvent;

/** The times during which a plan's faults are in force, on the clock of a log of operations. */
final class FaultBands {
    private final long beganNanos;
    private final Map<Fault, Long> open = new LinkedHashMap<>();

    /** @param beganNanos when the log began, by {@link System#nanoTime} */
    FaultBands(long beganNanos) {
        this.beganNanos = beganNanos;
    }

    /** Takes note of an event that happens now; returns the band that it ends, if it ends one. */
    Optional<FaultBand> of(PlanEvent event) {
        long now = System.nanoTime() - beganNanos;
        if (event.whyNot().isPresent()) {
            return Optional.empty();
        }
        if (event.what() == PlanEvent.What.HEAL) {
            return Optional.ofNullable(open.remove(event.fault())).map(since -> band(event.fault(), since, now));
        }
        if (event.fault().isMomentary()) {
            return Optional.of(band(event.fault(), now, now));
        }
        open.putIfAbsent(event.fault(), now);
        return Optional.empty();
    }

    /** All is healed now; returns the bands that this ends. */
    List<FaultBand> end() {
        long now = System.nanoTime() - beganNanos;
        List<FaultBand> ended = new ArrayList<>();
        open.forEach((fault, since) -> ended.add(band(fault, since, now)));
        open.clear();
        return ended;
    }

    private static FaultBand band(Fault fault, long since, long until) {
        return new FaultBand(
                fault.target().isPresent() ? fault.what().words() : fault.words(), fault.target(), since, until);
    }
}
