package sosad.app.fault.plan;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import sosad.model.NodeId;

/** Nodes or gateways that are picked by chance, or all nodes. */
public enum ProcessPick implements Pick.OfProcesses {
    /** A node. */
    ONE_NODE("one node", 1, Members::nodes),
    /** Two nodes. */
    TWO_NODES("two nodes", 2, Members::nodes),
    /** Every node. */
    ALL_NODES("all nodes", Integer.MAX_VALUE, Members::nodes),
    /** A gateway. */
    ONE_GATEWAY("one gateway", 1, Members::gateways);

    private final String words;
    private final int max;
    private final Function<Members, List<NodeId>> among;

    ProcessPick(String words, int max, Function<Members, List<NodeId>> among) {
        this.words = words;
        this.max = max;
        this.among = among;
    }

    /** Returns what it is called in a plan. */
    public String words() {
        return words;
    }

    /** Returns whether there are as many as it says. */
    boolean isPossible(Members members) {
        return among.apply(members).size() >= (this == ALL_NODES ? 1 : max);
    }

    /** The processes from which it picks. */
    List<NodeId> among(Members members) {
        return among.apply(members);
    }

    @Override
    public boolean includesGateways(Members members) {
        return this == ONE_GATEWAY;
    }

    @Override
    public List<NodeId> draw(Members up, RandomGenerator chance) {
        return Pick.shuffled(among(up), chance).stream().limit(max).sorted().toList();
    }
}
