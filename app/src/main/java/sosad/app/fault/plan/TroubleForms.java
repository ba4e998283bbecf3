package sosad.app.fault.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sosad.app.fabric.Delay;
import sosad.app.fault.ClientFault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.fault.Trouble;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.app.yaml.YamlValue;
import sosad.protocol.Words;

/** How each kind of trouble stands in a plan, and back. */
final class TroubleForms {
    /** The usual delay, and perhaps how far it varies, a number with its unit, and in which way. */
    private static final Pattern DELAY =
            Pattern.compile("(.+?)(?:\\s*(?:±|\\+-|\\+/-)\\s*([^a-zA-Z]*[a-zA-Z]*)(?:\\s+(.+))?)?");

    private static final Map<String, TroubleForm> FORMS = byKind(
            TroubleForm.plain(new LinkFault.Cut()),
            share("loss", LinkFault.Loss.class, LinkFault.Loss::new, LinkFault.Loss::probability),
            share("duplicate", LinkFault.Duplicate.class, LinkFault.Duplicate::new, LinkFault.Duplicate::probability),
            share("corrupt", LinkFault.Corrupt.class, LinkFault.Corrupt::new, LinkFault.Corrupt::probability),
            TroubleForm.valued("delay", "100 ms", LinkFault.Late.class, TroubleForms::late, late -> text(late.delay())),
            TroubleForm.valued(
                    "reorder",
                    "50 ms",
                    LinkFault.Reorder.class,
                    field -> new LinkFault.Reorder(time(field, field.text())),
                    reorder -> Quantity.TIME.text(reorder.millis())),
            TroubleForm.valued(
                    "rate",
                    "100 kB/s",
                    LinkFault.Rate.class,
                    field -> new LinkFault.Rate(Quantity.RATE.whole(field, 1, LinkFault.Rate.MOST_BYTES_PER_SECOND)),
                    rate -> Quantity.RATE.text(rate.bytesPerSecond())),
            TroubleForm.valued(
                    "slow-close",
                    "500 ms",
                    LinkFault.SlowClose.class,
                    field -> new LinkFault.SlowClose(Quantity.TIME.whole(field, 0, (long) Delay.MOST_MILLIS)),
                    slow -> Quantity.TIME.text(slow.millis())),
            TroubleForm.plain(new LinkFault.Reset()),
            TroubleForm.plain(new ProcessFault.Kill()),
            TroubleForm.plain(new ProcessFault.Terminate()),
            TroubleForm.plain(new ProcessFault.Pause()),
            TroubleForm.plain(new ProcessFault.Restart()),
            TroubleForm.plain(new ProcessFault.Wipe()),
            TroubleForm.valued(
                    "skew",
                    "-5 s",
                    ProcessFault.Skew.class,
                    field -> new ProcessFault.Skew(
                            Quantity.TIME.whole(field, -ProcessFault.MOST_SKEW_MILLIS, ProcessFault.MOST_SKEW_MILLIS)),
                    skew -> Quantity.TIME.text(skew.millis())),
            TroubleForm.valued(
                    "drift",
                    "500 ppm",
                    ProcessFault.Drift.class,
                    field -> new ProcessFault.Drift((int) Quantity.PARTS_PER_MILLION.whole(
                            field, -ProcessFault.MOST_DRIFT_PPM, ProcessFault.MOST_DRIFT_PPM)),
                    drift -> Quantity.PARTS_PER_MILLION.text(drift.partsPerMillion())),
            TroubleForm.valued(
                    "slow-disk",
                    "200 ms",
                    ProcessFault.SlowDisk.class,
                    field -> new ProcessFault.SlowDisk(
                            (int) Quantity.TIME.whole(field, 0, ProcessFault.MOST_DISK_MILLIS)),
                    slow -> Quantity.TIME.text(slow.millis())),
            TroubleForm.plain(new ProcessFault.FailDisk()),
            TroubleForm.plain(new ProcessFault.FullDisk()),
            clients("flood", ClientFault.Flood.class, ClientFault.Flood::new),
            clients("half-requests", ClientFault.HalfRequests.class, ClientFault.HalfRequests::new));

    private TroubleForms() {}

    /** The kinds there are. */
    static List<String> kinds() {
        return List.copyOf(FORMS.keySet());
    }

