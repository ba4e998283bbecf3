package sosad.app.fault;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sosad.model.Link;
import sosad.model.NodeId;

/** Something that is done to a cluster while it runs by its own clocks. */
public sealed interface Fault {
    /** Returns what it is, in words, such as {@code A to B: loses 20 % of its messages}. */
    String words();

    /** Returns what is wrong, wherever it is. */
    FaultSpec what();

    /** The process it happens to; empty: it happens to links. */
    Optional<NodeId> target();

    /** The entry of the catalogue that describes it. */
    default FaultKind<?> kind() {
        return what().kind();
    }

    /** Returns whether it is over as soon as it was done, so that there is nothing to heal. */
    default boolean isMomentary() {
        return kind().effect().isMomentary();
    }

    /**
     * Something is wrong with links.
     *
     * @param links the links, at least one
     * @param what the same with all of them
     */
    record OnLinks(List<Link> links, LinkFault what) implements Fault {
        public OnLinks {
            links = links.stream().distinct().sorted().toList();
            refuseIf(links.isEmpty(), "a fault of links names at least one");
        }

        @Override
        public Optional<NodeId> target() {
            return Optional.empty();
        }

        @Override
        public String words() {
            return where() + ": " + what.words();
        }

        private String where() {
            Set<NodeId> ends = new TreeSet<>();
            links.forEach(link -> ends.addAll(List.of(link.from(), link.to())));
            if (ends.size() > 2 && links.size() == ends.size() * (ends.size() - 1)) {
                return "all links of " + ends.stream().map(NodeId::name).collect(Collectors.joining(", "));
            }
            return links.stream().map(Link::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * Something happens to the process of a node or gateway, or its clients behave badly.
     *
     * @param process which one
     * @param what a {@link ProcessFault} or a {@link ClientFault}
     */
    record OnProcess(NodeId process, FaultSpec what) implements Fault {
        public OnProcess {
            if (what instanceof LinkFault) {
                throw new IllegalArgumentException(what.kind().name() + " applies to links");
            }
        }

        @Override
        public Optional<NodeId> target() {
            return Optional.of(process);
        }

        @Override
        public String words() {
            return process + ": " + what.words();
        }
    }

    /** A fault with its parameters and its target: links, a process, or the clients of one. */
    sealed interface FaultSpec permits LinkFault, ProcessFault, ClientFault {
        /** Returns what happens, in words that follow the name of where it happens. */
        String words();

        /** The entry of the catalogue that describes it. */
        default FaultKind<?> kind() {
            return FaultKinds.of(this);
        }
    }
}
