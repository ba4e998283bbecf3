package sosad.app.compare;

import java.util.Optional;
import sosad.app.compare.SimFaults.FaultTarget;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/** A simulated cluster of the comparison. */
interface ComparedCluster extends FaultTarget {
    /** For how long writes are collected before they are pushed; the default of live nodes. */
    long PUSH_MILLIS = 20;

    /** How often nodes sync; the default of live nodes. */
    long SYNC_MILLIS = 1_000;

    /** The next millisecond begins: what is due happens. */
    void tick(long nowMillis);

    /**
     * A client writes at a node that is up.
     *
     * @return the version that it was given; empty if it lost at once to one that was held
     */
    Optional<Version> write(PlannedRequest request);

    /** Returns the version that a node holds under a key. */
    Optional<Version> held(NodeId node, Key key);

    /** Measures the memory that nodes need now. */
    void measureMemory();

    /** The clients and the faults are over, and the last messages have come: what the rules still heal is healed. */
    void continueFairly();
}
