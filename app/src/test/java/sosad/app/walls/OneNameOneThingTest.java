package sosad.app.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A simple class name stands for one thing in the whole tree, so that "open type" in an editor is an answer. */
class OneNameOneThingTest {
    /** The names that still stand for several things. A name that no longer does so leaves this list. */
    private static final Set<String> SEVERAL = Set.of("Main", "WallsTest");

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static Stream<String> namesIn(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noNameStandsForTwoThings() {
        Set<String> several = Stream.of("shared", "node", "app")
                .flatMap(OneNameOneThingTest::namesIn)
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(several)
                .as("class names that stand for several things; give a new one a name of its own")
                .isSubsetOf(SEVERAL);
    }
}
