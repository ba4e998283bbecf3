package sosad.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A result for each type of a sealed family: the switch over types that Java 17 does not have. */
public final class ByType<T, R> {
    private final Map<Class<? extends T>, Function<T, R>> cases = new HashMap<>();

    /** Adds the result for a type. */
    public <S extends T> ByType<T, R> on(Class<S> type, Function<? super S, ? extends R> result) {
        cases.put(type, value -> result.apply(type.cast(value)));
        return this;
    }

    /**
     * Returns this, with a result for every type of the family.
     *
     * @throws IllegalStateException if a type has none
     */
    public ByType<T, R> all(Class<T> family) {
        types(family).filter(type -> !cases.containsKey(type)).findFirst().ifPresent(type -> {
            throw new IllegalStateException("no case for " + type.getName());
        });
        return this;
    }

    private static Stream<Class<?>> types(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(ByType::types)
                : Stream.of(family);
    }

    /** Returns the result for a value. */
    public R of(T value) {
        return cases.get(value.getClass()).apply(value);
    }
}
