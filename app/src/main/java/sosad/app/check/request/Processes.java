package sosad.app.check.request;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;

/** The servers and gateways of a system, all of which take clients. */
final class Processes {
    private Processes() {}

    /** Returns the servers, then the gateways. */
    static List<NodeId> of(SystemUnderTest system) {
        return Stream.concat(system.servers().stream(), system.gateways().stream())
                .toList();
    }

    /** Returns their names in a sentence: {@code A, B and G1}. */
    static String words(List<NodeId> processes) {
        int last = processes.size() - 1;
        String names =
                processes.stream().limit(Math.max(1, last)).map(NodeId::name).collect(Collectors.joining(", "));
        return last < 1 ? names : names + " and " + processes.get(last);
    }
}
