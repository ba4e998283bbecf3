package sosad.app.fault;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.fabric.LinkConditions;
import sosad.model.Link;
import sosad.model.NodeId;

/**
 * The faults of a cluster at one moment.
 *
 * @param inForce the faults in force, in the order in which they were injected
 * @param links what is wrong with each link that something is wrong with
 * @param injected how many faults were injected so far, healed ones included, by kind
 * @param over the last ones that were over at once, in the order in which they were injected
 * @param justDone the last one of those, unless anything else was injected or healed since
 */
public record FaultSnapshot(
        List<ActiveFault> inForce,
        Map<Link, LinkConditions> links,
        Map<String, Long> injected,
        List<ActiveFault> over,
        Optional<ActiveFault> justDone) {
    /** Nothing was ever done. */
    public static final FaultSnapshot NONE = new FaultSnapshot(List.of(), Map.of(), Map.of());

    /** Returns that these links are cut, and nothing else is wrong. */
    public static FaultSnapshot ofCut(Set<Link> cut) {
        return new FaultSnapshot(
                List.of(),
                cut.stream().collect(Collectors.toMap(link -> link, link -> LinkConditions.NONE.withCut(true))),
                Map.of());
    }

    /** None was over at once. */
    public FaultSnapshot(List<ActiveFault> inForce, Map<Link, LinkConditions> links, Map<String, Long> injected) {
        this(inForce, links, injected, List.of(), Optional.empty());
    }

    public FaultSnapshot {
        inForce = List.copyOf(inForce);
        over = List.copyOf(over);
        links = Collections.unmodifiableMap(new TreeMap<>(links));
        injected = Collections.unmodifiableMap(new TreeMap<>(injected));
    }

    /**
     * Returns what is wrong with each process that goes on, or was just done to it; one that has ended or is frozen
     * shows that by its status.
     */
    public Map<NodeId, List<Fault.FaultSpec>> ofGoingProcesses() {
        return Stream.concat(inForce.stream(), justDone.stream())
                .map(ActiveFault::fault)
                .filter(Fault.OnProcess.class::isInstance)
                .map(Fault.OnProcess.class::cast)
                .filter(fault ->
                        fault.kind().effect() != Effect.ENDS && fault.kind().effect() != Effect.FREEZES)
                .collect(Collectors.groupingBy(
                        Fault.OnProcess::process, Collectors.mapping(Fault.OnProcess::what, Collectors.toList())));
    }

    /** Returns what was just done to links, by link. */
    public Map<Link, String> justDoneToLinks() {
        return justDone.map(ActiveFault::fault)
                .filter(Fault.OnLinks.class::isInstance)
                .map(Fault.OnLinks.class::cast)
                .map(done -> done.links().stream().collect(Collectors.toMap(link -> link, link -> done.what()
                        .words())))
                .orElse(Map.of());
    }

    /** The links that are cut. */
    public Set<Link> cut() {
        return links.keySet().stream().filter(link -> links.get(link).cut()).collect(Collectors.toSet());
    }
}
