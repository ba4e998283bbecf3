package sosad.app.lab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import sosad.app.cluster.LiveCluster;
import sosad.app.fabric.LinkCounts;
import sosad.app.fabric.Sample;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab.ClientReply;
import sosad.app.scenario.Action;

/** The part of a run in which the nodes run by their own clocks. Used by the lab's thread alone. */
final class LiveRun implements AutoCloseable {
    private final Player player;
    private final LiveCluster cluster;
    private final LiveFaults faults;
    private final LiveClient client = new LiveClient();
    private final LivePerformer performer;
    private final PerSecond perSecond = new PerSecond();
    private final long beganMillis = System.currentTimeMillis();

    /**
     * The player goes live.
     *
     * @param present the moment before
     * @param owner runs what it is given on the lab's thread
     * @param log takes a line for everything that is done to the cluster
     */
    LiveRun(Player player, Snapshot present, long seed, Executor owner, Consumer<String> log) {
        this.player = player;
        this.cluster = player.goLive(beganMillis, seed, owner);
        this.faults = new LiveFaults(cluster, log);
        this.performer = new LivePerformer(cluster, faults, client);
        if (!present.cut().isEmpty()) {
            faults.inject(new Fault.OnLinks(List.copyOf(present.cut()), new LinkFault.Cut()), "from the lesson");
        }
    }

    private long millis() {
        return System.currentTimeMillis() - beganMillis;
    }

    LiveCluster cluster() {
        return cluster;
    }

    LiveFaults faults() {
        return faults;
    }

    CompletableFuture<Optional<ClientReply>> act(Action action) {
        return action.accept(performer);
    }

    /** Does what is due. */
    void tick() {
        faults.tick(millis());
    }

    /** The cluster as it is now, to stand in place of {@code before}. */
    Snapshot look(Snapshot before) {
        return player.lived(cluster, System.currentTimeMillis(), before);
    }

    LiveState state() {
        var counts = cluster.counts();
        Sample.Taken sample = cluster.sample();
        long ended = counts.values().stream().mapToLong(LinkCounts::sent).sum();
        return new LiveState(
                millis(), faults.snapshot(), counts, perSecond.of(ended, millis()), sample, faults.runningPlan());
    }

    /** The clocks stop; the player stands at the end of a step. Cuts stay, all other faults of links rest. */
    void stop() {
        faults.close();
        client.close();
        player.stopped(cluster, cluster.freeze(), faults.snapshot());
    }

    @Override
    public void close() {
        faults.close();
        client.close();
    }
}
