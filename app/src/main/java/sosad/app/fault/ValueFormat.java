package sosad.app.fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The notation of the parameters of a kind of fault, as one text and one by one.
 *
 * @param parameters what it takes
 * @param example a text that fits, with which the form begins; empty if the kind takes nothing
 * @param parse reads a text, given the kind's name for its {@link IllegalArgumentException}
 * @param text writes it
 * @param make puts a fault together; an {@link Arguments.MismatchException} if the arguments do not fit together
 * @param arguments takes it apart
 */
record ValueFormat<T>(
        List<Parameter> parameters,
        Optional<String> example,
        BiFunction<String, String, T> parse,
        Function<T, String> text,
        Function<Arguments, T> make,
        Function<T, Arguments> arguments) {
    /** Its name says all. */
    static <T> ValueFormat<T> none(T only) {
        Arguments nothing = new Arguments(Map.of(), Map.of());
        return new ValueFormat<>(
                List.of(), Optional.empty(), (name, text) -> only, same -> "", none -> only, same -> nothing);
    }

    /** One number says all. */
    static <T> ValueFormat<T> of(
            Parameter.Amount amount, String example, DoubleFunction<T> make, ToDoubleFunction<T> value) {
        return new ValueFormat<>(
                List.of(amount),
                Optional.of(example),
                (name, text) -> make.apply(amount.parse(name, text)),
                fault -> amount.quantity().text(value.applyAsDouble(fault)),
                arguments -> make.apply(arguments.amount(amount)),
                fault -> new Arguments(Map.of(amount.name(), value.applyAsDouble(fault)), Map.of()));
    }

    /** A probability says all. */
    static <T> ValueFormat<T> share(DoubleFunction<T> make, ToDoubleFunction<T> probability) {
        return of(Parameter.Amount.number("toxicity", Quantity.SHARE, 0, 1), "20 %", make, probability);
    }
}
