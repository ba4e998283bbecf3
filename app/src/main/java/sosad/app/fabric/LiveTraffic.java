package sosad.app.fabric;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import sosad.wire.Frame;

/** The network in live mode: all its links, each with its faults. Safe for use by several threads. */
public final class LiveTraffic {
    private final EventLoop loop;
    private final long seed;
    private final Function<Route, LiveLink.Onward> onwards;
    private final Map<Route, LiveLink> links = new TreeMap<>();
    private final Sample sample = new Sample();

    LiveTraffic(EventLoop loop, long seed, Function<Route, LiveLink.Onward> onwards) {
        this.loop = loop;
        this.seed = seed;
        this.onwards = onwards;
    }

    /** From now on the link has these faults; they act on the next message. */
    public void become(Route route, LinkFaults faults) {
        onLoop(() -> {
            link(route).become(faults);
            return null;
        });
    }

    /** The faults of a link. */
    public LinkFaults faults(Route route) {
        return onLoop(() -> link(route).faults());
    }

    /** What has become of the messages of every link that was used or has faults. */
    public Map<Route, LinkCounts> counts() {
        return onLoop(() -> {
            Map<Route, LinkCounts> counts = new TreeMap<>();
            links.forEach((route, link) -> counts.put(route, link.counts()));
            return counts;
        });
    }

    /** Some of what has ended since this was last asked for. */
    public Sample.Taken sample() {
        return onLoop(sample::take);
    }

    /** Passes nothing on any more; to be called on the event loop. */
    Frozen stop() {
        List<Frozen.UnderWay> underWay = new ArrayList<>();
        Map<Route, Long> lastSeen = new TreeMap<>();
        links.forEach((route, link) -> {
            underWay.addAll(link.stop());
            lastSeen.put(route, link.lastSeen());
        });
        return new Frozen(underWay, lastSeen);
    }

    private <T> T onLoop(Supplier<T> work) {
        if (loop.inEventLoop()) {
            return work.get();
        }
        return CompletableFuture.supplyAsync(work, loop).join();
    }

    private LiveLink link(Route route) {
        return links.computeIfAbsent(
                route,
                absent -> new LiveLink(
                        loop,
                        route,
                        seed ^ route.toString().hashCode() * 0x9E3779B97F4A7C15L,
                        onwards.apply(route),
                        sample));
    }

    /** A message has come in; to be called on the event loop. */
    void arrived(Frame frame, Channel inlet) {
        link(new Route(frame.from(), frame.to())).arrived(frame, inlet);
    }
}
