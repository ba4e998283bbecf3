package sosad.app.fault.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sosad.app.fault.Fault;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.FaultKind;
import sosad.app.fault.LinkFault;
import sosad.model.Link;
import sosad.model.NodeId;

/** The target of a planned fault. */
public sealed interface Pick {
    /** Returns whether it picks links, not processes. */
    boolean isOfLinks();

    /**
     * Returns the faults that come of it this time, an own one for each process; none, if nobody is there.
     *
     * @param what what happens, to links or to processes as this picks
     * @param reached the members that it can reach now
     */
    List<Fault> faults(FaultSpec what, Members reached, RandomGenerator chance);

    /** Returns whether it may pick a gateway of these members. */
    default boolean includesGateways(Members members) {
        return false;
    }

    /** Returns why a fault of this kind cannot happen to what is picked; empty if it can. */
    default Optional<String> refusal(FaultKind<?> kind, Members members) {
        if (kind.isOfLinks() != isOfLinks()) {
            return Optional.of(
                    kind.isOfLinks()
                            ? "%s applies to links; pick links, as in \"one link\"".formatted(kind.name())
                            : "%s applies to nodes and gateways; pick some, as in \"one node\"".formatted(kind.name()));
        }
        return kind.isForNodesAlone() && includesGateways(members)
                ? Optional.of("%s does not apply to gateways; pick nodes".formatted(kind.name()))
                : Optional.empty();
    }

    /** Picks links. */
    sealed interface OfLinks extends Pick permits LinkPick, NamedLinks {
        /** Returns the links that it is about this time. */
        List<Link> draw(Members members, RandomGenerator chance);

        @Override
        default boolean isOfLinks() {
            return true;
        }

        @Override
        default List<Fault> faults(FaultSpec what, Members reached, RandomGenerator chance) {
            return List.of(new Fault.OnLinks(draw(reached, chance), (LinkFault) what));
        }
    }

    /** Picks processes. */
    sealed interface OfProcesses extends Pick permits ProcessPick, NamedProcesses {
        /** Returns the processes that it is about this time; fewer than it says, or none, if there are no more. */
        List<NodeId> draw(Members up, RandomGenerator chance);

        @Override
        default boolean isOfLinks() {
            return false;
        }

        @Override
        default List<Fault> faults(FaultSpec what, Members reached, RandomGenerator chance) {
            return draw(reached, chance).stream()
                    .<Fault>map(process -> new Fault.OnProcess(process, what))
                    .toList();
        }
    }

    /**
     * These links.
     *
     * @param links the links, at least one
     */
    record NamedLinks(List<Link> links) implements OfLinks {
        public NamedLinks {
            links = links.stream().distinct().sorted().toList();
        }

        @Override
        public List<Link> draw(Members members, RandomGenerator chance) {
            return links;
        }
    }

    /**
     * These nodes and gateways, as far as they are up.
     *
     * @param processes their names, at least one
     */
    record NamedProcesses(List<NodeId> processes) implements OfProcesses {
        public NamedProcesses {
            processes = List.copyOf(processes);
        }

        @Override
        public List<NodeId> draw(Members up, RandomGenerator chance) {
            return processes.stream().filter(up.all()::contains).toList();
        }

        @Override
        public boolean includesGateways(Members members) {
            return processes.stream().anyMatch(members.gateways()::contains);
        }
    }

    /** Returns things in an order that depends on chance alone, where that is given by any generator. */
    static <T> List<T> shuffled(List<T> things, RandomGenerator chance) {
        List<T> shuffled = new ArrayList<>(things);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, chance.nextInt(last + 1));
        }
        return shuffled;
    }
}
