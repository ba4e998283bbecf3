package sosad.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locale")
class NearestWordTest {
    private static final List<String> WORDS = List.of("put", "push", "sync", "duplicate", "at", "A");

    @ParameterizedTest
    @CsvSource({
        "pusj, push",
        "puhs, push",
        "psh, push",
        "ppush, push",
        "PUSH, push",
        "dulpicat, duplicate",
        "ta, at",
        "a, A"
    })
    void aWordWithFewSlipsIsRecognised(String written, String meant) {
        assertThat(NearestWord.to(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"shove", "x", "synchronise", "''"})
    void aDifferentWordIsNotTakenForOneOfThem(String written) {
        assertThat(NearestWord.to(written, WORDS)).isEmpty();
    }

    @Test
    void withoutANearWordAllAreNamed() {
        assertThat(NearestWord.hint("shove", List.of("put", "push", "sync"))).isEqualTo("use put, push or sync");
        assertThat(NearestWord.hint("some", List.of("all"))).isEqualTo("use all");
    }

    @Test
    void aVeryLongWordIsComparedWithNothing() {
        assertThat(NearestWord.to("x".repeat(64), List.of("x".repeat(63)))).isPresent();
        assertThat(NearestWord.to("x".repeat(65), List.of("x".repeat(64)))).isEmpty();
    }
}
