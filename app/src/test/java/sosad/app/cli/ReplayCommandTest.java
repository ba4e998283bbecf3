package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import sosad.record.RecordedPair;
import sosad.wire.MalformedException;

class ReplayCommandTest {
    private static final int INPUTS = 200;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private List<byte[]> records;

    @BeforeEach
    void record() throws IOException {
        records = new RecordedPair(1).records(INPUTS);
        write("A-1-0001.sosadrec", records.get(0));
        write("B-1-0001.sosadrec", records.get(1));
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
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.matches("[AB]: [0-9]+ inputs in [0-9.]+ s, [0-9]+ states equal"));
    }

    @Test
    void aRecordThatDiffersIsNamedWithTheInputAndBothStatesGoIntoAFile() throws IOException, MalformedException {
        write("A-1-0001.sosadrec", RecordedPair.withAnInputMore(records.get(0)));
        Path evidence = folder.resolve("evidence.txt");
        assertThat(replay("replay", folder, "--evidence", evidence)).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("A: differs at input [0-9]+ \\([0-9,.]+ s\\): the core has come to another state")
                .contains("the evidence is in " + evidence);
        assertThat(evidence)
                .content()
                .contains("- clock.manual = ", "+ clock.manual = ", "the state of the node:", "the state of the core:");
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
