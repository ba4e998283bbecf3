package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.fault.Arguments;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.FaultKind;
import sosad.app.fault.Parameter;

/** Faults as JSON: a type, a toxicity and attributes, as the catalogue of faults has them. */
final class FaultJson {
    private static final String TOXICITY = "toxicity";

    private FaultJson() {}

    /** The types of some kinds. */
    static List<String> types(List<FaultKind<?>> kinds) {
        return kinds.stream().map(FaultKind::type).toList();
    }

    /** Takes the type of a fault that is one of these, its toxicity and its attributes. */
    static FaultSpec read(Fields fields, List<FaultKind<?>> kinds) {
        String type = fields.required("type", field -> fields.word(field, types(kinds)));
        FaultKind<?> kind = kinds.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
        double toxicity = fields.number(TOXICITY, 0, 1).orElse(1.0);
        Fields attributes = fields.child("attributes");
        if (toxicity != 1 && !kind.isByChance()) {
            throw ApiError.ofField(TOXICITY, "toxicity must be 1: %s is not random".formatted(type));
        }
        FaultSpec fault = make(kind, arguments(kind, toxicity, attributes), attributes);
        attributes.end();
        return fault;
    }

    private static FaultSpec make(FaultKind<?> kind, Arguments arguments, Fields attributes) {
        try {
            return kind.make(arguments);
        } catch (Arguments.MismatchException e) {
            throw attributes.refused(e.parameter(), e.getMessage());
        }
    }

    private static Arguments arguments(FaultKind<?> kind, double toxicity, Fields attributes) {
        Map<String, Double> amounts = new HashMap<>();
        Map<String, String> words = new HashMap<>();
        for (Parameter parameter : kind.parameters()) {
            if (parameter instanceof Parameter.Choice choice) {
                attributes.word(choice.name(), choice.words()).ifPresent(word -> words.put(choice.name(), word));
            } else {
                Parameter.Amount amount = (Parameter.Amount) parameter;
                amounts.put(amount.name(), amount.isShare() ? toxicity : amount(amount, attributes));
            }
        }
        return new Arguments(amounts, words);
    }

    private static double amount(Parameter.Amount amount, Fields attributes) {
        Optional<Double> number = number(amount, attributes);
        return amount.isOptional() ? number.orElse(0.0) : attributes.required(amount.name(), present -> number);
    }

    private static Optional<Double> number(Parameter.Amount amount, Fields attributes) {
        if (isWhole(amount)) {
            return attributes
                    .whole(amount.name(), (long) amount.min(), (long) amount.max())
                    .map(Long::doubleValue);
        }
        double unit = amount.jsonUnit();
        Optional<Double> number = attributes
                .number(amount.name(), amount.min() / unit, amount.max() / unit)
                .map(value -> value * unit);
        return amount.isWhole() ? number.map(value -> (double) Math.round(value)) : number;
    }

    /** Returns whether JSON has it without a fraction. */
    private static boolean isWhole(Parameter.Amount amount) {
        return amount.isWhole() && amount.jsonUnit() == 1;
    }

    /** Adds type, toxicity and attributes. */
    static void write(FaultSpec fault, ObjectNode json) {
        FaultKind<?> kind = fault.kind();
        Arguments arguments = kind.arguments(fault);
        json.put("type", kind.type())
                .put(TOXICITY, kind.isByChance() ? arguments.amounts().get(TOXICITY) : 1.0);
        ObjectNode attributes = json.putObject("attributes");
        for (Parameter parameter : kind.parameters()) {
            String name = parameter.name();
            if (parameter instanceof Parameter.Choice) {
                attributes.put(name, arguments.words().get(name));
            } else if (parameter instanceof Parameter.Amount amount && !amount.isShare()) {
                double value = arguments.amounts().get(name);
                if (isWhole(amount)) {
                    attributes.put(name, (long) value);
                } else {
                    attributes.put(name, value / amount.jsonUnit());
                }
            }
        }
    }
}
