package sosad.app.fault;

import static sosad.model.PlainFormat.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import sosad.app.cluster.LiveCluster;
import sosad.app.fabric.LinkConditions;
import sosad.app.process.NodeException;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The faults that are in force on a live cluster: does them, adds them up, and heals them. What cannot be done throws
 * {@link NodeException} and changes nothing. To be used on the thread that owns the cluster.
 */
public final class FaultInjector implements FaultTarget, AutoCloseable {
    /** The most faults that are over at once of which is told afterwards. */
    private static final int MAX_OVER = 5;

    private final LiveCluster cluster;
    private final ProcessFaultInjector processes;
    private final BadClients clients;
    private final Consumer<String> notHealed;
    private final Map<Long, ActiveFault> inForce = new TreeMap<>();
    private final Map<String, Long> injected = new TreeMap<>();
    private final Deque<ActiveFault> over = new ArrayDeque<>();
    private Optional<ActiveFault> justDone = Optional.empty();
    private long lastNumber;

    /**
     * Nothing is in force yet.
     *
     * @param notHealed gets what could not be healed, and why
     */
    public FaultInjector(LiveCluster cluster, Consumer<String> notHealed) {
        this.cluster = cluster;
        this.processes = new ProcessFaultInjector(cluster);
        this.clients = new BadClients();
        this.notHealed = notHealed;
    }

    @Override
    public ActiveFault inject(Fault fault, String by, long nowMillis) {
        ActiveFault record = new ActiveFault(lastNumber + 1, fault, nowMillis, by);
        if (fault instanceof Fault.OnLinks links) {
            checkAreThere(links.links());
            LinkFault what = links.what();
            links.links().forEach(link -> what.inject(cluster, link, what.on(suffered(link))));
        } else {
            NodeId process = fault.target().orElseThrow();
            if (fault.what() instanceof ProcessFault what) {
                processes.inject(process, what, inForce.values());
            } else {
                processes.checkIsUp(process);
                clients.begin(record.number(), cluster.clientPort(process), (ClientFault) fault.what());
            }
        }
        lastNumber++;
        injected.merge(fault.kind().name(), 1L, Long::sum);
        if (fault.isMomentary()) {
            justDone = Optional.of(record);
            over.addLast(record);
            if (over.size() > MAX_OVER) {
                over.removeFirst();
            }
        } else {
            justDone = Optional.empty();
            inForce.put(record.number(), record);
        }
        return record;
    }

    private void checkAreThere(List<Link> links) {
        for (Link link : links) {
            if (!cluster.nodes().contains(link.from()) || !cluster.nodes().contains(link.to())) {
                throw new NodeException("there is no link from %s".formatted(link));
            }
        }
    }

    /** Returns the sum of the faults in force on a link. */
    private LinkConditions suffered(Link link) {
        LinkConditions sum = LinkConditions.NONE;
        for (ActiveFault one : inForce.values()) {
            if (one.fault() instanceof Fault.OnLinks links && links.links().contains(link)) {
                sum = links.what().on(sum);
            }
        }
        return sum;
    }

    @Override
    public boolean isInForce(long number) {
        return inForce.containsKey(number);
    }

    @Override
    public void heal(long number) {
        ActiveFault healed = inForce.remove(number);
        if (healed == null) {
            throw new NodeException(format("fault %d is not in force", number));
        }
        justDone = Optional.empty();
        if (healed.fault() instanceof Fault.OnLinks links) {
            links.links().forEach(link -> cluster.setConditions(link, suffered(link)));
        } else if (healed.fault().what() instanceof ProcessFault what) {
            NodeId process = healed.fault().target().orElseThrow();
            Set<Long> over = new HashSet<>(processes.heal(process, what, inForce.values()));
            inForce.keySet().removeAll(over);
        } else {
            clients.end(healed.number());
        }
    }

    /** Ends all faults; those that cannot be healed stay and are reported. */
    public void healEverything() {
        for (long number : List.copyOf(inForce.keySet())) {
            if (isInForce(number)) { // it may have ended with another
                try {
                    heal(number);
                } catch (NodeException e) {
                    notHealed.accept(e.getMessage());
                }
            }
        }
    }

    /** Starts a process that has ended by itself; what is wrong with its clock and its disk stays so. */
    public void start(NodeId process) {
        processes.start(process, false);
    }

    /** Takes note of processes that have come up again, or have not. To be called often. */
    public void poll() {
        processes.poll(inForce.values()).forEach(notHealed);
    }

    /** Returns whether a process is being started. */
    public boolean isStarting() {
        return processes.isStarting();
    }

    /** Returns whether a fault in force is the reason if this process ends. */
    public boolean isMeantToEnd(NodeId process) {
        return inForce.values().stream().anyMatch(fault -> fault.ends(process));
    }

    /** Returns what is wrong now. */
    public FaultSnapshot snapshot() {
        Map<Link, LinkConditions> links = new TreeMap<>();
        for (ActiveFault one : inForce.values()) {
            if (one.fault() instanceof Fault.OnLinks on) {
                on.links().forEach(link -> links.put(link, suffered(link)));
            }
        }
        return new FaultSnapshot(new ArrayList<>(inForce.values()), links, injected, new ArrayList<>(over), justDone);
    }

    /** Lets go of the clients that behave badly; the cluster is left as it is. */
    @Override
    public void close() {
        clients.close();
    }
}
