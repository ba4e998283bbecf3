package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locale")
class StampTest {
    private static final byte[] KEY = "k".getBytes(StandardCharsets.US_ASCII);

    private static byte[] padded(long number, int bytes) {
        byte[] value = new byte[bytes];
        assertThat(new Stamp().write(KEY, 0, 1, number, bytes, value, 0)).isEqualTo(bytes);
        return value;
    }

    private static long read(byte[] value) {
        return new Stamp().read(KEY, 0, 1, value, 0, value.length);
    }

    @Test
    void aPaddedValueTellsItsNumber() {
        assertThat(read(padded(999_999_999_999_999_999L, 200))).isEqualTo(999_999_999_999_999_999L);
        assertThat(Stamp.number("k", Stamp.of("k", 17))).hasValue(17);
    }

    @Test
    void anyChangeOfAPaddedValueIsSeen() {
        byte[] value = padded(17, 40);
        for (int i = 0; i < value.length; i++) {
            value[i] ^= 1;
            assertThat(read(value)).as("byte %d", i).isEqualTo(Operation.FOREIGN);
            value[i] ^= 1;
        }
    }

    @Test
    void aValueThatIsCutOrGrownIsSeen() {
        byte[] value = padded(17, 40);
        for (int bytes = 0; bytes < value.length; bytes++) {
            assertThat(new Stamp().read(KEY, 0, 1, value, 0, bytes))
                    .as("%d bytes", bytes)
                    .isEqualTo(Operation.FOREIGN);
        }
        byte[] grown = Arrays.copyOf(value, 41);
        grown[40] = '~';
        assertThat(read(grown)).isEqualTo(Operation.FOREIGN);
    }
}
