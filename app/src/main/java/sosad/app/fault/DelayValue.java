package sosad.app.fault;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.app.fabric.Delay;
import sosad.app.fabric.Delay.Spread;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.protocol.EnumNames;

/** The notation of a delay: as in {@code 100 ms ± 50 ms pareto}, or as Toxiproxy's attributes and a distribution. */
final class DelayValue {
    private static final Parameter.Amount LATENCY =
            Parameter.Amount.number("latency", Quantity.TIME, 0, Delay.MAX_MILLIS);
    private static final Parameter.Amount JITTER = Parameter.Amount.number("jitter", Quantity.TIME, 0, Delay.MAX_MILLIS)
            .optional();
    private static final Parameter.Choice DISTRIBUTION =
            new Parameter.Choice("distribution", EnumNames.all(Spread.class));

    /** The spreads that a text can name; the first is meant if it names none. */
    private static final List<String> SPREADS = List.of("normal", "uniform", "pareto");

    /** The usual delay, and perhaps how far it varies, a number with its unit, and in which way. */
    private static final Pattern TEXT =
            Pattern.compile("(.+?)(?:\\s*(?:±|\\+-|\\+/-)\\s*([^a-zA-Z]*[a-zA-Z]*)(?:\\s+(.+))?)?");

    private DelayValue() {}

    static <T> ValueFormat<T> of(Function<Delay, T> make, Function<T, Delay> delay) {
        return new ValueFormat<>(
                List.of(LATENCY, JITTER, DISTRIBUTION),
                Optional.of("100 ms"),
                (name, text) -> make.apply(parse(name, text)),
                delay.andThen(DelayValue::text),
                arguments -> make.apply(delay(arguments)),
                delay.andThen(DelayValue::arguments));
    }

    private static Delay parse(String name, String text) {
        Matcher parts = TEXT.matcher(text.strip());
        refuseIf(!parts.matches(), "%s is empty; write it as in \"100 ms ± 50 ms normal\"", name);
        double millis = LATENCY.parse(name, parts.group(1));
        return parts.group(2) == null
                ? new Delay(millis, 0, Spread.FIXED)
                : new Delay(millis, JITTER.parse(name, parts.group(2)), spread(parts.group(3)));
    }

    private static Spread spread(String named) {
        String word = named == null ? SPREADS.get(0) : named;
        if (!SPREADS.contains(word)) {
            throw new IllegalArgumentException(
                    "unknown spread %s; %s".formatted(Quoted.of(word), NearestWord.hint(word, SPREADS)));
        }
        return EnumNames.parse(Spread.class, word).orElseThrow();
    }

    private static String text(Delay delay) {
        String millis = Quantity.TIME.text(delay.millis());
        return delay.spread() == Spread.FIXED
                ? millis
                : "%s ± %s %s"
                        .formatted(millis, Quantity.TIME.text(delay.jitterMillis()), EnumNames.of(delay.spread()));
    }

    private static Delay delay(Arguments arguments) {
        double jitter = arguments.amount(JITTER);
        Spread spread = arguments
                .word(DISTRIBUTION)
                .flatMap(word -> EnumNames.parse(Spread.class, word))
                .orElse(jitter == 0 ? Spread.FIXED : Spread.UNIFORM);
        if (spread == Spread.FIXED && jitter > 0) {
            throw new Arguments.MismatchException(JITTER, "must be 0 where the distribution is fixed");
        }
        return new Delay(arguments.amount(LATENCY), jitter, spread);
    }

    private static Arguments arguments(Delay delay) {
        return new Arguments(
                Map.of(LATENCY.name(), delay.millis(), JITTER.name(), delay.jitterMillis()),
                Map.of(DISTRIBUTION.name(), EnumNames.of(delay.spread())));
    }
}
