package sosad.app.lab.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.history.GatewayState;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveTimeline.Band;
import sosad.app.lab.live.LiveTimeline.Lane;
import sosad.app.lab.live.LiveTimeline.Point;
import sosad.app.lab.live.LiveTimeline.Span;
import sosad.model.NodeId;

/** Remembers a live run for its time line, in bounded memory: the longer it lasts, the coarser. */
public final class LiveRecorder {
    /** The most points; then each two become one. */
    static final int MAX_POINTS = 600;

    /** The most faults, and the most stretches of a node, that are remembered. */
    static final int MAX_SPANS = 200;

    private static final long FIRST_STEP_MILLIS = 250;

    private final List<Point> points = new ArrayList<>();
    private final Map<Long, Band> bands = new LinkedHashMap<>();
    private final Map<NodeId, Track> tracks = new TreeMap<>();
    private long stepMillis = FIRST_STEP_MILLIS;
    private int forgotten;

    /** A node or gateway so far. */
    private static final class Track {
        final List<Long> kills = new ArrayList<>();
        final List<Span> gaps = new ArrayList<>();
        final List<Span> pauses = new ArrayList<>();
        long pid;

        void at(long now, long newPid, boolean paused) {
            if (pid != 0 && newPid != pid) {
                add(kills, now);
            }
            set(gaps, newPid == 0, now);
            set(pauses, paused, now);
            pid = newPid;
        }

        private static void set(List<Span> spans, boolean on, long now) {
            boolean was = !spans.isEmpty() && spans.get(spans.size() - 1).to().isEmpty();
            if (on && !was) {
                add(spans, new Span(now, OptionalLong.empty()));
            } else if (!on && was) {
                spans.set(spans.size() - 1, new Span(spans.get(spans.size() - 1).from(), OptionalLong.of(now)));
            }
        }

        private static <T> void add(List<T> all, T one) {
            if (all.size() == MAX_SPANS) {
                all.remove(0);
            }
            all.add(one);
        }
    }

    /**
     * Notes what a look has shown.
     *
     * @param snapshot the nodes now
     * @param state the rest, for which there is no time line yet
     */
    public void note(Snapshot snapshot, LiveState state) {
        long now = state.millis();
        Point point = new Point(
                state.load().writesPerSecond() + state.load().readsPerSecond(),
                state.verdict().differ().orElse(-1));
        while (points.size() * stepMillis <= now) { // a look that came late stands for those it missed
            points.add(point);
            if (points.size() == MAX_POINTS) {
                thin();
            }
        }
        state.faults().inForce().stream()
                .filter(fault -> !isSeenInALane(fault))
                .forEach(fault -> bands.putIfAbsent(
                        fault.number(),
                        new Band(
                                fault.number(),
                                fault.fault().words(),
                                isSevere(fault.fault()),
                                new Span(fault.sinceMillis(), OptionalLong.empty()))));
        Set<Long> inForce =
                state.faults().inForce().stream().map(ActiveFault::number).collect(Collectors.toSet());
        bands.replaceAll((number, band) -> band.span().to().isPresent() || inForce.contains(number)
                ? band
                : new Band(
                        number,
                        band.words(),
                        band.severe(),
                        new Span(band.span().from(), OptionalLong.of(now))));
        while (bands.size() > MAX_SPANS) {
            bands.remove(bands.keySet().iterator().next());
            forgotten++;
        }
        snapshot.nodes()
                .forEach(node -> track(node.id()).at(now, node.pid(), node.status() == NodeState.Status.PAUSED));
        snapshot.gateways().forEach(gateway -> track(gateway.id()).at(now, gateway.pid(), false));
    }

    private static boolean isSeenInALane(ActiveFault fault) {
        return fault.fault() instanceof Fault.OnProcess process && fault.takesOut(process.process());
    }

    private static boolean isSevere(Fault fault) {
        return fault.what() instanceof LinkFault.Cut;
    }

    private Track track(NodeId name) {
        return tracks.computeIfAbsent(name, first -> new Track());
    }

    private void thin() {
        for (int i = 0; i < points.size() / 2; i++) {
            points.set(i, points.get(2 * i).and(points.get(2 * i + 1)));
        }
        points.subList(points.size() / 2, points.size()).clear();
        stepMillis *= 2;
    }

    /** Returns the run so far. */
    public LiveTimeline timeline(Snapshot snapshot, long nowMillis) {
        Set<NodeId> gateways =
                snapshot.gateways().stream().map(GatewayState::id).collect(Collectors.toSet());
        return new LiveTimeline(
                nowMillis,
                stepMillis,
                points,
                List.copyOf(bands.values()),
                forgotten,
                tracks.entrySet().stream()
                        .map(track -> new Lane(
                                track.getKey(),
                                !gateways.contains(track.getKey()),
                                track.getValue().kills,
                                track.getValue().gaps,
                                track.getValue().pauses))
                        .toList());
    }
}
