package sosad.request;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestCorpusTest {
    private static List<String> mutants(long seed) {
        RequestMutants mutants = new RequestMutants(RequestMutants.nodeNames(), new SplittableRandom(seed));
        return Stream.generate(mutants::next).limit(200).toList();
    }

    @Test
    void everyPartOfTheListHasRequestsAndItsWords() {
        assertThat(IntStream.rangeClosed(1, MalformedRequests.PARTS)).allSatisfy(part -> {
            assertThat(MalformedRequests.of(part)).isNotEmpty();
            assertThat(MalformedRequests.title(part)).startsWith("Requests ").endsWith(".");
        });
    }

    @Test
    void aRequestIsSpelledToTheByte() {
        MalformedRequest blank = MalformedRequests.of(3).get(3);

        assertThat(blank.words()).containsExactly("SET", "check: b", "v");
        assertThat(blank.text()).isEqualTo("*3\r\n$3\r\nSET\r\n$8\r\ncheck: b\r\n$1\r\nv\r\n");
        assertThat(blank.isRefusedByAll()).isFalse();
        assertThat(MalformedRequests.of(1).get(0).words().get(1)).hasSize(129);
        assertThat(MalformedRequests.of(10).get(0).text()).endsWith("yo da \u00c3\u00bc\r\n");
    }

    @Test
    void mutantsAreDecidedByTheSeed() {
        assertThat(mutants(7)).isEqualTo(mutants(7)).isNotEqualTo(mutants(8));
        assertThat(mutants(7).stream().collect(toSet())).hasSizeGreaterThan(190);
    }

    @Test
    void nothingIsAskedOfAnotherServerThatCouldHarmIt() {
        assertThat(RequestMutants.harmlessNames())
                .doesNotContain("KEYS", "CONFIG", "CLIENT", "SELECT", "HELLO", "RESET", "FLUSHALL", "SHUTDOWN");
    }
}
