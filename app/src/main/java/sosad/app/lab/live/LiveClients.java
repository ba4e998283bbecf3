package sosad.app.lab.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sosad.app.cluster.LiveCluster;
import sosad.app.load.LoadSettings;
import sosad.app.load.ThinnedLog;
import sosad.app.load.Workload;
import sosad.model.NodeId;

/** The built-in clients of a live cluster: one at each node and gateway, as long as they are wanted. */
public final class LiveClients implements AutoCloseable {
    private final LiveCluster cluster;
    private final ThinnedLog log;
    private Optional<Running> running = Optional.empty();

    /** @param log where their requests are recorded */
    public LiveClients(LiveCluster cluster, ThinnedLog log) {
        this.cluster = cluster;
        this.log = log;
    }

    /** Clients that run, and how fast their counts grow. */
    private record Running(
            LoadSettings settings,
            Workload workload,
            PerSecond writes,
            PerSecond reads,
            Map<NodeId, PerSecond> writesAt) {}

    /** Lets clients begin, or changes what they do. */
    public void set(LoadSettings settings) {
        if (running.isPresent()) {
            Running before = running.get();
            before.workload().set(settings);
            running = Optional.of(
                    new Running(settings, before.workload(), before.writes(), before.reads(), before.writesAt()));
            return;
        }
        List<NodeId> processes = Stream.concat(cluster.nodes().stream(), cluster.gateways().stream())
                .toList();
        Workload workload = new Workload(processes, settings, log);
        workload.follow(cluster);
        workload.start();
        running = Optional.of(new Running(settings, workload, new PerSecond(), new PerSecond(), new HashMap<>()));
    }

    /** Connects them to the processes that are up now. */
    public void tick() {
        running.ifPresent(one -> one.workload().follow(cluster));
    }

    /** Ends them; returns when they have ended. */
    public void stop() {
        running.ifPresent(one -> one.workload().stopNow());
        running = Optional.empty();
    }

    /** Returns what they were told so far. */
    public LiveLoad state(long nowMillis) {
        return running.map(one -> state(one, nowMillis)).orElse(LiveLoad.NONE);
    }

    private static LiveLoad state(Running one, long nowMillis) {
        Map<NodeId, Long> writes = new HashMap<>();
        one.workload()
                .acknowledged()
                .forEach((process, count) -> writes.put(
                        process,
                        one.writesAt()
                                .computeIfAbsent(process, first -> new PerSecond())
                                .of(count, nowMillis)));
        Workload.Tally tally = one.workload().tally();
        return new LiveLoad(
                Optional.of(one.settings()),
                one.writes().of(tally.acknowledged(), nowMillis),
                one.reads().of(tally.reads(), nowMillis),
                one.workload().errors(),
                writes);
    }

    @Override
    public void close() {
        stop();
    }
}
