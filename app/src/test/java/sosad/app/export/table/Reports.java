package sosad.app.export.table;

import java.util.List;
import java.util.Optional;
import sosad.app.history.Fate;
import sosad.app.history.SentByKind;
import sosad.model.NodeId;
import sosad.protocol.Update.Kind;

/** A report with one of everything, and one of everything awkward. */
final class Reports {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private Reports() {}

    static RunReport everything() {
        StepReport start = step(1, Optional.empty(), List.of(row(1, A, "B-now", "1")), List.of(), List.of(), List.of());
        StepReport step = step(
                2,
                Optional.of("B is <busy>"),
                List.of(
                        row(2, A, "B-now", "1"),
                        row(2, B, "a|b:2", "x|y\\\n\"quoted\", \u0007<b>"),
                        new TableRow(2, B, "gone:2", Optional.empty()),
                        row(2, B, "empty:2", "")),
                List.of(
                        new MessageReport(B, A, Kind.PUSH, 1, 1, List.of("a|b@2", "gone@2"), Fate.LOST),
                        new MessageReport(B, A, Kind.HELLO, 1, -1, List.of(), Fate.DELIVERED)),
                List.of("kill: {node: A}: A is dead"),
                List.of(new ExpectationReport("A holds no waffle", true), new ExpectationReport("B | C", false)));
        return new RunReport("one|of \"everything\"", Optional.empty(), List.of(start, step));
    }

    /** A step without requests and without narration. */
    static StepReport step(
            long time,
            Optional<String> title,
            List<TableRow> rows,
            List<MessageReport> messages,
            List<String> failures,
            List<ExpectationReport> expectations) {
        return new StepReport(
                time,
                title,
                Optional.empty(),
                Optional.empty(),
                rows,
                List.of(),
                List.of(),
                messages,
                SentByKind.NOTHING,
                List.of(),
                failures,
                expectations);
    }

    private static TableRow row(long time, NodeId server, String key, String value) {
        return new TableRow(time, server, key, Optional.of(value));
    }
}
