package sosad.app.fault;

import static sosad.model.ArgumentCheck.refuseIf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.app.yaml.WholeNumber;

/** Numbers with a unit, as in {@code 1.5 s} and {@code 20 %}. */
public enum Quantity {
    /** In milliseconds. */
    TIME(1, units("ms", "1", "s", "1000", "min", "60000")),
    /** From 0 to 1, written as a percentage. */
    SHARE(1, units("%", "0.01")),
    /** In bytes per second; in JSON in kilobytes per second, as Toxiproxy has it. */
    RATE(1_000, units("B/s", "1", "kB/s", "1000", "MB/s", "1000000")),
    /** In parts per million. */
    PARTS_PER_MILLION(1, units("ppm", "1")),
    /** A whole number without a unit. */
    COUNT(1, Map.of());

    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final String NUMBER = "[0-9]{1,15}(?:\\.[0-9]{1,40})?";
    private static final Pattern FORM = Pattern.compile("([+-]?" + NUMBER + ")\\s?(\\S*)");

    private final double jsonUnit;

    /** The factors of the units, by name; the first unit is the smallest. */
    private final Map<String, BigDecimal> units;

    Quantity(double jsonUnit, Map<String, BigDecimal> units) {
        this.jsonUnit = jsonUnit;
        this.units = units;
    }

    private static Map<String, BigDecimal> units(String... namesAndFactors) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFactors.length; i += 2) {
            units.put(namesAndFactors[i], new BigDecimal(namesAndFactors[i + 1]));
        }
        return units;
    }

    /** The unit of its numbers in JSON. */
    public double jsonUnit() {
        return jsonUnit;
    }

    /** The names of the units, the smallest first. */
    public List<String> units() {
        return List.copyOf(units.keySet());
    }

    /**
     * Returns the number that a text stands for, with a fraction or without.
     *
     * @param name what is read, for the error message
     * @throws IllegalArgumentException if the text is none, or is out of bounds; fit to be shown
     */
    double number(String name, String text, double min, double max) {
        double number = exact(name, text).doubleValue();
        if (number < min || number > max) {
            throw outOfBounds(name, this == SHARE ? text : Quoted.of(text.strip()), min, max);
        }
        return number;
    }

    /**
     * Returns the whole number of the smallest unit that a text stands for.
     *
     * @param name what is read, for the error message
     * @throws IllegalArgumentException if the text is none, or is out of bounds; fit to be shown
     */
    public long whole(String name, String text, long min, long max) {
        if (this == COUNT) {
            return WholeNumber.parse(name, text, min, max);
        }
        BigDecimal exact = exact(name, text);
        if (exact.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("%s is %s, which is not a whole number of %s; round it"
                    .formatted(name, Quoted.of(text), smallest()));
        }
        refuseIf(exact.abs().compareTo(MAX) > 0, "%s is %s, which is too much", name, Quoted.of(text));
        long whole = exact.longValue();
        if (whole < min || whole > max) {
            throw outOfBounds(name, text.strip(), (double) min, (double) max);
        }
        return whole;
    }

    private IllegalArgumentException outOfBounds(String name, String text, double min, double max) {
        return new IllegalArgumentException(
                "%s is %s; it must be from %s to %s".formatted(name, text, text(min), text(max)));
    }

    private BigDecimal exact(String name, String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "%s is %s where a number with its unit is needed; write it as in \"20 %s\""
                            .formatted(name, Quoted.of(text), smallest()));
        }
        String unit = matcher.group(2);
        BigDecimal factor = units.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException("%s has %s; %s"
                    .formatted(
                            name,
                            unit.isEmpty() ? "no unit" : "the unknown unit " + Quoted.of(unit),
                            NearestWord.hint(unit, units())));
        }
        return new BigDecimal(matcher.group(1)).multiply(factor);
    }

    private String smallest() {
        return units().get(0);
    }

    /** Returns the number as it is written: in the largest unit of which it is a whole number, or in the smallest. */
    public String text(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number));
        if (units.isEmpty()) {
            return exact.toBigInteger().toString();
        }
        String unit = smallest();
        for (Map.Entry<String, BigDecimal> larger : units.entrySet()) {
            if (exact.signum() != 0 && exact.remainder(larger.getValue()).signum() == 0) {
                unit = larger.getKey();
            }
        }
        return exact.divide(units.get(unit), MathContext.UNLIMITED)
                        .stripTrailingZeros()
                        .toPlainString() + " " + unit;
    }
}
