package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.export.table.TableRow;

@Tag("locale")
class SampleTablesTest {
    @Test
    void theDocumentPrints87Cells() {
        assertThat(DocumentTables.cells()).hasSize(87).doesNotHaveDuplicates();
    }

    @Test
    void theSampleShowsAllCellsThatTheDocumentPrints() {
        assertThat(cellsOf("sample")).containsExactlyInAnyOrderElementsOf(DocumentTables.cells());
    }

    @Test
    void byTheRuleTwoCellsDiffer() {
        List<String> differing = new ArrayList<>(cellsOf("sample-by-rule"));
        differing.removeAll(DocumentTables.cells());

        assertThat(differing).containsExactly("5 A B-now 3", "5 C B-now 3");
        assertThat(cellsOf("sample-by-rule")).hasSize(87);
    }

    private static List<String> cellsOf(String name) {
        ModelRun run = ModelRun.of(BundledScenarios.load(name));
        return LongStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(time -> TableRow.of(run.at(time), time).stream())
                .map(row -> String.format(Locale.ROOT, "%d %s %s %s", row.time(), row.server(), row.key(), row.shown()))
                .toList();
    }
}
