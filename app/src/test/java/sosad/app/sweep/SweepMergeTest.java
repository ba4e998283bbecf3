package sosad.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locale")
class SweepMergeTest {
    private static final int SPLITS = 30;

    @TempDir
    private Path folder;

    private static JsonNode result(long seed) {
        Random chance = new Random(seed);
        return JsonNodeFactory.instance
                .objectNode()
                .put("lag", chance.nextDouble() * 1e-9)
                .put("bytes", chance.nextLong())
                .put("word", "é \"" + seed);
    }

    private static Sweep sweep(long first, long last) {
        NavigableMap<Long, JsonNode> runs = new TreeMap<>();
        for (long seed = first; seed <= last; seed++) {
            runs.put(seed, result(seed));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("nodes", "4,26");
        settings.put("loss", "0.05");
        return Sweep.of("simulate", settings, runs);
    }

    private SweepFile file(String name, String text) throws IOException {
        return SweepFile.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void partsInAnyOrderGiveTheBytesOfOneRun() throws IOException {
        Random chance = new Random(7);
        String whole = SweepFile.text(sweep(1, 20));
        for (int i = 0; i < SPLITS; i++) {
            List<SweepFile> parts = new ArrayList<>();
            for (long first = 1; first <= 20; ) {
                long last = Math.min(20, first + chance.nextInt(9));
                parts.add(file(first + ".json", SweepFile.text(sweep(first, last))));
                first = last + 1;
            }
            Collections.shuffle(parts, chance);
            assertThat(SweepFile.text(SweepMerge.of(parts))).isEqualTo(whole);
        }
    }

    @Test
    void aSeedInTwoPartsIsRefused() throws IOException {
        assertRefused(sweep(1, 5), sweep(5, 9), "seed 5 stands in two files", "(1..5)", "(5..9)");
    }

    @Test
    void aGapIsRefused() throws IOException {
        assertRefused(sweep(1, 5), sweep(8, 9), "seeds 6..7 are missing between");
    }

    @Test
    void otherSettingsAreRefusedByName() throws IOException {
        Sweep other = sweep(6, 9);
        Map<String, String> settings = new LinkedHashMap<>(other.settings());
        settings.put("loss", "0.10");
        assertRefused(
                sweep(1, 5), Sweep.of("simulate", settings, other.runs()), "not of one sweep: loss is 0.05 and 0.10");
    }

    @Test
    void anotherVersionAndAnotherCommandAreRefused() throws IOException {
        Sweep other = sweep(6, 9);
        assertRefused(
                sweep(1, 5),
                new Sweep("simulate", "0.0.9", other.settings(), other.runs()),
                "not of one sweep: the version is");
        assertRefused(
                sweep(1, 5),
                Sweep.of("compare", other.settings(), other.runs()),
                "not of one sweep: the command is simulate and compare");
    }

    private void assertRefused(Sweep one, Sweep other, String... words) throws IOException {
        List<SweepFile> parts = List.of(file("b.json", SweepFile.text(other)), file("a.json", SweepFile.text(one)));
        assertThatThrownBy(() -> SweepMerge.of(parts))
                .isInstanceOf(SweepException.class)
                .hasMessageContainingAll(words)
                .hasMessageContainingAll("a.json", "b.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{|:1:",
                "[]|it is no object",
                "{\"sweep\":\"x\",\"colour\":1}|it has a field \"colour\"",
                "{\"sweep\":\"x\",\"version\":\"1\",\"seeds\":\"1..2\",\"settings\":{},\"runs\":[]}|a sweep without runs",
                "{\"sweep\":\"x\",\"version\":\"1\",\"seeds\":\"1..2\",\"settings\":{},\"runs\":[{\"seed\":1,\"result\":3}]}"
                        + "|it has runs 1 of seeds 1..2",
                "{\"sweep\":\"x\",\"version\":\"1\",\"settings\":{},\"runs\":[{\"seed\":1,\"result\":3},{\"seed\":1,"
                        + "\"result\":3}]}|seed 1 has two runs",
                "{\"sweep\":\"x\",\"version\":\"1\",\"settings\":{},\"runs\":[{\"seed\":1,\"result\":3},{\"seed\":3,"
                        + "\"result\":3}]}|seeds 1..3 are 3, but 2 runs"
            })
    void whatIsNoSweepIsRefusedWithTheNameOfTheFile(String text, String words) throws IOException {
        Path path = Files.writeString(folder.resolve("x.json"), text);
        assertThatThrownBy(() -> SweepFile.read(path))
                .isInstanceOf(SweepException.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"20..1,reversed; write 1..20", "a..b,write them as in 1..20", "0..1000000,at most", "-1,write them"})
    void seedsThatCannotBeAreRefused(String word, String words) {
        assertThatThrownBy(() -> SeedRange.parse(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void aRunThatIsStoppedKeepsTheSeedsWithoutGap() throws InterruptedException {
        SweepRuns runs = new SweepRuns();
        SeedRange seeds = new SeedRange(1, 9);
        assertThatThrownBy(() -> runs.run(
                        seeds,
                        1,
                        seed -> {
                            if (seed == 4) {
                                throw new IllegalStateException("stopped");
                            }
                            return result(seed);
                        },
                        (seed, result, done, all) -> {}))
                .hasMessage("stopped");
        assertThat(runs.resultsWithoutGap(seeds).keySet()).containsExactly(1L, 2L, 3L);
    }
}
