package sosad.app.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.history.Fate;
import sosad.app.history.RunEvent;
import sosad.app.history.SentByKind;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Inquiry;

@Tag("locale")
class ReportFormatTest {
    @Test
    void markdownIsTheDocumentsTablesWithWhatWasSent() {
        assertThat(ReportFormat.MARKDOWN.text(Reports.everything())).isEqualTo("""
                        # one\\|of "everything"

                        ## T=1

                        | Time | Server | Key   | Value |
                        |------|--------|-------|-------|
                        | 1    | A      | B-now | 1     |

                        ## T=2: B is \\<busy>

                        - B -> A: a\\|b@2, gone@2 (push, now 1, prev 1; lost)
                        - B -> A: no changes (hello, now 1, prev -1; delivered)
                        - failed: kill: {node: A}: A is dead

                        | Time | Server | Key     | Value                        |
                        |------|--------|---------|------------------------------|
                        | 2    | A      | B-now   | 1                            |
                        | 2    | B      | a\\|b:2  | x\\|y\\\\\\n"quoted", \\u0007\\<b> |
                        | 2    | B      | gone:2  | (deleted)                    |
                        | 2    | B      | empty:2 |                              |

                        - met: A holds no waffle
                        - NOT MET: B \\| C
                        """);
    }

    @Test
    void aLongValueDoesNotWidenTheWholeTable() {
        NodeId a = new NodeId("A");
        List<TableRow> rows = List.of(
                new TableRow(1, a, "k:1", Optional.of("x".repeat(41))), new TableRow(1, a, "l:1", Optional.of("y")));
        StepReport step = Reports.step(1, Optional.empty(), rows, List.of(), List.of(), List.of());

        assertThat(ReportFormat.MARKDOWN.text(new RunReport("long", Optional.empty(), List.of(step))))
                .contains("| 1    | A      | k:1 | " + "x".repeat(41) + " |\n")
                .contains("| 1    | A      | l:1 | y" + " ".repeat(39) + " |\n");
    }

    @Test
    void csvQuotesWhatWouldBreakALine() {
        assertThat(ReportFormat.CSV.text(Reports.everything())).isEqualTo("""
                        time,server,key,value
                        1,A,B-now,1
                        2,A,B-now,1
                        2,B,a|b:2,"x|y\\
                        ""quoted"", \u0007<b>"
                        2,B,gone:2,(deleted)
                        2,B,empty:2,
                        """);
    }

    @Test
    void jsonHasEverythingInTheDocumentedForm() {
        assertThat(ReportFormat.JSON.text(Reports.everything())).isEqualTo("""
                        {"scenario":"one|of \\"everything\\"","steps":[\
                        {"time":1,"title":null,"rows":[{"server":"A","key":"B-now","value":"1"}],\
                        "messages":[],"failures":[],"expectations":[]},\
                        {"time":2,"title":"B is <busy>","rows":[{"server":"A","key":"B-now","value":"1"},\
                        {"server":"B","key":"a|b:2","value":"x|y\\\\\\n\\"quoted\\", \\u0007<b>"},\
                        {"server":"B","key":"gone:2","value":null},\
                        {"server":"B","key":"empty:2","value":""}],\
                        "messages":[\
                        {"from":"B","to":"A","kind":"push","now":1,"prev":1,"changes":["a|b@2","gone@2"],"fate":"lost"},\
                        {"from":"B","to":"A","kind":"hello","now":1,"prev":-1,"changes":[],"fate":"delivered"}],\
                        "failures":["kill: {node: A}: A is dead"],\
                        "expectations":[{"expect":"A holds no waffle","met":true},{"expect":"B | C","met":false}]}]}
                        """);
    }

    @Test
    void jsonIsJson() throws Exception {
        assertThat(new JsonMapper()
                        .readTree(ReportFormat.JSON.text(Reports.everything()))
                        .at("/steps/1/rows/1/value")
                        .asText())
                .isEqualTo("x|y\\\n\"quoted\", \u0007<b>");
    }

    private static RunReport withClients() {
        NodeId a = new NodeId("A");
        NodeId b = new NodeId("B");
        Key key = new Key("k");
        Entry entry = new Entry(key, Optional.of(Value.of("v")), new Version(2, a, 1, 1));
        StepReport step = new StepReport(
                2,
                Optional.empty(),
                Optional.of("soon"),
                Optional.of("look"),
                List.of(),
                List.of(
                        RequestReport.of(new RunEvent.Wrote(a, entry, true, false)),
                        RequestReport.of(new RunEvent.Read(b, key, Optional.empty(), Optional.of(new NodeId("G1"))))),
                List.of(
                        new RunEvent.Inquired(new Inquiry.Ask(a, b, 1, key), Fate.DELIVERED, ""),
                        new RunEvent.Inquired(new Inquiry.Repair(a, b, entry), Fate.LOST, "the link is cut")),
                List.of(),
                SentByKind.NOTHING,
                List.of("A client reads k at B and gets nothing."),
                List.of(),
                List.of(new ExpectationReport("B holds k = v", false, "B holds no k", OptionalInt.of(7))));
        return new RunReport("reads", Optional.of("before"), List.of(step));
    }

    @Test
    void jsonHasWhatWasSaidAndWhatClientsAskedAndWhatNodesAskedForThem() {
        assertThat(ReportFormat.JSON.text(withClients())).isEqualTo("""
                        {"scenario":"reads","about":"before","steps":[\
                        {"time":2,"title":null,"before":"soon","say":"look","rows":[],\
                        "requests":[{"do":"put","at":"A","key":"k","value":"v","timestamp":2,"lost":true},\
                        {"do":"get","at":"B","via":"G1","key":"k","value":null,"read":"local","stale":false}],\
                        "inquiries":[{"from":"A","to":"B","kind":"ask","key":"k","fate":"delivered"},\
                        {"from":"A","to":"B","kind":"repair","key":"k","value":"v","timestamp":2,"fate":"lost"}],\
                        "messages":[],"failures":[],\
                        "expectations":[{"expect":"B holds k = v","met":false,"found":"B holds no k","line":7}]}]}
                        """);
    }

    @Test
    void markdownTellsWhatClientsReadAndWhatIsSoInstead() {
        assertThat(ReportFormat.MARKDOWN.text(withClients()))
                .contains("- A client reads k at B and gets nothing.\n", "- NOT MET: B holds k = v; B holds no k\n");
    }

    @Test
    void whatWasNotMetIsNamed() {
        assertThat(Reports.everything().steps())
                .flatExtracting(StepReport::expectations)
                .filteredOn(expectation -> !expectation.met())
                .containsExactly(new ExpectationReport("B | C", false));
    }
}
