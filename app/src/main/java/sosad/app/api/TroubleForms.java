package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import sosad.app.fabric.Delay;
import sosad.app.fault.ClientFault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.fault.Trouble;
import sosad.protocol.Words;

/** Every kind of trouble as it stands in JSON. */
final class TroubleForms {
    private static final String CUT = "cut";
    private static final double MOST_KILOBYTES_PER_SECOND = 1e9;
    private static final long MOST_DELAY_MILLIS = (long) Delay.MOST_MILLIS;
    private static final double BYTES_PER_KILOBYTE = 1_000;

    private static final Map<String, TroubleForm> FORMS = byType(
            TroubleForm.valued("latency", LinkFault.Late.class, TroubleForms::latency, TroubleForms::write),
            TroubleForm.valued(
                    "bandwidth",
                    LinkFault.Rate.class,
                    TroubleForms::rate,
                    (rate, attributes) -> attributes.put("rate", rate.bytesPerSecond() / BYTES_PER_KILOBYTE)),
            TroubleForm.valued(
                    "slow_close",
                    LinkFault.SlowClose.class,
                    attributes -> new LinkFault.SlowClose(whole(attributes, "delay", 0, MOST_DELAY_MILLIS)),
                    (slow, attributes) -> attributes.put("delay", slow.millis())),
            TroubleForm.plain("reset_peer", new LinkFault.Reset()),
            TroubleForm.byChance("loss", LinkFault.Loss.class, LinkFault.Loss::new, LinkFault.Loss::probability),
            TroubleForm.byChance(
                    "duplicate", LinkFault.Duplicate.class, LinkFault.Duplicate::new, LinkFault.Duplicate::probability),
            TroubleForm.byChance(
                    "corrupt", LinkFault.Corrupt.class, LinkFault.Corrupt::new, LinkFault.Corrupt::probability),
            TroubleForm.valued(
                    "reorder",
                    LinkFault.Reorder.class,
                    attributes -> new LinkFault.Reorder(millis(attributes, "window")),
                    (reorder, attributes) -> attributes.put("window", reorder.millis())),
            TroubleForm.plain(CUT, new LinkFault.Cut()),
            TroubleForm.plain("kill", new ProcessFault.Kill()),
            TroubleForm.plain("terminate", new ProcessFault.Terminate()),
            TroubleForm.plain("pause", new ProcessFault.Pause()),
            TroubleForm.plain("restart", new ProcessFault.Restart()),
            TroubleForm.plain("wipe", new ProcessFault.Wipe()),
            TroubleForm.valued(
                    "skew",
                    ProcessFault.Skew.class,
                    attributes -> new ProcessFault.Skew(
                            whole(attributes, "millis", -ProcessFault.MOST_SKEW_MILLIS, ProcessFault.MOST_SKEW_MILLIS)),
                    (skew, attributes) -> attributes.put("millis", skew.millis())),
            TroubleForm.valued(
                    "drift",
                    ProcessFault.Drift.class,
                    attributes -> new ProcessFault.Drift(
                            (int) whole(attributes, "ppm", -ProcessFault.MOST_DRIFT_PPM, ProcessFault.MOST_DRIFT_PPM)),
                    (drift, attributes) -> attributes.put("ppm", drift.partsPerMillion())),
            TroubleForm.valued(
                    "slow-disk",
                    ProcessFault.SlowDisk.class,
                    attributes -> new ProcessFault.SlowDisk(
                            (int) whole(attributes, "millis", 0, ProcessFault.MOST_DISK_MILLIS)),
                    (slow, attributes) -> attributes.put("millis", slow.millis())),
            TroubleForm.plain("fail-disk", new ProcessFault.FailDisk()),
            TroubleForm.plain("full-disk", new ProcessFault.FullDisk()),
            clients("flood", ClientFault.Flood.class, ClientFault.Flood::new),
            clients("half-requests", ClientFault.HalfRequests.class, ClientFault.HalfRequests::new));

    private TroubleForms() {}

    private static Map<String, TroubleForm> byType(TroubleForm... forms) {
        Map<String, TroubleForm> byType = new LinkedHashMap<>();
        Stream.of(forms).forEach(form -> byType.put(form.type(), form));
        return byType;
    }

    /** The types that can be done to a cluster. */
    static List<String> types() {
        return List.copyOf(FORMS.keySet());
    }

    /** The types that a link can have as toxics; that it is cut is said otherwise. */
    static List<String> toxics() {
        return FORMS.values().stream()
                .filter(TroubleForm::isOnLinks)
                .map(TroubleForm::type)
                .filter(type -> !type.equals(CUT))
                .toList();
    }

    /** The form of this type, one of {@link #types}. */
    static TroubleForm ofType(String type) {
        return FORMS.get(type);
    }

    /** The form in which this is written. */
    static TroubleForm of(Trouble trouble) {
        return FORMS.values().stream()
                .filter(form -> form.kind().isInstance(trouble))
                .findFirst()
                .orElseThrow();
    }

    /** Reads the toxicity and the attributes of a trouble of this form. */
    static Trouble read(TroubleForm form, Fields fields) {
        double toxicity = fields.number("toxicity", 0, 1).orElse(1.0);
        Fields attributes = fields.child("attributes");
        Trouble trouble = form.read().apply(toxicity, attributes);
        attributes.end();
        return trouble;
    }

    /** Adds type, toxicity and attributes. */
    static void write(Trouble trouble, ObjectNode json) {
        TroubleForm form = of(trouble);
        json.put("type", form.type()).put("toxicity", form.toxicity().applyAsDouble(trouble));
        form.write().accept(trouble, json.putObject("attributes"));
    }

    private static double millis(Fields attributes, String field) {
        return attributes.required(field, name -> attributes.number(name, 0, Delay.MOST_MILLIS));
    }

    private static long whole(Fields attributes, String field, long least, long most) {
        return attributes.required(field, name -> attributes.whole(name, least, most));
    }

    private static Trouble latency(Fields attributes) {
        double latency = millis(attributes, "latency");
        double jitter = attributes.number("jitter", 0, Delay.MOST_MILLIS).orElse(0.0);
        Delay.Spread spread = attributes
                .word("distribution", Words.all(Delay.Spread.class))
                .flatMap(word -> Words.parse(Delay.Spread.class, word))
                .orElse(jitter == 0 ? Delay.Spread.FIXED : Delay.Spread.UNIFORM);
        if (spread == Delay.Spread.FIXED && jitter > 0) {
            throw attributes.refused("jitter", "must be 0 where the distribution is fixed");
        }
        return new LinkFault.Late(new Delay(latency, jitter, spread));
    }

    private static void write(LinkFault.Late late, ObjectNode attributes) {
        attributes
                .put("latency", late.delay().millis())
                .put("jitter", late.delay().jitterMillis())
                .put("distribution", Words.of(late.delay().spread()));
    }

    private static Trouble rate(Fields attributes) {
        double rate = attributes.required(
                "rate", name -> attributes.number(name, 1 / BYTES_PER_KILOBYTE, MOST_KILOBYTES_PER_SECOND));
        return new LinkFault.Rate(Math.round(rate * BYTES_PER_KILOBYTE));
    }

    private static <T extends ClientFault> TroubleForm clients(String type, Class<T> kind, IntFunction<T> make) {
        return TroubleForm.valued(
                type,
                kind,
                attributes -> make.apply((int) whole(attributes, "clients", 1, ClientFault.MOST_CLIENTS)),
                (some, attributes) -> attributes.put("clients", some.clients()));
    }
}
