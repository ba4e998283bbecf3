package sosad.app.export.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.app.export.ExportedRuns;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.RunEvent;

/** What Perfetto and Chrome's viewer demand of a trace. */
class ChromeTraceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode events(History history) throws JsonProcessingException {
        JsonNode trace = JSON.readTree(ChromeTrace.text("a run", history));
        assertThat(trace.get("displayTimeUnit").textValue()).isEqualTo("ms");
        return trace.get("traceEvents");
    }

    private static String track(JsonNode event) {
        return event.get("pid").intValue() + "/" + event.get("tid").intValue();
    }

    @Test
    void everyFlowBeginsAndEndsOnceWithinSlices() throws JsonProcessingException {
        for (History history : ExportedRuns.all().toList()) {
            Map<Long, JsonNode> begun = new HashMap<>();
            Set<Long> ended = new HashSet<>();
            Map<String, Set<long[]>> slices = new HashMap<>();
            Set<Integer> named = new HashSet<>();
            for (JsonNode event : events(history)) {
                switch (event.get("ph").textValue()) {
                    case "M" -> named.add(event.get("pid").intValue());
                    case "X" -> {
                        long from = event.get("ts").longValue();
                        long micros = event.get("dur").longValue();
                        assertThat(micros).isPositive();
                        slices.computeIfAbsent(track(event), track -> new HashSet<>())
                                .add(new long[] {from, from + micros});
                    }
                    case "s" ->
                        assertThat(begun.put(event.get("id").longValue(), event))
                                .isNull();
                    case "f" -> {
                        long id = event.get("id").longValue();
                        assertThat(ended.add(id)).isTrue();
                        assertThat(event.get("bp").textValue()).isEqualTo("e");
                        assertThat(event.get("ts").longValue())
                                .isGreaterThan(begun.get(id).get("ts").longValue());
                    }
                    case "i" -> assertThat(event.get("s").textValue()).isEqualTo("t");
                    default -> throw new AssertionError(event);
                }
                assertThat(named).contains(event.get("pid").intValue());
                assertThat(event.get("name").textValue()).isNotEmpty();
            }
            assertThat(ended).isEqualTo(begun.keySet());
            for (JsonNode event : events(history)) {
                if (event.get("ph").textValue().matches("[sf]")) {
                    long at = event.get("ts").longValue();
                    assertThat(slices.get(track(event)))
                            .as("a slice around %s", event)
                            .anyMatch(slice -> slice[0] <= at && at < slice[1]);
                }
            }
            assertThat(begun).hasSize((int) history.snapshots().stream()
                    .filter(moment -> moment.what() instanceof RunEvent.Delivered
                            || (moment.what() instanceof RunEvent.Inquired inquired
                                    && inquired.fate() == Fate.DELIVERED))
                    .count());
        }
    }

    @Test
    void aLostMessageIsAnInstantWithItsReason() throws JsonProcessingException {
        assertThat(events(ExportedRuns.lesson("sample")))
                .anyMatch(event -> event.get("ph").textValue().equals("i")
                        && event.get("name").textValue().equals("lost: push waffle@2, grace@2 to A")
                        && event.get("args").get("why").textValue().equals("lost by the scenario"));
    }
}
