package sosad.app.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.ScenarioFile;
import sosad.app.scenario.ScenarioFile.Claim;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Snapshots;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;

@Tag("locale")
class HistoryReportTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final List<Snapshot> snapshots = new ArrayList<>();

    @Test
    void everyStepIsReportedAsItStandsAtItsEnd() {
        snapshot(0, new RunEvent.ClusterStarted());
        snapshot(1, new RunEvent.StepOpened(2, Optional.of("first")));
        snapshot(1, new RunEvent.Failed(new Action.Kill(A), "A is dead"), message(7, 1, Fate.IN_FLIGHT));
        snapshot(1, new RunEvent.Checked("all is well", false, ""), message(7, 1, Fate.HELD));

        RunReport report = HistoryReport.of("lesson", History.of(snapshots));

        assertThat(report.scenario()).isEqualTo("lesson");
        assertThat(report.steps()).hasSize(2);
        assertThat(report.steps().get(0).time()).isEqualTo(1);
        StepReport step = report.steps().get(1);
        assertThat(step.time()).isEqualTo(2);
        assertThat(step.title()).contains("first");
        assertThat(step.failures()).containsExactly("kill: {node: A}: A is dead");
        assertThat(step.expectations()).containsExactly(new ExpectationReport("all is well", false));
        assertThat(step.messages()).extracting(MessageReport::fate).containsExactly(Fate.HELD);
    }

    @Test
    void aMessageStandsAgainInTheStepInWhichItsFateChanges() {
        snapshot(0, new RunEvent.ClusterStarted());
        snapshot(1, new RunEvent.StepDone(), message(7, 1, Fate.HELD));
        snapshot(2, new RunEvent.StepDone(), message(7, 1, Fate.HELD), message(8, 2, Fate.LOST));
        snapshot(3, new RunEvent.StepDone(), message(7, 1, Fate.DELIVERED));

        RunReport report = HistoryReport.of("lesson", History.of(snapshots));

        assertThat(report.steps())
                .extracting(step ->
                        step.messages().stream().map(MessageReport::fate).toList())
                .containsExactly(List.of(), List.of(Fate.HELD), List.of(Fate.LOST), List.of(Fate.DELIVERED));
    }

    @Test
    void whatClientsAskedAndGotAndWhatWasTrimmedIsReported() {
        Key key = new Key("k");
        Entry entry = new Entry(key, Optional.of(Value.of("v")), new Version(2, A, 1, 1));
        snapshot(0, new RunEvent.ClusterStarted());
        snapshot(1, new RunEvent.StepOpened(2, Optional.empty()));
        snapshot(1, new RunEvent.Wrote(A, entry, true, false));
        snapshot(1, new RunEvent.Read(B, key, Optional.empty()));
        snapshot(1, new RunEvent.Inquired(new Inquiry.Ask(B, A, 1, key), Fate.LOST, "A is dead"));
        snapshot(1, new RunEvent.Handled(message(7, 1, Fate.HELD), RunEvent.Handling.TRIMMED));

        StepReport step =
                HistoryReport.of("lesson", History.of(snapshots)).steps().get(1);

        assertThat(step.requests()).extracting(RequestReport::what).containsExactly("put", "get");
        assertThat(step.requests().get(0).lost()).isTrue();
        assertThat(step.inquiries()).hasSize(1);
        assertThat(step.told())
                .containsExactly(
                        "A client writes k = v at A, at time 2. It loses at once: A holds a newer version of k.",
                        "A client reads k at B and gets nothing.",
                        "B asks A what it holds under k; it is lost: A is dead.",
                        "A's push to B is trimmed; left in it: no changes.");
    }

    @Test
    void whatTheFileSaysAndWhereItClaimsWhatIsReportedToo() {
        ScenarioFile file = new ScenarioFile(
                ScenarioReader.read("lesson.yaml", """
                        scenario: lesson
                        about: before
                        cluster: {nodes: [A, B]}
                        steps:
                          - {before: in flight, say: beside}
                        """),
                List.of(List.of(new Claim("all is well", 9), new Claim("all is well", 11))));
        snapshot(0, new RunEvent.ClusterStarted());
        snapshot(1, new RunEvent.StepOpened(2, Optional.empty()));
        snapshot(1, new RunEvent.Checked("all is well", true, ""));
        snapshot(1, new RunEvent.Checked("all is well", false, "nothing is"));
        snapshot(1, new RunEvent.Checked("by hand", true, ""));

        RunReport report = HistoryReport.of(file, History.of(snapshots));

        assertThat(report.about()).contains("before");
        assertThat(report.steps().get(0).say()).isEmpty();
        assertThat(report.steps().get(1).before()).contains("in flight");
        assertThat(report.steps().get(1).say()).contains("beside");
        assertThat(report.steps().get(1).expectations())
                .extracting(ExpectationReport::line)
                .containsExactly(OptionalInt.of(9), OptionalInt.of(11), OptionalInt.empty());
        assertThat(report.complaints()).containsExactly("not met: all is well (T=2, line 11); nothing is");
    }

    private void snapshot(int step, RunEvent cause, Message... messages) {
        snapshots.add(Snapshots.of(
                snapshots.size(),
                step,
                step,
                step + 1,
                Phase.ACTING,
                cause,
                List.of(),
                List.of(),
                List.of(messages),
                List.of(),
                Set.of(),
                List.of(),
                false));
    }

    private static Message message(long id, int step, Fate fate) {
        Update update = new Update(A, B, Kind.PUSH, 1, 1, 1, OptionalLong.empty(), List.of(), List.of());
        return new Message(id, update, 1, fate, step, "");
    }
}
