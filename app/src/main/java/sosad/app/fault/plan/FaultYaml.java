package sosad.app.fault.plan;

import java.util.List;
import java.util.function.Supplier;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.FaultKind;
import sosad.app.fault.FaultKinds;
import sosad.app.fault.Quantity;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.app.yaml.YamlValue;

/** Faults and times as they are written in plans. */
final class FaultYaml {
    private static final List<String> NAMES =
            FaultKinds.all().stream().map(FaultKind::name).toList();

    private FaultYaml() {}

    /** Reads what stands behind {@code do}. */
    static FaultSpec read(YamlValue field) {
        if (!field.isScalar() || field.isNull()) {
            YamlValue value = field.single("fault", NAMES, "do: {loss: 20 %}");
            FaultKind<?> kind = FaultKinds.named(value.name()).orElseThrow();
            if (kind.example().isEmpty()) {
                throw value.error("%1$s takes no value; write do: %1$s".formatted(kind.name()));
            }
            return checked(value, () -> kind.parse(value.text()));
        }
        String name = field.text();
        FaultKind<?> kind = FaultKinds.named(name)
                .orElseThrow(() ->
                        field.error("unknown fault %s; %s".formatted(Quoted.of(name), NearestWord.hint(name, NAMES))));
        kind.example().ifPresent(example -> {
            throw field.error("%s has no value; write it as in \"do: %s\"".formatted(name, text(kind, example)));
        });
        return kind.parse("");
    }

    /** Returns what stands behind {@code do}. */
    static String text(FaultSpec fault) {
        FaultKind<?> kind = fault.kind();
        return kind.example().isEmpty() ? kind.name() : text(kind, kind.text(fault));
    }

    private static String text(FaultKind<?> kind, String value) {
        return "{%s: %s}".formatted(kind.name(), value);
    }

    /** Reads a time in milliseconds in a field's text, or in a part of it. */
    static long millis(YamlValue field, String text, long min, long max) {
        return checked(field, () -> Quantity.TIME.whole(field.name(), text, min, max));
    }

    /** Returns how a time in milliseconds is written. */
    static String time(long millis) {
        return Quantity.TIME.text((double) millis);
    }

    private static <T> T checked(YamlValue field, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw field.error(e.getMessage());
        }
    }
}
