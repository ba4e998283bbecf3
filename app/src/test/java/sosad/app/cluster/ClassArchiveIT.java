package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.process.Program;

/** The archive of classes that the build has made for the nodes. */
class ClassArchiveIT {
    @Test
    void holdsTheNodesClassesAndJavaTakesIt(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Program.find().forLessons().childCommand());
        // Left to itself, Java would silently do without an archive that does not fit.
        command.replaceAll(word -> word.equals("-Xshare:auto") ? "-Xshare:on" : word);
        command.replaceAll(word -> word.equals("-Xlog:disable") ? "-Xlog:class+load:stdout" : word);
        Path nothing = folder.resolve("input");
        Files.createFile(nothing);
        Process child = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(nothing.toFile())
                .start();
        List<String> lines = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(child.waitFor()).as(lines.toString()).isZero();
        assertThat(lines)
                .filteredOn(line -> line.contains(" sosad."))
                .isNotEmpty()
                .allMatch(line -> line.contains("shared objects file"));
    }
}
