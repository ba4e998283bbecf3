package sosad.app.export.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

@Tag("locale")
class EdnHistoryTest {
    private static final Pattern EVENT = Pattern.compile(
            "\\{:index (\\d+), :time (\\d+), :type :(invoke|ok|fail|info), :process (\\d+), :f :(read|write), "
                    + ":value \\[(\"(?:[^\"\\\\]|\\\\.)*\") (nil|-?\\d+)], :node \"(A|n12)\"}");

    /** A line of a history. */
    private record Event(int index, long time, String type, int process, String f, String key, String value) {
        static Event parse(String line) {
            Matcher event = EVENT.matcher(line);
            assertThat(event.matches()).as(line).isTrue();
            return new Event(
                    Integer.parseInt(event.group(1)),
                    Long.parseLong(event.group(2)),
                    event.group(3),
                    Integer.parseInt(event.group(4)),
                    event.group(5),
                    event.group(6),
                    event.group(7));
        }
    }

    private static String written(OperationLog log) {
        StringWriter out = new StringWriter();
        try {
            OperationLogFormat.EDN.write(log, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static void add(
            OperationLog log, OperationKind kind, long version, long from, long to, OperationOutcome outcome) {
        log.add(new Operation(0, new NodeId("A"), kind, "k", version, from, to, outcome));
    }

    @Test
    void operationsAreInvocationsAndCompletionsAndProcessesEndWithWhatIsNotKnown() {
        OperationLog log = new OperationLog();
        add(log, OperationKind.WRITE, 1, 10, 20, OperationOutcome.OK);
        add(log, OperationKind.READ, 0, 21, 22, OperationOutcome.OK);
        add(log, OperationKind.WRITE, 2, 23, 40, OperationOutcome.UNANSWERED);
        add(log, OperationKind.DELETE, 3, 41, 50, OperationOutcome.REFUSED);
        assertThat(written(log)).isEqualTo("""
                        {:index 0, :time 10, :type :invoke, :process 0, :f :write, :value ["k" 1], :node "A"}
                        {:index 1, :time 20, :type :ok, :process 0, :f :write, :value ["k" 1], :node "A"}
                        {:index 2, :time 21, :type :invoke, :process 0, :f :read, :value ["k" nil], :node "A"}
                        {:index 3, :time 22, :type :ok, :process 0, :f :read, :value ["k" nil], :node "A"}
                        {:index 4, :time 23, :type :invoke, :process 0, :f :write, :value ["k" 2], :node "A"}
                        {:index 5, :time 40, :type :info, :process 0, :f :write, :value ["k" 2], :node "A"}
                        {:index 6, :time 41, :type :invoke, :process 1, :f :write, :value ["k" nil], :node "A"}
                        {:index 7, :time 50, :type :fail, :process 1, :f :write, :value ["k" nil], :node "A"}
                        """);
    }

    @Test
    void anyLogBecomesAHistoryThatJepsenTakes() {
        for (int seed = 0; seed < 300; seed++) {
            OperationLog log = SampleLogs.of(seed);
            List<Event> events = written(log).lines().map(Event::parse).toList();
            assertThat(events).hasSize(2 * log.size());
            Map<Integer, Event> underWay = new HashMap<>();
            Set<Integer> ended = new HashSet<>();
            List<String> completed = new ArrayList<>();
            long time = 0;
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                assertThat(event.index()).isEqualTo(i);
                assertThat(event.time()).isGreaterThanOrEqualTo(time);
                time = event.time();
                if (event.type().equals("invoke")) {
                    assertThat(ended).doesNotContain(event.process());
                    assertThat(underWay.put(event.process(), event)).isNull();
                } else {
                    Event invocation = underWay.remove(event.process());
                    assertThat(invocation).isNotNull();
                    assertThat(invocation.key() + invocation.f()).isEqualTo(event.key() + event.f());
                    completed.add(event.type());
                    if (event.type().equals("info")) {
                        ended.add(event.process());
                    }
                }
            }
            assertThat(underWay).isEmpty();
            assertThat(completed).hasSize(log.size());
        }
    }

    @Test
    void theEndingOfTheNameTellsTheFormat() {
        assertThat(OperationLogFormat.of(Path.of("a", "x.EDN"))).isEqualTo(OperationLogFormat.EDN);
        assertThat(OperationLogFormat.of(Path.of("x.jsonl"))).isEqualTo(OperationLogFormat.JSON_LINES);
        Assertions.assertThatThrownBy(() -> OperationLogFormat.of(Path.of("x.json")))
                .hasMessage("x.json: a log of operations ends with .edn or .jsonl");
    }
}
