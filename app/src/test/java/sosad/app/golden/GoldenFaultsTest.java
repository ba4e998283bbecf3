package sosad.app.golden;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.app.fault.plan.FaultPlanWriter;
import sosad.app.fault.plan.FaultPlanner;
import sosad.app.fault.plan.Members;
import sosad.app.yaml.YamlFileException;
import sosad.model.NodeId;

/** How every fault is written in a plan and told, and how a plan refuses what it cannot read. */
class GoldenFaultsTest {
    private static final Members MEMBERS =
            new Members(List.of(new NodeId("A"), new NodeId("B")), List.of(new NodeId("G1")));

    private static final List<String> KINDS = List.of(
            "cut",
            "loss",
            "duplicate",
            "corrupt",
            "delay",
            "reorder",
            "rate",
            "slow-close",
            "reset",
            "kill",
            "terminate",
            "pause",
            "restart",
            "wipe",
            "skew",
            "drift",
            "slow-disk",
            "fail-disk",
            "full-disk",
            "flood",
            "half-requests");

    /** Amounts that fit some of the kinds. */
    private static final List<String> AMOUNTS = List.of(
            "20 %",
            "0%",
            "100 %",
            "33.25 %",
            "-1 %",
            "120 %",
            "\" 120 % \"",
            "100 ms",
            "1.5 s",
            "0.25 ms",
            "0 ms",
            "-5 s",
            "+5s",
            "60 min",
            "61 min",
            "1441 min",
            "999999999999999 min",
            "100 ms ± 50 ms",
            "1 s +- 0.5s normal",
            "1 s +/- 2 s uniform",
            "1 s ± 0 ms pareto",
            "1 s ± 61 min",
            "1 s ± 1 ms fixed",
            "1 s ± 1 ms normally",
            "1 s ± 5",
            "1 s ± normal",
            "± 5 ms",
            "100 kB/s",
            "1.5 kB/s",
            "1 MB/s",
            "0 B/s",
            "0.5 B/s",
            "1000001 MB/s",
            "500 ppm",
            "-500 ppm",
            "500001 ppm",
            "0.5 ppm",
            "50",
            "1",
            "1000",
            "0",
            "5000",
            "1e3",
            "12345678901234567890",
            "0.2",
            "much",
            "\"\"",
            "~",
            "",
            "\"a\\nb\"",
            "[1]",
            "{a: 1}",
            "a value that is far too long to be shown in full");

    private static final List<String> OTHERS = List.of(
            "los",
            "lose",
            "nonsense",
            "~",
            "",
            "[loss]",
            "{}",
            "{los: 20 %}",
            "{loss: 20 %, cut: 1}",
            "{loss: 20 %, 1: 1}");

    @Test
    void everyFaultOfAPlanIsReadToldAndRefusedAsEver() {
        StringBuilder all = new StringBuilder();
        for (String kind : KINDS) {
            Stream.of("one link", "A", "G1").forEach(pick -> all.append(line(pick, kind)));
            String pick = KINDS.indexOf(kind) <= KINDS.indexOf("reset") ? "one link" : "A";
            AMOUNTS.forEach(amount -> all.append(line(pick, "{%s: %s}".formatted(kind, amount))));
        }
        OTHERS.forEach(what -> all.append(line("A", what)));
        Golden.assertSame("faults/plan", all.toString());
    }

    private static String line(String pick, String what) {
        String plan = "plan: a test\nfaults:\n  - at: 0 s\n    heal-after: 1 s\n    pick: %s\n    do: %s\n"
                .formatted(pick, what);
        return "%s, %s: %s%n".formatted(pick, what, outcome(plan));
    }

    private static String outcome(String text) {
        try {
            FaultPlan plan = FaultPlanReader.read("p", text, MEMBERS);
            String written = FaultPlanWriter.write(plan).split("do: ", 2)[1].split("\n", 2)[0];
            return "%s | %s"
                    .formatted(
                            written,
                            new FaultPlanner(plan, MEMBERS, 1)
                                    .upTo(0).stream()
                                            .map(decision -> decision.fault().words())
                                            .toList());
        } catch (YamlFileException refused) {
            return refused.getMessage();
        }
    }
}
