package sosad.app.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What users of files, options and the API see, kept in {@code src/test/resources/sosad/app/golden}: a change inside
 * must not change a word of it. With {@code GOLDEN_WRITE=1} in the environment the tests write the files instead, whose
 * difference is then read before it is committed.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "sosad", "app", "golden");

    private Golden() {}

    /** Asserts that {@code text} is what the file holds. */
    public static void assertSame(String file, String text) {
        assertSame(FOLDER.resolve(file), text);
    }

    /** Asserts that {@code text} is what the file in {@code docs/schema} holds. */
    public static void assertSchema(String file, String text) {
        assertSame(Path.of("..", "docs", "schema", file), text);
    }

    private static void assertSame(Path path, String text) {
        try {
            if (System.getenv("GOLDEN_WRITE") != null) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text);
            }
            assertThat(text).describedAs("%s", path).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
