package sosad.app.view.timeline;

import static sosad.model.PlainFormat.format;

import java.util.List;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingStretch;
import sosad.model.Key;

/** What a healing band says, in words. */
final class BandText {
    private static final int MAX_KEY = 24;

    private BandText() {}

    /** Returns what a stretch says, the longest text first, then shorter ones for less room. */
    static List<String> of(HealingBand band, HealingStretch stretch) {
        String count = format("%d of %d", stretch.healing(), stretch.of());
        return switch (stretch.share()) {
            case ALL -> List.of("every fair run " + heals(band), "every run heals", "all");
            case SOME ->
                List.of(
                        "some do: " + count + (stretch.exact() ? " ends" : " sampled"),
                        "some do: " + count,
                        count,
                        "some");
            case NONE -> List.of("none " + (stretch.exact() ? "does" : "of " + stretch.of() + " sampled does"), "none");
        };
    }

    private static String heals(HealingBand band) {
        return band.key()
                .map(key -> "brings " + shortened(key) + " to every node")
                .orElse("heals everything");
    }

    private static String shortened(Key key) {
        String text = key.text();
        return text.length() > MAX_KEY ? text.substring(0, MAX_KEY - 1) + "…" : text;
    }

    /** Returns what a stretch means, in sentences. */
    static String explained(HealingBand band, HealingStretch stretch) {
        String what = band.key().map(key -> shortened(key) + " heals").orElse("everything heals");
        String where =
                switch (stretch.share()) {
                    case ALL -> "in every order";
                    case NONE -> "in no order";
                    case SOME ->
                        format(
                                "in %,d of %,d %s",
                                stretch.healing(), stretch.of(), stretch.exact() ? "ends that it can have" : "ways on");
                };
        String how = stretch.exact() ? "All orders were tried." : format("%,d orders were tried.", stretch.of());
        return "If nothing more is lost from here, %s %s.\n%s Click to see the moment with which this began."
                .formatted(what, where, how);
    }
}
