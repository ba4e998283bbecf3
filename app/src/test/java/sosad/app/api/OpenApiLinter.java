package sosad.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi31;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Looks for mistakes in an OpenAPI 3.1 file: what the schema of OpenAPI forbids; in its own schemas, which that one
 * lets have any words, those that mean nothing; references to nothing, and names given twice.
 */
final class OpenApiLinter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMetaSchema STRICT = JsonMetaSchema.builder(OpenApi31.getInstance())
            .keyword(new AnnotationKeyword("components"))
            .unknownKeywordFactory((keyword, value) -> {
                throw new JsonSchemaException("unknown keyword " + keyword);
            })
            .build();

    private final JsonNode root;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> operationIds = new HashSet<>();

    private OpenApiLinter(JsonNode root) {
        this.root = root;
    }

    /** Returns what is wrong with a file. */
    static List<String> faults(String yaml) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        OpenApiLinter linter = new OpenApiLinter(JSON.valueToTree(loaded));
        linter.checkStructure();
        linter.checkSchemas();
        linter.walk("", linter.root);
        return linter.faults;
    }

    private void checkStructure() {
        try (InputStream schema = OpenApiLinter.class.getResourceAsStream("openapi-3.1-schema.json")) {
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(JSON.readTree(schema))
                    .validate(root)
                    .forEach(fault -> faults.add(fault.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkSchemas() {
        JsonSchemaFactory strict = JsonSchemaFactory.getInstance(
                VersionFlag.V202012, builder -> builder.metaSchema(STRICT).defaultMetaSchemaIri(STRICT.getIri()));
        for (JsonNode schemas : root.findValues("schemas")) {
            schemas.properties().forEach(named -> checkSchema(strict, named.getKey(), named.getValue()));
        }
        for (JsonNode schema : root.findValues("schema")) {
            checkSchema(strict, "a schema", schema);
        }
    }

    private void checkSchema(JsonSchemaFactory strict, String name, JsonNode schema) {
        try {
            ObjectNode whole = JSON.createObjectNode();
            whole.set("components", root.get("components"));
            whole.putArray("allOf").add(schema);
            strict.getSchema(whole).initializeValidators();
        } catch (JsonSchemaException e) {
            faults.add(name + ": " + e.getMessage());
        }
    }

    private void walk(String path, JsonNode node) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().equals("$ref")
                    && root.at(value.asText().substring(1)).isMissingNode()) {
                faults.add(path + ": there is no " + value.asText());
            } else if (field.getKey().equals("operationId") && !operationIds.add(value.asText())) {
                faults.add(path + ": operationId " + value.asText() + " is there twice");
            }
            walk(path + "/" + field.getKey(), value);
        });
        if (node.isArray()) {
            node.forEach(one -> walk(path, one));
        }
    }
}
