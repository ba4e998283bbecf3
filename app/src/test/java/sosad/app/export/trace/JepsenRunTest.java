package sosad.app.export.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sosad.app.export.ExportedRuns;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.scenario.ScenarioReader;

/** What Jepsen demands of a history. */
class JepsenRunTest {
    private static final String STRING = "\"(?:[^\"\\\\]|\\\\[\"\\\\nrt])*\"";
    private static final Pattern LINE = Pattern.compile("\\{:index (\\d+), :time (\\d+), :type :(invoke|ok|fail|info),"
            + " :process (\\d+), :f :(read|write), :value \\[(" + STRING + ") (nil|" + STRING
            + ")], :node (\"\\w+\")}\n");

    @Test
    void everyProcessHasOneOperationUnderWayAndNoneComesBackAfterAnUnknownOutcome() {
        for (History history : ExportedRuns.all().toList()) {
            String edn = JepsenRun.text(history);
            Matcher line = LINE.matcher(edn);
            Map<String, String> underWay = new HashMap<>();
            Set<String> gone = new HashSet<>();
            int index = 0;
            long time = 0;
            int end = 0;
            while (line.find()) {
                assertThat(line.start()).isEqualTo(end);
                end = line.end();
                assertThat(Integer.parseInt(line.group(1))).isEqualTo(index++);
                assertThat(Long.parseLong(line.group(2))).isGreaterThanOrEqualTo(time);
                time = Long.parseLong(line.group(2));
                String process = line.group(4);
                String operation = line.group(5) + line.group(6) + line.group(8);
                assertThat(gone).doesNotContain(process);
                if (line.group(3).equals("invoke")) {
                    assertThat(underWay.put(process, operation)).isNull();
                } else {
                    assertThat(underWay.remove(process)).isEqualTo(operation);
                }
                if (line.group(3).equals("info")) {
                    gone.add(process);
                }
            }
            assertThat(end).isEqualTo(edn.length());
            assertThat(underWay).isEmpty();
            assertThat(edn.lines().filter(one -> one.contains(":type :ok"))).hasSize((int) history.snapshots().stream()
                    .filter(moment -> moment.what() instanceof RunEvent.Wrote || moment.what() instanceof RunEvent.Read)
                    .count());
        }
    }

    @Test
    void aDeleteWritesNilAndAWriteThatFailedMayHaveBeenDone() {
        assertThat(JepsenRun.text(ExportedRuns.of(ScenarioReader.read("x.yaml", """
                        scenario: Some
                        cluster: {nodes: [A, B]}
                        steps:
                          - do:
                              - put: {at: A, key: k, value: 'a "b"'}
                              - delete: {at: A, key: k}
                              - get: {at: A, key: k}
                              - kill: {node: B}
                              - put: {at: B, key: k, value: c}
                        """))))
                .contains(":type :ok, :process 0, :f :write, :value [\"k\" \"a \\\"b\\\"\"], :node \"A\"")
                .contains(":type :ok, :process 0, :f :write, :value [\"k\" nil], :node \"A\"")
                .contains(":type :ok, :process 0, :f :read, :value [\"k\" nil], :node \"A\"")
                .contains(":type :info, :process 0, :f :write, :value [\"k\" \"c\"], :node \"B\"");
    }
}
