package sosad.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;

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
        StepReport step = new StepReport(1, Optional.empty(), rows, List.of(), List.of(), List.of());

        assertThat(ReportFormat.MARKDOWN.text(new RunReport("long", List.of(step))))
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

    @Test
    void whatWasNotMetIsNamed() {
        assertThat(Reports.everything().unmet()).containsExactly(new ExpectationReport("B | C", false));
    }
}
