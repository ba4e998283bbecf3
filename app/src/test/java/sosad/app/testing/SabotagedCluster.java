package sosad.app.testing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sosad.app.check.StoreAccounts;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.cluster.CoreState;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.plan.Members;
import sosad.app.process.NodeException;
import sosad.message.Address;
import sosad.message.Launch.StoreKind;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Saved;

/**
 * Sabotaged servers in memory as a cluster of our own, of which some may stand for gateways: they can be killed and
 * started, other faults change nothing. The number in a value is the timestamp of its version.
 */
public final class SabotagedCluster implements SystemUnderTest, TestedCluster {
    private final List<SabotagedServer> all;
    private final int gateways;
    private final Set<Flaw> flaws;
    private final StoreAccounts accounts = new StoreAccounts();
    private final List<ActiveFault> inForce = new ArrayList<>();
    private final Set<NodeId> gone = new HashSet<>();
    private Content content = Content.PER_KEY;
    private long injected;

    /** What is wrong with the processes. */
    public enum Flaw {
        /** A server that is killed loses what it held, and comes back without it. */
        FORGETS_AT_ITS_END,
        /** The same, and it says so: its store is in memory. */
        IS_IN_MEMORY,
        /** A process that is killed never comes back. */
        NEVER_COMES_BACK
    }

    /**
     * Starts servers.
     *
     * @param servers how many nodes, called A, B and so on
     * @param gateways how many gateways, called by the letters after those; like a node, each holds everything
     */
    public SabotagedCluster(int servers, int gateways, Sabotage sabotage, Flaw... flaws) {
        this.all = SabotagedServer.cluster(servers + gateways, sabotage);
        this.gateways = gateways;
        this.flaws = flaws.length == 0 ? EnumSet.noneOf(Flaw.class) : EnumSet.copyOf(List.of(flaws));
        servers().forEach(server -> accounts.begins(server, System.nanoTime()));
    }

    /** The servers pretend to follow this rule. */
    public SabotagedCluster under(Content rule) {
        content = rule;
        return this;
    }

    private SabotagedServer get(NodeId process) {
        return all.stream()
                .filter(server -> server.id().equals(process))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public ActiveFault inject(Fault fault) {
        ActiveFault active = new ActiveFault(++injected, fault, 0, "test");
        fault.target().filter(active::takesOut).ifPresent(process -> {
            get(process).stop();
            gone.add(process);
            if (flaws.contains(Flaw.FORGETS_AT_ITS_END) || flaws.contains(Flaw.IS_IN_MEMORY)) {
                get(process).entries().clear();
            }
        });
        if (!fault.isMomentary()) {
            inForce.add(active);
        }
        return active;
    }

    @Override
    public void heal(long number) {
        inForce.removeIf(fault -> fault.number() == number);
        if (flaws.contains(Flaw.NEVER_COMES_BACK)) {
            return;
        }
        for (NodeId process : Set.copyOf(gone)) {
            if (inForce.stream().noneMatch(fault -> fault.takesOut(process))) {
                gone.remove(process);
                if (flaws.contains(Flaw.IS_IN_MEMORY) && servers().contains(process)) {
                    accounts.begins(process, System.nanoTime());
                }
                get(process).start();
            }
        }
    }

    @Override
    public void healEverything() {
        List.copyOf(inForce).forEach(fault -> heal(fault.number()));
    }

    @Override
    public void awaitAllUp() {
        if (!gone.isEmpty()) {
            throw new NodeException(gone + " are not up 30 s after everything was healed");
        }
    }

    @Override
    public Map<NodeId, CoreState> states() {
        Map<NodeId, CoreState> states = new TreeMap<>();
        for (NodeId node : servers()) {
            List<Entry> entries = new ArrayList<>();
            get(node).entries().forEach((key, value) -> entries.add(entry(key, value)));
            states.put(node, new CoreState(new Saved(1, 1_000_000, entries, Map.of()), 0));
        }
        return states;
    }

    private static Entry entry(String key, String value) {
        long number = Long.parseLong(value.split(":", 2)[0]);
        return new Entry(new Key(key), Optional.of(Value.of(value)), new Version(number, new NodeId("A"), 1, number));
    }

    @Override
    public Members members() {
        return new Members(servers(), gateways());
    }

    @Override
    public Rules rules() {
        return new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
    }

    @Override
    public StoreKind store() {
        return flaws.contains(Flaw.IS_IN_MEMORY) ? StoreKind.MEMORY : StoreKind.DISK;
    }

    @Override
    public long syncMillis() {
        return 10;
    }

    @Override
    public boolean isUp(NodeId process) {
        return get(process).address().isPresent();
    }

    @Override
    public FaultSnapshot faults() {
        return new FaultSnapshot(inForce, Map.of(), Map.of());
    }

    @Override
    public Map<Link, LinkCounts> counts() {
        return all.size() == 1
                ? Map.of()
                : Map.of(new Link(servers().get(0), all.get(all.size() - 1).id()), new LinkCounts(9, 9, 1, 1, 0));
    }

    @Override
    public StoreAccounts accounts() {
        return accounts;
    }

    @Override
    public String words() {
        return "sabotaged servers";
    }

    @Override
    public List<NodeId> servers() {
        return all.subList(0, all.size() - gateways).stream()
                .map(SabotagedServer::id)
                .toList();
    }

    @Override
    public List<NodeId> gateways() {
        return all.subList(all.size() - gateways, all.size()).stream()
                .map(SabotagedServer::id)
                .toList();
    }

    @Override
    public Optional<Address> address(NodeId process) {
        return get(process).address();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Optional<TestedCluster> cluster() {
        return Optional.of(this);
    }

    @Override
    public void turn(long mostMillis) throws InterruptedException {
        Thread.sleep(Math.max(1, mostMillis));
    }

    @Override
    public void close() {
        all.forEach(SabotagedServer::close);
    }
}
