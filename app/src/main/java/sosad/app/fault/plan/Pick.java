package sosad.app.fault.plan;

import java.util.List;
import java.util.random.RandomGenerator;
import sosad.model.Link;
import sosad.model.NodeId;

/** To whom a planned fault happens. */
public sealed interface Pick {
    /** Picks links. */
    sealed interface OfLinks extends Pick permits LinkPick, NamedLinks {
        /** The links that it is about this time. */
        List<Link> draw(Members members, RandomGenerator chance);
    }

    /** Picks processes. */
    sealed interface OfProcesses extends Pick permits ProcessPick, NamedProcesses {
        /** The processes that it is about this time; fewer than it says, or none, if there are no more. */
        List<NodeId> draw(Members up, RandomGenerator chance);
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
    }
}
