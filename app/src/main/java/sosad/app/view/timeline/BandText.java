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
        String what = band.key().map(BandText::shortened).orElse("everything");
        String verdict =
                switch (stretch.share()) {
                    case ALL -> format("%s heals on every way on", what);
                    case SOME -> format("some ways on heal %s", what);
                    case NONE -> format("no way on heals %s", what);
                };
        String found = stretch.exact()
                ? format("All ways on were tried: %,d of %,d ends heal.", stretch.healing(), stretch.of())
                : format("%,d ways on were sampled: %,d heal.", stretch.of(), stretch.healing());
        return "If nothing more is lost from here, %s.\n%s\nClick to see the moment with which this began."
                .formatted(verdict, found);
    }
}
