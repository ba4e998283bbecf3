package sosad.app.compare;

import java.util.List;
import sosad.app.compare.WriteTracker.Lags;
import sosad.app.compare.WriteTracker.Lost;
import sosad.model.NodeId;

/**
 * One run: clients send the planned requests to a simulated cluster under faults. Then everything is healed, and
 * nothing is lost any more while the nodes sync a few times more.
 */
public final class SimRun {
    /** For how long a run goes on after its clients: three syncs. */
    public static final long QUIET_MILLIS = 3 * ComparedCluster.SYNC_MILLIS;

    private final CompareSettings settings;
    private final List<PlannedRequest> requests;
    private final ComparedCluster cluster;
    private final SimNetwork network;
    private final SimFaults faults;
    private final WriteTracker tracker;
    private int next;
    private int unanswered;
    private Lags lags = Lags.NONE;

    SimRun(
            CompareSettings settings,
            long seed,
            List<PlannedRequest> requests,
            ComparedCluster cluster,
            SimNetwork network,
            WriteTracker tracker) {
        this.settings = settings;
        this.requests = requests;
        this.cluster = cluster;
        this.network = network;
        this.faults = new SimFaults(settings, seed, network, cluster);
        this.tracker = tracker;
    }

    /** Is told how far a run has come. */
    interface Progress {
        void done(double share);
    }

    /** Goes on to the end; returns what is lost. */
    Lost run(Progress progress) throws InterruptedException {
        long clientsEnd = settings.duration().toMillis();
        long end = clientsEnd + QUIET_MILLIS;
        for (long now = 1; now <= end; now++) {
            if (now == clientsEnd) {
                faults.healEverything();
                network.calm();
            } else if (now < clientsEnd) {
                faults.tick(now);
            }
            cluster.tick(now);
            request(now);
            if (now % ComparedCluster.SYNC_MILLIS == 0) {
                cluster.measureMemory();
                progress.done((double) now / end);
                if (Thread.interrupted()) {
                    throw new InterruptedException("the comparison was interrupted");
                }
            }
        }
        lags = tracker.lags();
        cluster.continueFairly();
        return tracker.lost(cluster::held);
    }

    private void request(long now) {
        for (; next < requests.size() && requests.get(next).atMillis() <= now; next++) {
            PlannedRequest request = requests.get(next);
            NodeId node = request.at();
            if (!cluster.isUp(node)) {
                unanswered++;
            } else if (request.isWrite()) {
                cluster.write(request).ifPresent(version -> tracker.acknowledged(node, request.key(), version, now));
            } else {
                tracker.read(request.key(), cluster.held(node, request.key()));
            }
        }
    }

    /** Returns how many requests came to a node that was down. */
    int unanswered() {
        return unanswered;
    }

    /** Returns the lags of the writes that came everywhere by the end of the run. */
    Lags lags() {
        return lags;
    }

    SimFaults faults() {
        return faults;
    }
}
