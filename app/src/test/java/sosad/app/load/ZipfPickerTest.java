package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.load.KeyDistribution.KeyPicker;

class ZipfPickerTest {
    private static final int DRAWN = 200_000;

    /** Pearson's test: with 49 degrees of freedom, one of a thousand honest samples is over 85.4. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.99, 1, 1.5})
    void keysAreDrawnAsOftenAsZipfsLawSays(double theta) {
        int keys = 50;
        KeyPicker picker = new ZipfPicker(keys, theta, new SplittableRandom(3));
        long[] drawn = new long[keys];
        for (int i = 0; i < DRAWN; i++) {
            drawn[picker.next()]++;
        }
        double all = 0;
        for (int key = 0; key < keys; key++) {
            all += Math.pow(key + 1, -theta);
        }
        double chiSquared = 0;
        for (int key = 0; key < keys; key++) {
            double expected = DRAWN * Math.pow(key + 1, -theta) / all;
            chiSquared += (drawn[key] - expected) * (drawn[key] - expected) / expected;
        }
        assertThat(chiSquared).isLessThan(85.4);
    }

    @Test
    void noKeyIsOutOfRangeHoweverManyThereAre() {
        KeyPicker picker = new ZipfPicker(LoadProfile.MAX_KEYS, 0.01, new SplittableRandom(3));
        for (int i = 0; i < DRAWN; i++) {
            assertThat(picker.next() >= 0).isTrue();
        }
        assertThat(new ZipfPicker(1, 10, new SplittableRandom(3)).next()).isZero();
    }
}
