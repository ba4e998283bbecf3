package sosad.app.check;

import java.util.Map;
import sosad.app.cluster.CoreState;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.plan.Members;
import sosad.message.Launch.StoreKind;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/**
 * A live cluster of our own nodes, as far as a check may know and harm it: faults, rules, states. To be used on the
 * thread of the check. What cannot be done throws {@link sosad.app.process.NodeException} and changes nothing.
 */
public interface TestedCluster {
    /** Returns its nodes and gateways. */
    Members members();

    /** Returns the rules that its nodes run under. */
    Rules rules();

    /** Returns where its nodes keep what they hold. */
    StoreKind store();

    /** Returns how often each node syncs. */
    long syncMillis();

    /** Returns whether a node or gateway takes clients, unless it is paused. */
    boolean isUp(NodeId process);

    /**
     * Does something to the cluster: kills, pauses, cuts, skews and so on. A process that ends by a fault in force is
     * meant to end.
     *
     * @return the fault with its number, by which it is healed unless it is momentary
     */
    ActiveFault inject(Fault fault);

    /** Ends a fault. A process that is started by that is not waited for: see {@link #isUp}. */
    void heal(long number);

    /** Ends all faults. */
    void healEverything();

    /** Waits until everything is up; everything must be healed. */
    void awaitAllUp() throws InterruptedException;

    /** Returns what is in force and what was. */
    FaultSnapshot faults();

    /** Returns everything that the cores of the nodes hold that are up, which takes long for many entries. */
    Map<NodeId, CoreState> states();

    /** Returns what has become of the messages of every link. */
    Map<Link, LinkCounts> counts();

    /** Returns what the nodes have told that they hold. */
    StoreAccounts accounts();

    /** Somebody wants to know what reaches the stores from now on; {@link DataWatcher#NONE}: nobody. */
    default void watch(DataWatcher watcher) {}

    /** Returns how many frames nodes have refused, as those that were corrupted, as far as that is known. */
    default long refusedFrames() {
        return 0;
    }

    /** Returns how many messages came out of a link after one that had come in later, as far as that is known. */
    default long overtaken() {
        return 0;
    }
}