    /** The kinds that are of this type. */
    static List<String> kinds(Class<? extends Trouble> type) {
        return FORMS.values().stream()
                .filter(form -> type.isAssignableFrom(form.type()))
                .map(TroubleForm::kind)
                .toList();
    }

    /** How this kind may be written. */
    static String example(String kind) {
        return FORMS.get(kind).example();
    }

    /** Reads what stands behind {@code do}. */
    static Trouble read(YamlValue field) {
        if (!field.isScalar() || field.isNull()) {
            YamlValue value = field.single("fault", FORMS.keySet(), "do: {loss: 20 %}");
            try {
                return FORMS.get(value.name()).read().apply(value);
            } catch (IllegalArgumentException e) {
                throw value.error(e.getMessage());
            }
        }
        String kind = field.text();
        if (!FORMS.containsKey(kind)) {
            throw field.error("unknown fault %s; %s".formatted(Quoted.of(kind), NearestWord.hint(kind, kinds())));
        }
        TroubleForm form = FORMS.get(kind);
        return form.plain()
                .orElseThrow(() ->
                        field.error("%s has no value; write it as in \"do: %s\"".formatted(kind, form.example())));
    }

    /** Writes what stands behind {@code do}. */
    static String text(Trouble trouble) {
        return FORMS.get(trouble.kind()).write().apply(trouble);
    }

    private static Map<String, TroubleForm> byKind(TroubleForm... forms) {
        Map<String, TroubleForm> byKind = new LinkedHashMap<>();
        Stream.of(forms).forEach(form -> byKind.put(form.kind(), form));
        return byKind;
    }

    private static <T extends Trouble> TroubleForm share(
            String kind, Class<T> type, DoubleFunction<T> make, ToDoubleFunction<T> probability) {
        return TroubleForm.valued(
                kind,
                "20 %",
                type,
                field -> {
                    double share = Quantity.SHARE.number(field, field.text());
                    if (share < 0 || share > 1) {
                        throw field.error("%s is %s; it is from 0 %% to 100 %%".formatted(kind, field.text()));
                    }
                    return make.apply(share);
                },
                trouble -> Quantity.SHARE.text(probability.applyAsDouble(trouble)));
    }

    private static <T extends ClientFault> TroubleForm clients(String kind, Class<T> type, IntFunction<T> make) {
        return TroubleForm.valued(
                kind,
                "50",
                type,
                field -> make.apply((int) field.number(1, ClientFault.MOST_CLIENTS)),
                clients -> Integer.toString(clients.clients()));
    }

    /** How long a message may stay on a link. */
    private static double time(YamlValue field, String text) {
        double millis = Quantity.TIME.number(field, text);
        if (millis < 0 || millis > Delay.MOST_MILLIS) {
            throw field.error("%s is %s; it is from 0 ms to %s"
                    .formatted(field.name(), Quoted.of(text.strip()), Quantity.TIME.text(Delay.MOST_MILLIS)));
        }
        return millis;
    }

    private static LinkFault.Late late(YamlValue field) {
        Matcher parts = DELAY.matcher(field.text().strip());
        if (!parts.matches()) {
            throw field.error("delay is empty; write it as in \"100 ms ± 50 ms normal\"");
        }
        double millis = time(field, parts.group(1));
        if (parts.group(2) == null) {
            return new LinkFault.Late(new Delay(millis, 0, Delay.Spread.FIXED));
        }
        return new LinkFault.Late(new Delay(millis, time(field, parts.group(2)), spread(field, parts.group(3))));
    }

    /** Normal, if nothing else is said. */
    private static Delay.Spread spread(YamlValue field, String word) {
        if (word == null) {
            return Delay.Spread.NORMAL;
        }
        List<String> words = List.of("normal", "uniform", "pareto");
        if (!words.contains(word)) {
            throw field.error("unknown spread %s; %s".formatted(Quoted.of(word), NearestWord.hint(word, words)));
        }
        return Words.parse(Delay.Spread.class, word).orElseThrow();
    }

    private static String text(Delay delay) {
        String millis = Quantity.TIME.text(delay.millis());
        return delay.spread() == Delay.Spread.FIXED
                ? millis
                : "%s ± %s %s".formatted(millis, Quantity.TIME.text(delay.jitterMillis()), Words.of(delay.spread()));
    }
}
