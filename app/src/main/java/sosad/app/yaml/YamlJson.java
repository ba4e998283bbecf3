package sosad.app.yaml;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The JSON form of YAML of our own making. What its plain words are, YAML leaves to the reader, so it is told.
 *
 * @param numbers the fields whose values are numbers, or mappings to numbers
 * @param truths the fields whose values are true or false
 */
public record YamlJson(Set<String> numbers, Set<String> truths) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String NULL = "null";

    public YamlJson {
        numbers = Set.copyOf(numbers);
        truths = Set.copyOf(truths);
    }

    /** The same mapping as JSON. */
    public ObjectNode object(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        return (ObjectNode) json(new Compose(settings).composeString(yaml).orElseThrow(), "");
    }

    private JsonNode json(Node node, String field) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String name = ((ScalarNode) tuple.getKeyNode()).getValue();
                object.set(name, json(tuple.getValueNode(), numbers.contains(field) ? field : name));
            }
            return object;
        } else if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item, "")));
            return array;
        }
        return scalar((ScalarNode) node, field);
    }

    private JsonNode scalar(ScalarNode node, String field) {
        String text = node.getValue();
        if (numbers.contains(field)) {
            return JSON.numberNode(Long.parseLong(text));
        } else if (truths.contains(field)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return node.isPlain() && text.equals(NULL) ? JSON.nullNode() : JSON.textNode(text);
    }

    /** JSON as a text that a reader of YAML understands too, in which some characters only stand escaped. */
    public static String text(JsonNode json) {
        try {
            StringBuilder text = new StringBuilder();
            MAPPER.writeValueAsString(json).codePoints().forEach(code -> {
                if (StreamReader.isPrintable(code)) {
                    text.appendCodePoint(code);
                } else {
                    text.append(format("\\u%04X", code));
                }
            });
            return text.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e); // a tree of our own making, written to memory
        }
    }
}
