package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sosad.app.yaml.YamlFileException;

/** Whatever bytes come in: a scenario, or a {@link YamlFileException} that names a place in the file. */
class ScenarioReaderFuzzTest {
    private static final String LESSON = """
            scenario: "a \\u263a lesson"
            about: |-
              Two
              lines.
            cluster: {nodes: [A, B, C], start-time: 1, content: remote-now, timestamps: per-key, store: memory}
            steps:
              - time: 2
                title: 'it''s B'
                do: &twice
                  - put: {at: B, key: waffle, value: yoda}
                  - get: {at: A, key: waffle, expect: ~}
                  - push: {from: B, lose: [A], hold: [C]}
                  - trim: {from: B, to: C, nth: 1, keys: [waffle]}
              - do: *twice
              - time: +7
                say: >
                  folded
                do:
                  - cut: {between: [[A], [B, C]]}
                  - mend: all
                  - skew: {node: A, by: -3}
                  - expect: {at: A, peer: B, now: 1, prev: 1}
                  - expect: {converged: false}
            """;

    @Property(tries = 1000)
    void randomBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property(tries = 2000)
    void aMutatedLessonIsReadOrRefused(@ForAll("mutatedLessons") byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property(tries = 2000)
    void piecesOfYamlAreReadOrRefused(@ForAll("pieces") String text) {
        assertReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try {
            assertThat(ScenarioReader.read("fuzz.yaml", bytes)).isNotNull();
        } catch (YamlFileException e) {
            assertThat(e).hasMessageMatching("fuzz\\.yaml:[1-9][0-9]*:[1-9][0-9]*: [^\\n\\r]+");
        }
    }

    /** At each of some places, some bytes go and others come, most of them such as mean something in YAML. */
    @Provide
    Arbitrary<byte[]> mutatedLessons() {
        Arbitrary<String> meaningful = Arbitraries.strings()
                .withChars("[]{}:,-?&*!|>'\"%@`#~ \n\r\t\\0x\u0085\u2028\uFEFFé")
                .ofMaxLength(4)
                .map(text -> asLatin1(text.getBytes(StandardCharsets.UTF_8)));
        Arbitrary<String> any =
                Arbitraries.strings().withCharRange('\0', '\u00FF').ofMaxLength(3);
        Arbitrary<Mutation> mutation = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.oneOf(meaningful, meaningful, any))
                .as(Mutation::new);
        return mutation.list().ofMinSize(1).ofMaxSize(5).map(ScenarioReaderFuzzTest::mutated);
    }

    /** One character for each byte. */
    private static String asLatin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private record Mutation(double place, int removed, String added) {
        void applyTo(StringBuilder text) {
            int from = (int) (place * text.length());
            text.replace(from, Math.min(text.length(), from + removed), added);
        }
    }

    private static byte[] mutated(List<Mutation> mutations) {
        StringBuilder text = new StringBuilder(asLatin1(LESSON.getBytes(StandardCharsets.UTF_8)));
        mutations.forEach(mutation -> mutation.applyTo(text));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "scenario: ",
                        "cluster: ",
                        "steps:\n",
                        "nodes: ",
                        "- ",
                        "? ",
                        ": ",
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        "\n",
                        "\n  ",
                        "\n    ",
                        "&a ",
                        "*a ",
                        "!!str ",
                        "!<",
                        "!",
                        "|",
                        ">+2",
                        "|9\n",
                        "'",
                        "\"",
                        "\\x",
                        "\\U0011",
                        "%YAML 1.1\n",
                        "%TAG ! x\n",
                        "%YAML 99999999999.1",
                        "---\n",
                        "...\n",
                        "#",
                        "\t",
                        "~",
                        "null",
                        "A",
                        "\uFEFF",
                        "\u0085",
                        "<<: ",
                        "=",
                        "%",
                        "@",
                        "`",
                        "do: ",
                        "put: ",
                        "999999999999999999999",
                        "\u0000")
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list));
    }
}
