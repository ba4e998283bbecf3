package sosad.app.viewmodel.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.check.FaultBand;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.lab.live.LiveTimeline.Band;
import sosad.app.lab.live.LiveTimeline.Lane;
import sosad.app.lab.live.LiveTimeline.Span;

/** The faults of a live run's time line as bands of a plot. */
final class TimelineBands {
    private static final long NANOS = 1_000_000;

    private TimelineBands() {}

    /** Returns the faults in force, and when a process was not there or paused. */
    static List<FaultBand> bands(LiveTimeline line) {
        List<FaultBand> bands = new ArrayList<>();
        for (Band band : line.bands()) {
            bands.add(band(band.words(), Optional.empty(), band.span(), line.millis()));
        }
        for (Lane lane : line.lanes()) {
            lane.gaps().forEach(gap -> bands.add(band("down", Optional.of(lane), gap, line.millis())));
            lane.pauses().forEach(pause -> bands.add(band("paused", Optional.of(lane), pause, line.millis())));
        }
        return bands;
    }

    /** Returns when a process ended. */
    static List<FaultBand> ends(LiveTimeline line) {
        List<FaultBand> ends = new ArrayList<>();
        for (Lane lane : line.lanes()) {
            for (long at : lane.kills()) {
                ends.add(band("ended", Optional.of(lane), new Span(at, OptionalLong.of(at)), at));
            }
        }
        return ends;
    }

    private static FaultBand band(String words, Optional<Lane> lane, Span span, long nowMillis) {
        long to = Math.max(span.from(), span.to().orElse(nowMillis));
        return new FaultBand(words, lane.map(Lane::name), span.from() * NANOS, to * NANOS);
    }
}
