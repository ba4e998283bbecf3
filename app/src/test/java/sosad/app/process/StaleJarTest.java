package sosad.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleJarTest {
    private static final long PACKED = 1_800_000_000_000L;

    @TempDir
    private Path project;

    private Path file(String name, long millis) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    private List<Path> jars() throws IOException {
        return List.of(
                file("app/target/lib/sosad-node-1.2.jar", PACKED),
                file("app/target/lib/sosad-shared-1.2.jar", PACKED),
                file("app/target/lib/netty-common-4.jar", PACKED));
    }

    @Test
    void aJarIsStaleOnceAClassOfItsModuleIsNewer() throws IOException {
        List<Path> jars = jars();
        file("node/target/classes/sosad/node/Old.class", PACKED - 1);
        file("shared/target/classes/sosad/wire/Same.class", PACKED);
        assertThat(StaleJar.among(jars)).isEmpty();

        file("shared/target/classes/sosad/wire/Changed.class", PACKED + 1);
        assertThat(StaleJar.among(jars)).hasValueSatisfying(stale -> assertThat(stale.words())
                .contains(jars.get(1).toString(), project.resolve("shared/target/classes") + "", "mvn"));
    }

    @Test
    void withoutTheProjectsClassesNothingIsStale() throws IOException {
        assertThat(StaleJar.among(jars())).isEmpty();
    }
}
