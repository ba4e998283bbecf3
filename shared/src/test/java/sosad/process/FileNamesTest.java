package sosad.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Names that are none, and what is said of them; how a whole process meets them: the ITs of the launchers. */
class FileNamesTest {
    @Test
    void aNameIsItsPath() {
        assertThat(FileNames.path("a/b.yaml")).isEqualTo(Path.of("a", "b.yaml"));
    }

    @Test
    void whatNoSystemTakesIsRefusedWithItsReason() {
        assertThatThrownBy(() -> FileNames.path("a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"a\0b\" is not a file name: Nul character not allowed");
    }

    @Test
    void aNameThatTheLocaleCannotSayIsNamedWithTheRemedy() {
        assertThat(FileNames.complaint(new InvalidPathException("gr\ufffd\ufffde", "unmappable")))
                .startsWith("the file name \"gr\ufffd\ufffde\" has letters that the locale (")
                .endsWith(") cannot express; set LC_ALL=C.UTF-8");
    }
}
