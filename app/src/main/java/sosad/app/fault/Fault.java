package sosad.app.fault;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sosad.app.fabric.Route;
import sosad.model.NodeId;

/** Something that is done to a cluster while it runs by its own clocks. */
public sealed interface Fault {
    /** What it is, in words, such as {@code A to B: loses 20 % of its messages}. */
    String words();

    /** What is wrong, wherever it is. */
    Trouble what();

    /** The name of its kind, as in plans and in the API. */
    default String kind() {
        return what().kind();
    }

    /** Whether it is over as soon as it was done, so that there is nothing to heal. */
    default boolean isMomentary() {
        return what().isMomentary();
    }

    /**
     * Something is wrong with links.
     *
     * @param routes the links, at least one
     * @param what the same with all of them
     */
    record OnLinks(List<Route> routes, LinkFault what) implements Fault {
        public OnLinks {
            routes = routes.stream().distinct().sorted().toList();
            if (routes.isEmpty()) {
                throw new IllegalArgumentException("a fault of links names at least one");
            }
        }

        @Override
        public String words() {
            return where() + ": " + what.words();
        }

        private String where() {
            Set<NodeId> ends = new TreeSet<>();
            routes.forEach(route -> ends.addAll(List.of(route.from(), route.to())));
            if (ends.size() > 2 && routes.size() == ends.size() * (ends.size() - 1)) {
                return "all links of " + ends.stream().map(NodeId::name).collect(Collectors.joining(", "));
            }
            return routes.stream().map(Route::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * Something happens to the process of a node or gateway.
     *
     * @param process which one
     * @param what what happens to it
     */
    record OnProcess(NodeId process, ProcessFault what) implements Fault {
        @Override
        public String words() {
            return process + ": " + what.words();
        }
    }

    /**
     * Clients behave badly towards a node or gateway.
     *
     * @param process whom they are clients of
     * @param what what they do
     */
    record ByClients(NodeId process, ClientFault what) implements Fault {
        @Override
        public String words() {
            return process + ": " + what.words();
        }
    }
}
