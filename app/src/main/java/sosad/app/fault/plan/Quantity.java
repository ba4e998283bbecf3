package sosad.app.fault.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.app.yaml.YamlValue;

/** Numbers with a unit, as in {@code 1.5 s} and {@code 20 %}. */
enum Quantity {
    /** In milliseconds. */
    TIME(units("ms", "1", "s", "1000", "min", "60000")),
    /** From 0 to 1, written as a percentage. */
    SHARE(units("%", "0.01")),
    /** In bytes per second. */
    RATE(units("B/s", "1", "kB/s", "1000", "MB/s", "1000000")),
    /** In parts per million. */
    PARTS_PER_MILLION(units("ppm", "1"));

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Pattern FORM = Pattern.compile("([+-]?[0-9]{1,15}(?:\\.[0-9]{1,40})?)\\s?(\\S*)");

    /** What a unit stands for, by its name; the first is the one that is written. */
    private final Map<String, BigDecimal> units;

    Quantity(Map<String, BigDecimal> units) {
        this.units = units;
    }

    private static Map<String, BigDecimal> units(String... namesAndFactors) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFactors.length; i += 2) {
            units.put(namesAndFactors[i], new BigDecimal(namesAndFactors[i + 1]));
        }
        return units;
    }

    /** A quantity of this kind, in the field's text or a part of it. */
    double number(YamlValue field, String text) {
        return exact(field, text).doubleValue();
    }

    private long whole(YamlValue field, String text) {
        BigDecimal exact = exact(field, text);
        if (exact.stripTrailingZeros().scale() > 0) {
            throw field.error("%s is %s, which is no whole number of %s; round it"
                    .formatted(field.name(), Quoted.of(text), smallest()));
        }
        if (exact.abs().compareTo(MOST) > 0) {
            throw field.error("%s is %s, which is too much".formatted(field.name(), Quoted.of(text)));
        }
        return exact.longValue();
    }

    /** A quantity of this kind that is a whole number of the smallest unit, between two bounds, both included. */
    long whole(YamlValue field, long least, long most) {
        return whole(field, field.text(), least, most);
    }

    /** The same, of a part of the field's text. */
    long whole(YamlValue field, String text, long least, long most) {
        long whole = whole(field, text);
        if (whole < least || whole > most) {
            throw field.error(
                    "%s is %s; it is from %s to %s".formatted(field.name(), text.strip(), text(least), text(most)));
        }
        return whole;
    }

    private BigDecimal exact(YamlValue field, String text) {
        List<String> names = new ArrayList<>(units.keySet());
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw field.error("%s is %s where a number with its unit is needed; write it as in \"20 %s\""
                    .formatted(field.name(), Quoted.of(text), smallest()));
        }
        BigDecimal factor = units.get(matcher.group(2));
        if (factor == null) {
            String what = matcher.group(2).isEmpty() ? "no unit" : "the unknown unit " + Quoted.of(matcher.group(2));
            throw field.error("%s has %s; %s".formatted(field.name(), what, NearestWord.hint(matcher.group(2), names)));
        }
        return new BigDecimal(matcher.group(1)).multiply(factor);
    }

    private String smallest() {
        return units.keySet().iterator().next();
    }

    /** As it is written: in the largest unit of which it is a whole number, or else in the smallest. */
    String text(double number) {
        return text(new BigDecimal(Double.toString(number)));
    }

    /** The same, of a whole number of the smallest unit. */
    String text(long number) {
        return text(BigDecimal.valueOf(number));
    }

    private String text(BigDecimal exact) {
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
