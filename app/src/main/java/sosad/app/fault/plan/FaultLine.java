package sosad.app.fault.plan;

import java.util.List;
import java.util.Optional;
import sosad.app.fault.ClientFault;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;

/**
 * One fault in the words of a plan, as somebody puts it together by hand.
 *
 * @param pick to whom it happens, such as {@code one link} or {@code {from: A, to: B}}
 * @param kind what happens, such as {@code loss}
 * @param value how much of it, such as {@code 20 %}; empty where the kind says all
 */
public record FaultLine(String pick, String kind, String value) {
    /** What can happen to links. */
    public static List<String> kindsOfLinks() {
        return TroubleForms.kinds(LinkFault.class);
    }

    /** What can happen to processes, and what their clients can do. */
    public static List<String> kindsOfProcesses() {
        List<String> kinds = new java.util.ArrayList<>(TroubleForms.kinds(ProcessFault.class));
        kinds.addAll(TroubleForms.kinds(ClientFault.class));
        return kinds;
    }

    /** How the value of this kind may be written; none if the kind says all. */
    public static Optional<String> example(String kind) {
        String whole = TroubleForms.example(kind);
        return whole.startsWith("{")
                ? Optional.of(whole.substring(whole.indexOf(':') + 2, whole.length() - 1))
                : Optional.empty();
    }

    /**
     * What it comes to.
     *
     * @param seed decides what the pick leaves to chance
     * @throws sosad.app.yaml.YamlFileException if it makes no sense for these members
     */
    public List<Fault> faults(Members members, long seed) {
        String trouble = example(kind).isPresent() ? "{%s: \"%s\"}".formatted(kind, escaped(value)) : kind;
        String plan = "plan: by hand\nfaults:\n  - at: 0 ms\n    pick: %s\n    do: %s\n".formatted(pick, trouble);
        FaultPlan read = FaultPlanReader.read("by hand", plan, members);
        return new FaultPlanner(read, members, seed)
                .upTo(0).stream().map(Decision::fault).toList();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
