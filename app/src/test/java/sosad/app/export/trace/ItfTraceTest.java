package sosad.app.export.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sosad.app.export.ExportedRuns;
import sosad.app.history.History;

/** The structure that Apalache's ADR 015 gives to a trace, and one type for each variable. */
class ItfTraceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode trace(History history) throws JsonProcessingException {
        return JSON.readTree(ItfTrace.text("a run", history));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns the type of an expression in words; elements of sets and maps are of one type. */
    private static String type(JsonNode value) {
        if (value.isTextual()) {
            return "text";
        }
        if (value.isBoolean()) {
            return "truth";
        }
        assertThat(value.isObject()).as("%s", value).isTrue();
        List<String> names = names(value);
        if (names.equals(List.of("#bigint"))) {
            assertThat(value.get("#bigint").textValue()).matches("-?\\d+");
            return "number";
        }
        if (names.equals(List.of("#set"))) {
            assertThat(new HashSet<>(items(value.get("#set"))))
                    .hasSize(value.get("#set").size());
            return "set of " + one(value.get("#set"), ItfTraceTest::type);
        }
        if (names.equals(List.of("#map"))) {
            Set<String> keys = new HashSet<>();
            for (JsonNode pair : value.get("#map")) {
                assertThat(pair).hasSize(2);
                assertThat(keys.add(pair.get(0).textValue())).isTrue();
            }
            return "map to " + one(value.get("#map"), pair -> type(pair.get(1)));
        }
        assertThat(names).allMatch(name -> name.matches("[a-z]+"));
        return new TreeSet<>(names)
                .stream()
                        .map(name -> name + ": " + type(value.get(name)))
                        .toList()
                        .toString();
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    /** What is empty has any type. */
    private static String one(JsonNode array, Function<JsonNode, String> type) {
        Set<String> types = new HashSet<>();
        array.forEach(item -> types.add(type.apply(item)));
        types.removeIf(some -> some.contains("?") && types.size() > 1);
        assertThat(types.size()).as("%s", types).isLessThanOrEqualTo(1);
        return types.isEmpty() ? "?" : types.iterator().next();
    }

    @Test
    void everyStateHasTheVariablesAndEachHasOneType() throws JsonProcessingException {
        for (History history : ExportedRuns.all().toList()) {
            JsonNode trace = trace(history);
            assertThat(names(trace)).containsExactly("#meta", "params", "vars", "states");
            assertThat(trace.get("#meta").get("format").textValue()).isEqualTo("ITF");
            List<String> variables =
                    items(trace.get("vars")).stream().map(JsonNode::textValue).toList();
            assertThat(trace.get("states")).hasSize(history.size());
            int index = 0;
            for (JsonNode state : trace.get("states")) {
                assertThat(state.get("#meta").get("index").intValue()).isEqualTo(index++);
                List<String> names = names(state);
                assertThat(names.subList(1, names.size())).isEqualTo(variables);
                for (String variable : variables) {
                    assertThat(type(state.get(variable))).isNotEmpty();
                }
            }
        }
    }

    @Test
    void theLastStateHoldsTheTables() throws JsonProcessingException {
        JsonNode states = trace(ExportedRuns.lesson("sample")).get("states");
        JsonNode last = states.get(states.size() - 1);
        assertThat(last.get("time").toString()).isEqualTo("{\"#bigint\":\"5\"}");
        assertThat(last.get("rows").get("#map").get(0).toString())
                .isEqualTo("[\"A\",{\"#map\":[[\"B\",{\"now\":{\"#bigint\":\"2\"},\"prev\":{\"#bigint\":\"1\"}}],"
                        + "[\"C\",{\"now\":{\"#bigint\":\"4\"},\"prev\":{\"#bigint\":\"1\"}}]]}]");
        assertThat(last.get("store").toString())
                .contains(
                        "[\"tom\",{\"value\":\"turkey\",\"deleted\":false,\"origin\":\"C\",\"timestamp\":{\"#bigint\":\"4\"}}]");
    }
}
