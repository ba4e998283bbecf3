package sosad.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingStretch;
import sosad.model.Key;

class BandTextTest {
    private static final HealingStretch ALL = new HealingStretch(0, 3, 200, 200, false);
    private static final HealingStretch SOME = new HealingStretch(4, 5, 124, 200, false);
    private static final HealingStretch NONE = new HealingStretch(6, 9, 0, 12, true);
    private static final HealingBand OF_WAFFLE =
            new HealingBand(Optional.of(new Key("waffle")), List.of(ALL, SOME, NONE));

    @Test
    void aStretchSaysHowManyWaysHealAndWhetherTheyAreASample() {
        assertThat(BandText.of(OF_WAFFLE, ALL).get(0)).isEqualTo("every fair run brings waffle to every node");
        assertThat(BandText.of(OF_WAFFLE, SOME)).startsWith("some do: 124 of 200 sampled", "some do: 124 of 200");
        assertThat(BandText.of(OF_WAFFLE, NONE).get(0)).isEqualTo("none does");
        assertThat(BandText.of(OF_WAFFLE, new HealingStretch(0, 1, 0, 200, false))
                        .get(0))
                .isEqualTo("none of 200 sampled does");
        assertThat(BandText.of(new HealingBand(Optional.empty(), List.of(ALL)), ALL)
                        .get(0))
                .isEqualTo("every fair run heals everything");
    }

    @Test
    void eachTextIsShorterThanTheOneBefore() {
        for (HealingStretch stretch : OF_WAFFLE.stretches()) {
            List<String> texts = BandText.of(OF_WAFFLE, stretch);
            for (int i = 1; i < texts.size(); i++) {
                assertThat(texts.get(i)).hasSizeLessThan(texts.get(i - 1).length());
            }
        }
    }

    @Test
    void aLongKeyIsCutOff() {
        HealingBand band = new HealingBand(Optional.of(new Key("k".repeat(200))), List.of(ALL));
        assertThat(BandText.of(band, ALL).get(0)).hasSizeLessThan(80).contains("…");
    }

    @Test
    void whatAStretchMeansIsSaidInSentences() {
        assertThat(BandText.explained(OF_WAFFLE, SOME))
                .isEqualTo("If nothing more is lost from here, some ways on heal waffle.\n"
                        + "200 ways on were sampled: 124 heal.\nClick to see the moment with which this began.");
        assertThat(BandText.explained(OF_WAFFLE, NONE))
                .startsWith(
                        "If nothing more is lost from here, no way on heals waffle.\nAll ways on were tried: 0 of 12");
    }
}
