package sosad.app.scenario;

import java.util.List;
import java.util.Optional;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.app.yaml.YamlFields;
import sosad.app.yaml.YamlValue;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.wire.FrameKind;

/** Reads the rules that messages are treated by. */
record RuleReader(NodeNames names) {
    static final List<String> FIELDS = List.of("do", "from", "to", "kind", "every", "steps");

    TrafficRule read(YamlFields fields) {
        Treatment treatment = fields.required("do").word(Treatment.class);
        Optional<NodeId> from = fields.optional("from").map(names::node);
        Optional<NodeId> to = fields.optional("to")
                .map(field -> from.isPresent() ? names.peer(from.get(), field) : names.node(field));
        Optional<FrameKind> kind = fields.optional("kind")
                .map(field -> field.word(
                        FrameKind.MESSAGES.stream().map(EnumNames::of).toList()))
                .flatMap(word -> EnumNames.parse(FrameKind.class, word));
        int every = (int) fields.number("every", 1, TrafficRule.MAX_EVERY, 1);
        return new TrafficRule(from, to, kind, every, treatment, steps(treatment, fields));
    }

    private static int steps(Treatment treatment, YamlFields fields) {
        goesWith(fields, "steps", Treatment.DELAY, treatment);
        if (treatment == Treatment.DELAY) {
            return steps(fields.required("steps"));
        }
        return 0;
    }

    /** Refuses a field that belongs to another word than the one that stands in {@code do}. */
    static void goesWith(YamlFields fields, String name, Enum<?> owner, Enum<?> written) {
        if (written != owner && fields.has(name)) {
            throw fields.errorAt(
                    name, "\"%s\" goes only with \"do: %s\"; leave it out".formatted(name, EnumNames.of(owner)));
        }
    }

    /** The number of steps by which a message is delayed. */
    static int steps(YamlValue field) {
        return (int) field.number(1, TrafficRule.MAX_STEPS);
    }
}
