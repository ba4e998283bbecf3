package sosad.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"1", "2.3", "4.11", "10"})
    void isReadAsItIsWritten(String text) {
        assertThat(CheckNumber.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "11", "4.", "4.0", ".3", "4.100", "4.3.1", "four", "-1", "+1", "٤"})
    void nothingElseIsANumber(String text) {
        assertThatThrownBy(() -> CheckNumber.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKindIncludesItsPartsAndAPartItselfAlone() {
        assertThat(CheckNumber.of(4).includes(CheckNumber.of(4, 11))).isTrue();
        assertThat(CheckNumber.of(4).includes(CheckNumber.of(5, 1))).isFalse();
        assertThat(CheckNumber.of(4, 1).includes(CheckNumber.of(4, 11))).isFalse();
        assertThat(CheckNumber.of(4, 1).includes(CheckNumber.of(4))).isFalse();
    }

    @Test
    void partsAreOrderedAsNumbers() {
        assertThat(CheckNumber.of(4, 11)).isGreaterThan(CheckNumber.of(4, 9)).isLessThan(CheckNumber.of(10));
    }
}
