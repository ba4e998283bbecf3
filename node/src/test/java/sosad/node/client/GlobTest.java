package sosad.node.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.model.Key;

class GlobTest {
    private static boolean matches(String pattern, String key) {
        byte[] bytes = pattern.getBytes(UTF_8);
        return Glob.of(bytes, 0, bytes.length).matches(new Key(key));
    }

    @ParameterizedTest
    @CsvSource({
        "*, abc, true", "a*, abc, true", "*c, abc, true", "a*c, abc, true", "a*b, abc, false", "**, abc, true",
        "?, a, true", "?, ab, false", "a?c, abc, true", "a??c, abc, false", "*?*, a, true", "a*bc*d, abcbcd, true",
        "[ab], a, true", "[ab], c, false", "[^ab], c, true", "[^ab], a, false", "[a-c]x, bx, true", "[c-a]x, bx, true",
        "[a-c]x, dx, false", "[], a, false", "[^], a, true", "[a, a, true", "[a-, -, true", "[\\-], -, true",
        "\\*, *, true", "\\*, a, false", "a\\, a\\, true", "abc, abc, true", "abc, ABC, false", "'', a, false",
        "ü, a, false"
    })
    void matchesAsRedisDoes(String pattern, String key, boolean expected) {
        assertThat(matches(pattern, key)).isEqualTo(expected);
    }

    @Property(tries = 5_000, seed = "737")
    void agreesWithTheDefinition(
            @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
            @ForAll @Chars({'a', 'b'}) @StringLength(min = 1, max = 8) String key) {
        assertThat(matches(pattern, key)).isEqualTo(defined(pattern, key));
    }

    private static boolean defined(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        boolean taken = !text.isEmpty() && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0));
        if (pattern.charAt(0) == '*') {
            return defined(pattern.substring(1), text) || (!text.isEmpty() && defined(pattern, text.substring(1)));
        }
        return taken && defined(pattern.substring(1), text.substring(1));
    }

    @Test
    void aWickedPatternCostsNoMoreThanItsLengthTimesTheKeys() {
        String key = "a".repeat(127) + "c";
        assertThat(matches("*a".repeat(60) + "*b", key)).isFalse();
        assertThat(matches("*".repeat(65_000) + "c", key)).isTrue();
        assertThat(matches("?".repeat(65_000), key)).isFalse();
    }
}
