package sosad.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleJarTest {
    private static final long PACKED = 1_800_000_000_000L;

    @TempDir
    private Path project;

    private Path file(String name, String content, long millis) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    private Path jar(String name) throws IOException {
        Path file = file("app/target/lib/" + name, "", PACKED);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("sosad/wire/Some.class"));
            jar.write("packed".getBytes(StandardCharsets.US_ASCII));
        }
        return Files.setLastModifiedTime(file, FileTime.fromMillis(PACKED));
    }

    private List<Path> jars() throws IOException {
        return List.of(jar("sosad-node-1.2.jar"), jar("sosad-shared-1.2.jar"), jar("netty-common-4.jar"));
    }

    private void assertStale(Path jar) throws IOException {
        assertThat(StaleJar.among(jars())).hasValueSatisfying(stale -> assertThat(stale.words())
                .contains(jar.toString(), project.resolve("shared/target/classes") + "", "mvn"));
    }

    @Test
    void aJarIsStaleOnceAClassOfItsModuleIsAnother() throws IOException {
        Path shared = jars().get(1);
        file("node/target/classes/sosad/node/Old.class", "older than the jar", PACKED - 1);
        file("shared/target/classes/sosad/wire/Some.class", "packed", PACKED + 1); // compiled to the same
        assertThat(StaleJar.among(jars())).isEmpty();

        file("shared/target/classes/sosad/wire/Some.class", "changed", PACKED + 1);
        assertStale(shared);
    }

    @Test
    void aJarIsStaleOnceItLacksAClass() throws IOException {
        file("shared/target/classes/sosad/wire/New.class", "new", PACKED + 1);
        assertStale(jars().get(1));
    }

    @Test
    void withoutTheProjectsClassesNothingIsStale() throws IOException {
        assertThat(StaleJar.among(jars())).isEmpty();
    }
}
