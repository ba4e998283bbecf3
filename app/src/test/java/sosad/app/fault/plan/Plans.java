package sosad.app.fault.plan;

import java.util.Arrays;
import java.util.List;
import sosad.model.NodeId;

/** Plans and members for tests. */
final class Plans {
    static final Members FIVE = members(List.of("A", "B", "C", "D", "E"), List.of("G1", "G2"));

    private Plans() {}

    static Members members(List<String> nodes, List<String> gateways) {
        return new Members(
                nodes.stream().map(NodeId::new).toList(),
                gateways.stream().map(NodeId::new).toList());
    }

    /** A plan of these faults, each in one line as in {@code at: 1 s, pick: A, do: kill}. */
    static FaultPlan of(Members members, String... faults) {
        return FaultPlanReader.read("test.yaml", text(faults), members);
    }

    static String text(String... faults) {
        StringBuilder text = new StringBuilder("plan: a test\nfaults:\n");
        Arrays.stream(faults)
                .forEach(fault -> text.append("  - {").append(fault).append("}\n"));
        return text.toString();
    }
}
