package sosad.app.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall around a package that is not there keeps nothing out, and ArchUnit does not say so. */
class WallsNamePackagesTest {
    private static final Pattern PACKAGE = Pattern.compile("\"(sosad(?:\\.[a-z]+)*)\\.*\"");
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared/src/test/java/sosad/walls/WallsTest.java",
                "node/src/test/java/sosad/node/walls/WallsTest.java",
                "app/src/test/java/sosad/app/walls/WallsTest.java"
            })
    void everyPackageThatAWallNamesIsThere(String walls) throws IOException {
        Set<String> named = PACKAGE.matcher(Files.readString(ROOT.resolve(walls)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(hasClasses(name))
                .describedAs("%s, named in %s", name, walls)
                .isTrue());
    }

    private static boolean hasClasses(String name) {
        String folder = name.replace('.', '/');
        return Stream.of("shared", "node", "app")
                .map(module -> ROOT.resolve(module).resolve("src/main/java").resolve(folder))
                .anyMatch(WallsNamePackagesTest::hasFiles);
    }

    /** In it or below it. */
    private static boolean hasFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            return below.anyMatch(path -> path.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
