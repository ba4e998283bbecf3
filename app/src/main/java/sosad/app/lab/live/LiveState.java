package sosad.app.lab.live;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.app.fabric.LinkCounts;
import sosad.app.fabric.Sample;
import sosad.app.fault.FaultSnapshot;
import sosad.model.Link;

/**
 * The state of a live cluster beyond its tables.
 *
 * @param millis for how long it has been live
 * @param faults what is wrong with it
 * @param counts what has become of the messages of each link
 * @param perSecond how many messages have ended within the last second
 * @param sample some of the messages that have ended since the last look
 * @param plan the plan that decides what is done to it
 * @param bytesPerSecond how many bytes the messages had that have passed within the last second
 * @param load the clients that write and read, and their replies
 * @param verdict whether the nodes agree, and what their rules will make of it
 * @param timeline the run so far
 * @param measurements what is measured of the run, which goes on
 */
public record LiveState(
        long millis,
        FaultSnapshot faults,
        Map<Link, LinkCounts> counts,
        long perSecond,
        Sample.Taken sample,
        Optional<RunningPlan> plan,
        long bytesPerSecond,
        LiveLoad load,
        Verdict verdict,
        LiveTimeline timeline,
        Optional<LiveMeasurements> measurements) {
    public LiveState {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** The state of a cluster of which nothing is measured. */
    public LiveState(
            long millis,
            FaultSnapshot faults,
            Map<Link, LinkCounts> counts,
            long perSecond,
            Sample.Taken sample,
            Optional<RunningPlan> plan,
            long bytesPerSecond,
            LiveLoad load,
            Verdict verdict,
            LiveTimeline timeline) {
        this(
                millis,
                faults,
                counts,
                perSecond,
                sample,
                plan,
                bytesPerSecond,
                load,
                verdict,
                timeline,
                Optional.empty());
    }

    /** The state of a cluster without clients. */
    public LiveState(
            long millis,
            FaultSnapshot faults,
            Map<Link, LinkCounts> counts,
            long perSecond,
            Sample.Taken sample,
            Optional<RunningPlan> plan) {
        this(millis, faults, counts, perSecond, sample, plan, 0, LiveLoad.NONE, Verdict.NONE, LiveTimeline.NONE);
    }

    /** The same, with the part of an earlier look that has not been shown yet. */
    public LiveState after(LiveState unseen) {
        return new LiveState(
                millis,
                faults,
                counts,
                perSecond,
                unseen.sample().and(sample),
                plan,
                bytesPerSecond,
                load,
                verdict,
                timeline,
                measurements);
    }

    /** The same, with the run so far. */
    public LiveState with(LiveTimeline newTimeline) {
        return new LiveState(
                millis,
                faults,
                counts,
                perSecond,
                sample,
                plan,
                bytesPerSecond,
                load,
                verdict,
                newTimeline,
                measurements);
    }

    /**
     * A plan that decides what is done.
     *
     * @param title what it is called
     * @param seed what its chance follows from
     * @param millis for how long it has run
     * @param said what it said last, oldest first
     */
    public record RunningPlan(String title, long seed, long millis, List<String> said) {
        public RunningPlan {
            said = List.copyOf(said);
        }
    }
}
