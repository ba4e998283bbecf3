package sosad.app.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.fault.FaultKind;
import sosad.app.fault.FaultKinds;
import sosad.app.golden.Golden;
import sosad.app.testing.SchemaParts;
import sosad.app.yaml.YamlFileException;

/** {@code docs/schema/fault-plan.schema.json} is that of the catalogue, and agrees with the reader. */
@Tag("locale")
class FaultPlanSchemaTest {
    private static final Members MEMBERS = Plans.members(List.of("A", "B", "C"), List.of("G1"));

    static List<String> bundled() {
        return BundledPlans.names();
    }

    static List<FaultKind<?>> kinds() {
        return FaultKinds.all();
    }

    private static Set<ValidationMessage> faults(String yaml) {
        return SchemaParts.faults(FaultPlanSchema.make(), yaml);
    }

    @Test
    void theFileIsTheSchemaOfTheCatalogue() {
        Golden.assertSchema("fault-plan.schema.json", FaultPlanSchema.make().toPrettyString() + "\n");
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void aBundledPlanIsValid(String name) throws IOException {
        try (var in = BundledPlans.class.getResourceAsStream(name + ".yaml")) {
            assertThat(faults(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFaultIsValidWhereItHappensAndNowhereElse(FaultKind<?> kind) {
        String text = FaultYaml.text(kind.parse(kind.example().orElse("")));
        String right = kind.isOfLinks() ? "one link" : "A";
        String wrong = kind.isOfLinks() ? "A" : "one link";
        assertThat(faults(Plans.text("at: 1 s, pick: %s, do: %s".formatted(right, text))))
                .isEmpty();
        assertThat(faults(Plans.text("at: 1 s, pick: %s, do: %s".formatted(wrong, text))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at: 1.5 s, pick: [A, C], do: kill, heal-after: 250 ms, say: Gone.",
                "every: 1 s to 1 min, pick: '{between: [[A], [B, C]]}', do: cut",
                "at: 0 ms, pick: [{from: A, to: B}, {between: [[A], [C]]}], do: '{delay: 100 ms}'",
                "at: 1s, pick: ring of majorities, do: '{delay: 0.1s +- 50 ms pareto}'",
                "at: 1 s, pick: all links, do: '{loss: 100.0 %}'",
                "at: 1 s, pick: G1, do: '{flood: 1000}'",
                "at: 1 s, pick: one node, do: '{skew: -5 s}'",
            })
    void whatIsReadIsValid(String fault) {
        String plan = Plans.text(fault.replace("'", ""));
        assertThat(FaultPlanReader.read("valid.yaml", plan, MEMBERS).faults()).hasSize(1);
        assertThat(faults(plan)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at: 1 s, pick: A, doo: kill",
                "at: 1 s, pick: A, do: kil",
                "at: 1 s, pick: one nod, do: kill",
                "at: 1 s, pick: one link, do: {loss: 120 %}",
                "at: 1 s, pick: one link, do: {loss: -1 %}",
                "at: 1 s, pick: one link, do: {loss: 0.2}",
                "at: 1 s, pick: one link, do: {delay: -5 ms}",
                "at: 1 s, pick: one link, do: loss",
                "at: 1 s, pick: one link, do: {cut: now}",
                "at: 1 s, pick: one link, do: kill",
                "at: 1 s, pick: A, do: cut",
                "at: 1 s, pick: A, do: restart, heal-after: 1 s",
                "at: 1, pick: A, do: kill",
                "at: 1 h, pick: A, do: kill",
                "at: soon, pick: A, do: kill",
                "at: -2 s, pick: A, do: kill",
                "at: 1 s, every: 2 s, pick: A, do: kill",
                "pick: A, do: kill",
                "at: 1 s, do: kill",
                "at: 1 s, pick: A",
                "at: 1 s, pick: A, do: {flood: 5000}",
                "at: 1 s, pick: [A, {from: A, to: B}], do: cut",
                "at: 1 s, pick: [A, A], do: kill",
                "at: 1 s, pick: [], do: kill",
                "at: 1 s, pick: {between: [[A]]}, do: cut",
                "at: 1 s, pick: {from: A}, do: cut",
                "at: 1 s, pick: one link, do: {loss: 20 %, corrupt: 1 %}",
                "at: 1 s, pick: one link, do: {delay: 1 ms ± 5}",
                "at: 1 s, pick: one link, do: {delay: 1 ms ± 5 ms normally}",
            })
    void whatIsRefusedIsNotValid(String fault) {
        String plan = Plans.text(fault);
        assertThatThrownBy(() -> FaultPlanReader.read("refused.yaml", plan, MEMBERS))
                .isInstanceOf(YamlFileException.class);
        assertThat(faults(plan)).isNotEmpty();
    }
}
