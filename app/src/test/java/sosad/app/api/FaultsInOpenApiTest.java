package sosad.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.fault.FaultKind;
import sosad.app.fault.FaultKinds;
import sosad.app.fault.Parameter;

/** {@code docs/api.openapi.yaml} has every fault of the catalogue, with its parameters, and no others. */
class FaultsInOpenApiTest {
    private static OpenApiFile file;

    @BeforeAll
    static void read() throws IOException {
        file = new OpenApiFile();
    }

    static List<FaultKind<?>> toxics() {
        return FaultKinds.toxics();
    }

    static List<FaultKind<?>> kinds() {
        return FaultKinds.all();
    }

    @ParameterizedTest
    @CsvSource({"NewToxic, true", "Toxic, true", "NewFault, false", "Fault, false"})
    void theTypesOfASchemaAreThoseOfTheCatalogue(String schema, boolean areToxics) {
        List<String> types = new ArrayList<>();
        file.schema(schema).at("/properties/type/enum").forEach(type -> types.add(type.asText()));
        assertThat(types)
                .describedAs(schema)
                .isEqualTo(FaultJson.types(areToxics ? toxics() : FaultKinds.toxicsFirst()));
    }

    @Test
    void thereAreNoAttributesThatNoFaultHas() {
        Set<String> names = new TreeSet<>();
        kinds().forEach(kind -> kind.parameters().forEach(parameter -> names.add(parameter.name())));
        names.remove("toxicity"); // beside the attributes
        List<String> documented = new ArrayList<>();
        file.schema("Attributes").get("properties").fieldNames().forEachRemaining(documented::add);
        assertThat(documented).containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theBoundsOfAnAttributeAreThoseOfTheFault(FaultKind<?> kind) {
        for (Parameter parameter : kind.parameters()) {
            JsonNode schema = parameter.name().equals("toxicity")
                    ? file.schema("NewFault").at("/properties/toxicity")
                    : file.schema("Attributes").at("/properties/" + parameter.name());
            if (parameter instanceof Parameter.Choice choice) {
                List<String> words = new ArrayList<>();
                schema.get("enum").forEach(word -> words.add(word.asText()));
                assertThat(words).describedAs(choice.name()).isEqualTo(choice.words());
            } else if (parameter instanceof Parameter.Amount amount) {
                boolean isWhole = amount.isWhole() && amount.jsonUnit() == 1;
                assertThat(schema.path("type").asText())
                        .describedAs(amount.name())
                        .isEqualTo(isWhole ? "integer" : "number");
                assertThat(bounds(schema, kind))
                        .describedAs(amount.name())
                        .containsExactly(amount.min() / amount.jsonUnit(), amount.max() / amount.jsonUnit());
            }
        }
    }

    /** By the schema, or in words where several types share an attribute. */
    private static List<Double> bounds(JsonNode schema, FaultKind<?> kind) {
        if (schema.has("minimum")) {
            return List.of(
                    schema.get("minimum").asDouble(), schema.get("maximum").asDouble());
        }
        String[] words = schema.path("description").asText().split("[Ff]or " + kind.type() + " from ", 2);
        assertThat(words).describedAs("the bounds of %s", kind.type()).hasSize(2);
        String[] bounds = words[1].split("[^-0-9]+");
        return List.of(Double.valueOf(bounds[0]), Double.valueOf(bounds[1]));
    }

    @ParameterizedTest
    @MethodSource("toxics")
    void everyToxicHasAnExample(FaultKind<?> kind) {
        assertThat(file.examples())
                .filteredOn(example -> example.operation().id().equals("addToxic"))
                .anyMatch(example -> example.body().contains("\"type\":\"%s\"".formatted(kind.type())));
    }
}
