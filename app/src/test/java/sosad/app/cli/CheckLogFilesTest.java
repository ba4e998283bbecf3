package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.check.Check;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.volume.TotalVolume;
import sosad.app.check.volume.VolumePerSecond;
import sosad.app.export.file.OutputFile.OutputFileException;
import sosad.app.export.log.JsonLines;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

class CheckLogFilesTest {
    private static final Check PER_SECOND = new VolumePerSecond();
    private static final Check TOTAL = new TotalVolume();

    @TempDir
    private Path folder;

    private final OperationLog log = new OperationLog();

    private void write(CheckLogFiles files, Check check) {
        log.add(new Operation(0, new NodeId("A"), OperationKind.WRITE, "k", 1, 0, 1, OperationOutcome.OK));
        files.write(new CheckResultBuilder(check).operations(log).inconclusive("not run"));
    }

    @Test
    void theLogOfOneCheckIsInTheFileItself() {
        Path file = folder.resolve("log.jsonl");
        write(CheckLogFiles.of(file, List.of(PER_SECOND)), PER_SECOND);
        assertThat(JsonLines.read(file).soFar()).isEqualTo(log.soFar());
    }

    @Test
    void ofSeveralChecksEachHasAFileWithItsNumber() {
        CheckLogFiles files = CheckLogFiles.of(folder.resolve("log.EDN"), List.of(PER_SECOND, TOTAL));
        write(files, TOTAL);
        files.write(new CheckResultBuilder(PER_SECOND).inconclusive("no log"));
        assertThat(folder.resolve("log-1.2.EDN")).exists();
        assertThat(folder.resolve("log-1.1.EDN")).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedBeforeTheRun() {
        assertThatThrownBy(() -> CheckLogFiles.of(folder.resolve("none").resolve("log.edn"), List.of(TOTAL)))
                .isInstanceOf(OutputFileException.class)
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> CheckLogFiles.of(folder.resolve("log.txt"), List.of(TOTAL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("a log of operations ends with .edn or .jsonl");
        assertThat(Files.exists(folder.resolve("log.txt"))).isFalse();
    }
}
