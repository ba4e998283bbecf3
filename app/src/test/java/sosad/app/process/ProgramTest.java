package sosad.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProgramTest {
    private static final Program PROGRAM =
            new Program(Path.of("java"), List.of(Path.of("node.jar")), List.of(), List.of());

    @Test
    @EnabledOnOs(OS.LINUX)
    void nodesGiveWayBesideAWindowAlone() {
        assertThat(Files.exists(Path.of("/usr/bin/nice"))).isTrue();
        assertThat(PROGRAM.forLessons().childCommand()).first().isEqualTo("java");
        assertThat(PROGRAM.forLessons().besideWindow().childCommand()).startsWith("/usr/bin/nice", "-n", "5", "java");
    }

    @Test
    void aLessonIsRunByJavasFirstCompiler() {
        assertThat(PROGRAM.forLessons().besideWindow().childCommand()).contains("-XX:TieredStopAtLevel=1");
        assertThat(PROGRAM.childCommand()).doesNotContain("-XX:TieredStopAtLevel=1");
    }
}
