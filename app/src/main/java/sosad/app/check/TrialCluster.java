package sosad.app.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.message.Live;
import sosad.model.NodeId;

/** The cluster of a trial and the thread that owns it: takes note of what comes, and of who ends unasked. */
final class TrialCluster implements AutoCloseable {
    private final BlockingQueue<Boolean> came = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<Runnable> owned = new LinkedBlockingQueue<>();
    private final Map<NodeId, String> ended = new TreeMap<>();
    private final StoreAccounts accounts = new StoreAccounts();
    private final StepCluster cluster;
    private final LiveCluster live;
    private long refusedFrames;

    /** Starts it and lets its clocks go. */
    TrialCluster(TrialSettings settings, Live clocks, Program program) {
        cluster = new ProcessCluster(
                settings.members().nodes(),
                settings.rules(),
                settings.store(),
                settings.members().gateways(),
                ProcessPool.keepingNone(program),
                this::take);
        try {
            cluster.startAll();
            live = cluster.goLive(clocks, settings.seed(), this::run);
        } catch (NodeException e) {
            cluster.close();
            throw e;
        }
    }

    private void run(Runnable work) {
        owned.add(work);
        came.offer(true);
    }

    LiveCluster live() {
        return live;
    }

    long refusedFrames() {
        return refusedFrames;
    }

    /** Returns what the nodes have told that they hold. */
    StoreAccounts accounts() {
        return accounts;
    }

    /**
     * Takes note of what has come; waits for it a while if nothing has.
     *
     * @param isMeantToEnd whether a process may end
     * @throws NodeException if a process has ended that was not meant to
     */
    void turn(long mostMillis, Predicate<NodeId> isMeantToEnd) throws InterruptedException {
        came.poll(Math.max(mostMillis, 0), TimeUnit.MILLISECONDS);
        live.poll();
        for (Runnable work = owned.poll(); work != null; work = owned.poll()) {
            work.run();
        }
        Optional<NodeId> unasked = ended.keySet().stream()
                .filter(process -> !isMeantToEnd.test(process))
                .findFirst();
        if (unasked.isPresent()) {
            throw new NodeException(unasked.get(), ended.get(unasked.get()));
        }
        ended.clear();
    }

    /** Takes note of an event: the clients know what they write, and a failure's message what was logged. */
    private void take(ClusterEvent event) {
        if (event instanceof ClusterEvent.SomethingCame) {
            came.offer(true);
        } else if (event instanceof ClusterEvent.NodeBegan began && began.isEmpty()) {
            accounts.begins(began.node(), System.nanoTime());
        } else if (event instanceof ClusterEvent.EntryTaken taken) {
            accounts.took(taken.node(), taken.entry());
        } else if (event instanceof ClusterEvent.ProcessDied died) {
            ended.put(died.process(), died.lastWords());
        } else if (event instanceof ClusterEvent.FrameRefused) {
            refusedFrames++;
        }
    }

    @Override
    public void close() {
        cluster.close();
    }
}
