package sosad.app.export.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sosad.app.export.ExportedRuns;
import sosad.app.history.History;
import sosad.app.history.RunEvent;

/** What ShiViz demands of a log, read by its own default expression. */
class ShiVizLogTest {
    private static final Pattern DEFAULT = Pattern.compile("(?<event>.*)\n(?<host>\\S*) (?<clock>\\{.*})");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Line(String event, String host, Map<String, Integer> clock) {}

    private static List<Line> read(String log) throws JsonProcessingException {
        List<Line> lines = new ArrayList<>();
        Matcher matcher = DEFAULT.matcher(log);
        int end = 0;
        while (matcher.find()) {
            assertThat(matcher.start()).as("nothing between entries").isEqualTo(end);
            Map<String, Integer> clock = new HashMap<>();
            JsonNode json = JSON.readTree(matcher.group("clock"));
            json.fieldNames()
                    .forEachRemaining(host -> clock.put(host, json.get(host).intValue()));
            lines.add(new Line(matcher.group("event"), matcher.group("host"), clock));
            end = matcher.end() + 1;
        }
        assertThat(end).isEqualTo(log.length());
        return lines;
    }

    @Test
    void everyHostCountsItsOwnEventsFromOneAndKnowsOfOthersOnlyWhatHasHappened() throws JsonProcessingException {
        for (History history : ExportedRuns.all().toList()) {
            Map<String, Integer> counts = new HashMap<>();
            Map<String, Map<String, Integer>> last = new HashMap<>();
            for (Line line : read(ShiVizLog.text(history))) {
                int own = counts.merge(line.host(), 1, Integer::sum);
                assertThat(line.clock()).containsEntry(line.host(), own);
                line.clock()
                        .forEach((host, count) -> assertThat(count).isLessThanOrEqualTo(counts.getOrDefault(host, 0)));
                last.getOrDefault(line.host(), Map.of())
                        .forEach((host, count) ->
                                assertThat(line.clock().get(host)).isGreaterThanOrEqualTo(count));
                last.put(line.host(), line.clock());
                assertThat(line.event()).isNotBlank();
            }
        }
    }

    @Test
    void anArrivalKnowsItsSending() throws JsonProcessingException {
        List<Line> lines = read(ShiVizLog.text(ExportedRuns.lesson("sample")));
        assertThat(lines.get(0)).isEqualTo(new Line("T=2 put waffle = yoda @2", "B", Map.of("B", 1)));
        assertThat(lines)
                .contains(new Line(
                        "T=3 receive push waffle@2, grace@2 from B, new: waffle@2, grace@2",
                        "C",
                        Map.of("B", 4, "C", 2)));
    }

    @Test
    void everySendingAndArrivalOfARunIsInTheLog() throws JsonProcessingException {
        for (History history : ExportedRuns.all().toList()) {
            long messages = history.snapshots().stream()
                    .filter(moment ->
                            moment.what() instanceof RunEvent.Sent || moment.what() instanceof RunEvent.Delivered)
                    .count();
            assertThat(read(ShiVizLog.text(history)).stream()
                            .filter(
                                    line -> line.event()
                                            .matches(
                                                    "T=-?\\d+ (send (push|sync|hello|question|answer|repair)|receive (push|sync|hello|question|answer|repair)) .*"))
                            .count())
                    .isEqualTo(messages);
        }
    }
}
