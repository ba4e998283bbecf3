package sosad.app.viewmodel.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.explain.Question;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.app.viewmodel.lesson.OpenerViewModel;
import sosad.app.viewmodel.lesson.Provenance;

@Tag("locale")
class TablesTest {
    @Test
    void theSamplesLastTableIsTheDocuments() {
        Snapshot end = TestLab.sample(7).present();

        List<String> rows = DocumentRow.of(end, Optional.empty()).stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "%d %s %s %s",
                        row.time(),
                        row.server(),
                        row.line().key(),
                        row.line().value()))
                .toList();

        assertThat(rows)
                .containsExactly(
                        "5 A B-now 2",
                        "5 A B-prev 1",
                        "5 A C-now 4",
                        "5 A C-prev 1",
                        "5 A grace:2 jack",
                        "5 A waffle:2 yoda",
                        "5 A frogger:3 munchkin",
                        "5 A tom:4 turkey",
                        "5 B A-now 3",
                        "5 B A-prev 1",
                        "5 B C-now 4",
                        "5 B C-prev 1",
                        "5 B grace:2 jack",
                        "5 B waffle:2 yoda",
                        "5 B frogger:3 munchkin",
                        "5 B tom:4 turkey",
                        "5 C A-now 3",
                        "5 C A-prev 1",
                        "5 C B-now 2",
                        "5 C B-prev 1",
                        "5 C grace:2 jack",
                        "5 C waffle:2 yoda",
                        "5 C frogger:3 munchkin",
                        "5 C tom:4 turkey");
    }

    @Test
    void whatDiffersFromTheStepBeforeIsChanged() {
        TestLab desk = TestLab.sample(7);
        History history = desk.lab.historyProperty().get();

        List<String> changed = DocumentRow.of(history.present(), history.before(history.present())).stream()
                .filter(row -> row.line().changed())
                .map(row -> row.server() + " " + row.line().key())
                .toList();

        assertThat(changed)
                .containsExactly(
                        "A B-now",
                        "A C-now",
                        "A grace:2",
                        "A waffle:2",
                        "A tom:4",
                        "B A-now",
                        "B C-now",
                        "B tom:4",
                        "C A-now");
    }

    @Test
    void theFirstRowOfEachServerIsKnown() {
        long firsts = DocumentRow.of(TestLab.sample(7).present(), Optional.empty()).stream()
                .filter(DocumentRow::first)
                .count();

        assertThat(firsts).isEqualTo(3);
    }

    @Test
    void aDeadNodeHasNoRowsAndSaysWhy() {
        TestLab desk = TestLab.sample(3);
        desk.engine.act(new Action.Kill(Scenarios.B));

        assertThat(DocumentRow.of(desk.present(), Optional.empty()))
                .noneMatch(row -> row.server().equals("B"));
        NodeTable dead = NodeTable.of(desk.present(), Optional.empty()).get(1);
        assertThat(dead.summary()).isEqualTo("dead");
        assertThat(dead.lines()).extracting(Line::key).containsExactly("no process; its memory is gone");
    }

    @Test
    void anEmptyNodeSaysSo() {
        NodeTable table =
                NodeTable.of(TestLab.sample(0).present(), Optional.empty()).get(0);

        assertThat(table.summary()).isEqualTo("no entries");
        assertThat(table.lines()).extracting(Line::key).endsWith("nothing stored yet");
    }

    @Test
    void aDeletedKeyIsPrintedAsDeleted() {
        TestLab desk = TestLab.sample(3);
        desk.engine.act(new Action.Delete(Scenarios.B, new sosad.model.Key("grace")));

        assertThat(NodeTable.of(desk.present(), Optional.empty()).get(1).entries())
                .contains(new Line(
                        "grace:4",
                        "(deleted)",
                        Line.Kind.TOMBSTONE,
                        false,
                        Optional.of(new Question.OfEntry(Scenarios.B, new sosad.model.Key("grace")))));
    }

    @Test
    void theMatrixMarksStaleAndAbsentCells() {
        TestLab desk = TestLab.sample(3);
        desk.engine.act(Scenarios.put(Scenarios.C, "waffle", "chewie"));

        Matrix matrix = Matrix.of(desk.present(), Optional.empty());
        Matrix.MatrixRow waffle = matrix.rows().get(2);

        assertThat(waffle.key().text()).isEqualTo("waffle");
        assertThat(waffle.cells())
                .extracting(MatrixCell::state)
                .containsExactly(MatrixCell.State.ABSENT, MatrixCell.State.STALE, MatrixCell.State.CURRENT);
        assertThat(waffle.cells()).extracting(MatrixCell::text).containsExactly("", "yoda@2", "chewie@4");
    }

    @Test
    void theSampleIsAsPrintedUntilSomethingUnscriptedHappens() {
        TestLab desk = TestLab.empty();
        Provenances shown = new Provenances(desk);
        desk.engine.open(Scenarios.sample());
        desk.engine.beginStep();
        assertThat(shown.now()).isEqualTo(Provenance.AS_PRINTED);

        desk.engine.act(Scenarios.put(Scenarios.C, "waffle", "chewie"));
        assertThat(shown.now()).isEqualTo(Provenance.OFF_SCRIPT);

        desk.engine.failNext("sync");
        IntStream.range(0, 3).forEach(step -> desk.engine.beginStep());
        assertThat(shown.now()).isEqualTo(Provenance.VOID);

        desk.lab
                .selectedProperty()
                .set(desk.lab.historyProperty().get().snapshots().get(1));
        assertThat(shown.now()).isEqualTo(Provenance.AS_PRINTED);
    }

    @Test
    void whatIsNotAsExpectedIsNotAsPrinted() {
        TestLab desk = TestLab.empty();
        Scenario wrong = ScenarioReader.read(
                "test",
                "scenario: s\ncluster: {nodes: [A, B]}\nsteps: [{do: [expect: {at: A, key: k, value: v}]}, {}]\n");
        Provenances shown = new Provenances(desk, List.of(new BundledScenario("sample", "s", () -> wrong)));
        desk.engine.open(wrong);
        assertThat(shown.now()).isEqualTo(Provenance.AS_PRINTED);
        desk.engine.beginStep();
        desk.engine.finishStep();
        assertThat(shown.now()).isEqualTo(Provenance.BY_RULE);
    }

    @Test
    void anotherScenarioIsByTheRuleWhateverItsTitle() {
        TestLab desk = TestLab.empty();
        Provenances shown = new Provenances(desk);
        Scenario sample = Scenarios.sample();
        desk.engine.open(new Scenario(
                sample.title(), sample.about(), sample.cluster(), sample.steps().subList(0, 2)));
        assertThat(shown.now()).isEqualTo(Provenance.BY_RULE);
    }

    /** What the chip says. */
    private record Provenances(TablesViewModel tables) {
        Provenances(TestLab desk) {
            this(desk, Scenarios.bundled());
        }

        Provenances(TestLab desk, List<BundledScenario> bundled) {
            this(new TablesViewModel(
                    desk.lab,
                    new OpenerViewModel(desk.lab, bundled, file -> Scenarios.sample(), Runnable::run, Runnable::run)));
        }

        Provenance now() {
            return tables.provenanceProperty().getValue();
        }
    }

    @Test
    void theSummaryCountsNodesMessagesAndWhatIsEverywhere() {
        assertThat(ClusterSummary.of(TestLab.sample(2).present(), Optional.empty()))
                .isEqualTo("3 nodes up · 1 message in flight · 0 of 3 entries on every node");
        assertThat(ClusterSummary.of(TestLab.sample(7).present(), Optional.empty()))
                .isEqualTo("3 nodes up · nothing in flight · 4 of 4 entries on every node");
        assertThat(ClusterSummary.inShort(TestLab.sample(2).present(), Optional.empty()))
                .isEqualTo("3 up · 1 in flight · 0 of 3 on every node");
    }
}
