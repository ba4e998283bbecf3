package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sosad.app.replay.OneNodeRecord;
import sosad.model.NodeId;

class ReplayCommandTest {
    private static final int WRITES = 2_000;
    private static final NodeId A = new NodeId("A");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void record() throws IOException {
        write("A-1-0001.sosadrec", OneNodeRecord.of(A, WRITES, true));
        write("B-1-0001.sosadrec", OneNodeRecord.of(new NodeId("B"), WRITES, true));
    }

    private Path write(String name, byte[] record) throws IOException {
        return Files.write(folder.resolve(name), record);
    }

    private int replay(Object... words) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        return line.execute(all);
    }

    @Test
    void recordsThatTheCoreAgreesWithGiveALineForEachNode() {
        assertThat(replay("replay", folder)).isZero();
        assertThat(out.toString())
                .isEqualTo("A: 2,001 inputs in 20.0 s, 1 state equal\nB: 2,001 inputs in 20.0 s, 1 state equal\n");
    }

    @Test
    void aRecordThatDiffersIsNamedWithTheInputAndBothStatesGoIntoAFile() throws IOException {
        write("A-1-0001.sosadrec", OneNodeRecord.of(A, WRITES, false));
        Path evidence = folder.resolve("evidence.txt");
        assertThat(replay("replay", folder, "--evidence", evidence)).isEqualTo(1);
        assertThat(out.toString())
                .contains("A: differs at input 2,002 (20.0 s): the core has come to another state than the node")
                .contains("the evidence is in " + evidence);
        assertThat(evidence)
                .content()
                .contains(
                        "- clock.wall.aheadMillis = 1",
                        "+ clock.wall.aheadMillis = 0",
                        "the state of the node:",
                        "the state of the core:");
    }

    @Test
    void whatHappenedIsListedEventByEvent() {
        assertThat(replay("replay", "--list", folder)).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains(" ms  ")))
                .hasSize(2 * WRITES + 2) // both nodes end, too
                .anyMatch(line -> line.startsWith("       10 ms  "));
    }

    @Test
    void aFileThatIsNoRecordIsAnErrorOfOneLine() throws IOException {
        Path foreign = write("notes.txt", "Dear diary, today".getBytes(StandardCharsets.UTF_8));
        assertThat(replay("replay", foreign)).isEqualTo(Main.USAGE);
        assertThat(err.toString())
                .isEqualTo("sosad: " + foreign + ": not a record of a live run: it does not begin with SOSADREC\n");
    }

    @Test
    void aMissingFileAndAnEmptyFolderAreErrors() throws IOException {
        assertThat(replay("replay", folder.resolve("none"))).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("none: cannot be read: there is no such file");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(replay("replay", empty)).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains("empty: no record in it");
    }
}
