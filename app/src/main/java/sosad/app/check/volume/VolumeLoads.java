package sosad.app.check.volume;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import sosad.app.check.SystemUnderTest;
import sosad.app.load.KeyDistribution;
import sosad.app.load.KeyDistribution.HotKey;
import sosad.app.load.KeyDistribution.Sequential;
import sosad.app.load.KeyDistribution.Uniform;
import sosad.app.load.KeyDistribution.Zipf;
import sosad.app.load.LoadProfile;
import sosad.app.load.LoadProfile.KeyWriters;
import sosad.app.load.OperationMix;
import sosad.model.NodeId;

/** The loads under which volume per second is measured; all of them under the same keys. */
record VolumeLoads(SystemUnderTest system, KeySpace keys, long seed) {
    private static final int CLIENTS = 50;
    private static final int PIPELINE = 16;
    private static final int DEPTH_OF_OPEN_LOOP = 64;
    private static final int AT_NODES = 8;
    private static final OperationMix MOSTLY_READS = new OperationMix(0.95, 0);
    private static final OperationMix WITH_DELETES = new OperationMix(0.5, 0.1);
    private static final int LARGE_VALUE_BYTES = 1_024;
    private static final double HOT_SHARE = 0.9;

    /** Returns how many there are. */
    int count() {
        return AT_NODES + (system.gateways().isEmpty() ? 0 : 1);
    }

    private LoadProfile closed() {
        return LoadProfile.closed(CLIENTS, keys.prefix(), seed).withKeys(keys.keys(), new Uniform(), KeyWriters.ALL);
    }

    /** Returns a load without pipelining. */
    LoadPhase oneByOne() {
        return at(system.servers(), "one by one", closed());
    }

    /** Returns a load with pipelining. */
    LoadPhase pipelined(String label) {
        return at(system.servers(), label, closed().withPipeline(PIPELINE));
    }

    /**
     * Returns the other loads.
     *
     * @param perSecond what the system serves without pipelining
     */
    List<LoadPhase> others(double perSecond) {
        LoadProfile fast = closed().withPipeline(PIPELINE);
        LoadProfile open = closed().withPipeline(DEPTH_OF_OPEN_LOOP);
        double half = perSecond / 2;
        KeyDistribution zipf = new Zipf(Zipf.YCSB_THETA);
        KeyDistribution hot = new HotKey(HOT_SHARE);
        String behind = "-P " + PIPELINE;
        List<NodeId> servers = system.servers();
        List<LoadPhase> phases = new ArrayList<>(List.of(
                at(servers, behind + ", half reads", fast),
                at(
                        servers,
                        behind + ", " + zipf + ", 95 % reads",
                        keyed(fast, zipf).withMix(MOSTLY_READS)),
                at(
                        servers,
                        behind + ", " + hot + ", 10 % deletes",
                        keyed(fast, hot).withMix(WITH_DELETES)),
                at(
                        servers,
                        behind + ", sequential writes",
                        keyed(fast, new Sequential()).withMix(OperationMix.WRITES)),
                at(
                        servers,
                        format("%s, values of %,d bytes", behind, LARGE_VALUE_BYTES),
                        fast.withValueBytes(LARGE_VALUE_BYTES)),
                at(servers, format("open loop, %,.0f/s", half), open.withRate(half)),
                at(servers, format("open loop, %,.0f/s", perSecond), open.withRate(perSecond))));
        if (!system.gateways().isEmpty()) {
            phases.add(at(system.gateways(), "one by one, through gateways", closed()));
        }
        return phases;
    }

    private LoadProfile keyed(LoadProfile profile, KeyDistribution distribution) {
        return profile.withKeys(keys.keys(), distribution, KeyWriters.ALL);
    }

    private LoadPhase at(List<NodeId> servers, String label, LoadProfile profile) {
        return new LoadPhase(label, profile, servers, keys.versions(), 1);
    }

    /** Deletes what they have written. */
    void deleteAll(PhaseRunner runner) throws InterruptedException {
        for (NodeId server : system.servers()) {
            keys.delete(runner, server);
        }
    }
}
