package sosad.app.check.nemesis;

import sosad.app.check.TestedCluster;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultTarget;

/** A tested cluster as a plan sees it. */
record ClusterFaults(TestedCluster cluster) implements FaultTarget {
    @Override
    public ActiveFault inject(Fault fault, String by, long nowMillis) {
        return cluster.inject(fault);
    }

    @Override
    public void heal(long number) {
        cluster.heal(number);
    }

    @Override
    public boolean isInForce(long number) {
        return cluster.faults().inForce().stream().anyMatch(fault -> fault.number() == number);
    }
}
