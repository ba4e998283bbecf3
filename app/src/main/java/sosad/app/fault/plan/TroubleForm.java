package sosad.app.fault.plan;

import java.util.Optional;
import java.util.function.Function;
import sosad.app.fault.Trouble;
import sosad.app.yaml.YamlValue;

/**
 * How a kind of trouble stands in a plan.
 *
 * @param kind its name
 * @param type what it is in the program
 * @param example how it is written, for those who wrote it otherwise
 * @param plain what it is, if its name says all
 * @param read reads what stands behind its name; refuses it by an {@link IllegalArgumentException} if it is out of
 *     range
 * @param write writes what stands behind its name
 */
record TroubleForm(
        String kind,
        Class<? extends Trouble> type,
        String example,
        Optional<Trouble> plain,
        Function<YamlValue, Trouble> read,
        Function<Trouble, String> write) {
    /** A kind whose name says all. */
    static TroubleForm plain(Trouble trouble) {
        return new TroubleForm(
                trouble.kind(),
                trouble.getClass(),
                trouble.kind(),
                Optional.of(trouble),
                value -> {
                    throw value.error("%s takes no value; write do: %s".formatted(trouble.kind(), trouble.kind()));
                },
                same -> trouble.kind());
    }

    /** A kind with a value. */
    static <T extends Trouble> TroubleForm valued(
            String kind, String example, Class<T> type, Function<YamlValue, T> read, Function<T, String> write) {
        return new TroubleForm(
                kind, type, "{%s: %s}".formatted(kind, example), Optional.empty(), read::apply, trouble -> "{%s: %s}"
                        .formatted(kind, write.apply(type.cast(trouble))));
    }
}
