package sosad.app.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import sosad.model.NodeId;

/** What the JSON Schemas of plans and of scenarios have in common. */
public final class SchemaParts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SchemaParts() {}

    /** Returns an empty schema of a file. */
    public static ObjectNode document(String title, String description) {
        ObjectNode document = JSON.createObjectNode();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
        document.setAll(object(description));
        return document;
    }

    /** Returns the schema of an object that has no fields yet. */
    public static ObjectNode object(String description) {
        ObjectNode object = JSON.createObjectNode();
        object.put("description", description).put("type", "object").put("additionalProperties", false);
        return object;
    }

    /** Adds what both files name: texts, nodes and links. */
    public static void addTo(ObjectNode parts) {
        List.of("string", "number", "boolean").forEach(parts.putObject("text").putArray("type")::add);
        parts.putObject("node")
                .put("type", "string")
                .put("pattern", "^[A-Za-z][A-Za-z0-9]{0," + (NodeId.MAX_LENGTH - 1) + "}$");
        ArrayNode forms = parts.putObject("link").putArray("oneOf");
        ObjectNode one = object("One direction between two nodes");
        for (String end : List.of("from", "to")) {
            one.withArray("/required").add(end);
            one.withObject("/properties").putObject(end).put("$ref", "#/$defs/node");
        }
        ObjectNode between = object("Both directions between nodes of different groups");
        between.putArray("required").add("between");
        between.putObject("properties")
                .putObject("between")
                .put("type", "array")
                .put("minItems", 2)
                .putObject("items")
                .put("type", "array")
                .put("minItems", 1)
                .putObject("items")
                .put("$ref", "#/$defs/node");
        forms.add(one).add(between);
    }

    /** Returns what is wrong with a YAML file by its schema. */
    public static Set<ValidationMessage> faults(ObjectNode schema, String yaml) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(JSON.valueToTree(loaded));
    }
}
