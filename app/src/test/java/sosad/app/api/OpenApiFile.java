package sosad.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API in {@code docs}. */
final class OpenApiFile {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String yaml;
    private final JsonNode root;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    OpenApiFile() throws IOException {
        yaml = Files.readString(Path.of("..", "docs", "api.openapi.yaml"));
        root = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /**
     * A method of a path.
     *
     * @param path with variables
     * @param uri with the documented examples of the variables, and of the query's parameters
     */
    record ApiOperation(String method, String path, String uri, JsonNode described) {
        String id() {
            return described.get("operationId").asText();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * An example of a body.
     *
     * @param body empty if the operation takes none
     */
    record Example(ApiOperation operation, String name, String contentType, String body) {
        @Override
        public String toString() {
            return operation + " " + name;
        }
    }

    /** The file as it is. */
    String text() {
        return yaml;
    }

    /** Returns the version of the program that the file describes. */
    String version() {
        return root.at("/info/version").asText();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** The schema of this name. */
    JsonNode schema(String name) {
        return root.at("/components/schemas/" + name);
    }

    List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(one -> {
                    if (METHODS.contains(one.getKey())) {
                        String uri = uri(path.getKey(), path.getValue(), one.getValue());
                        operations.add(new ApiOperation(
                                one.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), uri, one.getValue()));
                    }
                }));
        return operations;
    }

    private String uri(String path, JsonNode ofPath, JsonNode operation) {
        String uri = path;
        List<String> query = new ArrayList<>();
        for (JsonNode from : List.of(ofPath, operation)) {
            for (JsonNode reference : from.path("parameters")) {
                JsonNode parameter = resolved(reference);
                String name = parameter.get("name").asText();
                String example = parameter.get("example").asText();
                uri = uri.replace("{" + name + "}", example);
                if (parameter.get("in").asText().equals("query")) {
                    query.add(name + "=" + example);
                }
            }
        }
        return query.isEmpty() ? uri : uri + "?" + String.join("&", query);
    }

    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (ApiOperation operation : operations()) {
            JsonNode content = operation.described().at("/requestBody/content");
            if (content.isMissingNode()) {
                examples.add(new Example(operation, "", "application/json", ""));
            }
            content.properties()
                    .forEach(
                            type -> type.getValue().get("examples").properties().forEach(one -> {
                                JsonNode value = one.getValue().get("value");
                                String body = value.isTextual() ? value.textValue() : value.toString();
                                examples.add(new Example(operation, one.getKey(), type.getKey(), body));
                            }));
        }
        return examples;
    }

    /** Returns whether the operation can be answered so. */
    boolean documents(ApiOperation operation, int status) {
        return operation.described().get("responses").has(Integer.toString(status));
    }

    /** Returns what is wrong with an answer by the schema of its status. */
    Set<ValidationMessage> faults(ApiOperation operation, int status, JsonNode body) {
        JsonNode response = resolved(operation.described().get("responses").get(Integer.toString(status)));
        JsonNode schema = response.at("/content/application~1json/schema");
        if (schema.isMissingNode() != body.isMissingNode()) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "%s %d: a body is %s",
                    operation,
                    status,
                    schema.isMissingNode() ? "not documented" : "missing"));
        }
        return body.isMissingNode() ? Set.of() : check(schema, body);
    }

    /** Returns what is wrong with an example of a request or of an answer by the schema beside it. */
    Map<String, Set<ValidationMessage>> faultsOfExamples() {
        Map<String, Set<ValidationMessage>> faults = new LinkedHashMap<>();
        for (ApiOperation operation : operations()) {
            List<JsonNode> contents = new ArrayList<>();
            contents.addAll(operation.described().findValues("application/json"));
            for (JsonNode content : contents) {
                content.path("examples")
                        .forEach(one -> faults.merge(
                                operation.id(), check(content.get("schema"), one.get("value")), OpenApiFile::both));
                if (content.has("example")) {
                    faults.merge(
                            operation.id(), check(content.get("schema"), content.get("example")), OpenApiFile::both);
                }
            }
        }
        return faults;
    }

    private static Set<ValidationMessage> both(Set<ValidationMessage> one, Set<ValidationMessage> other) {
        Set<ValidationMessage> both = new java.util.LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private Set<ValidationMessage> check(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", root.get("components"));
        whole.putArray("allOf").add(schema);
        return schemas.getSchema(whole).validate(value);
    }
}
