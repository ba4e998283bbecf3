package sosad.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sosad.message.Command;
import sosad.message.Report;

/** The examples of {@code docs/control-protocol.md} are what programs and nodes really say, and none is missing. */
class ControlProtocolPageTest {
    private static final Path PAGE = Path.of("..", "docs", "control-protocol.md");

    /** A line of its own, or what stands between backquotes in a table. */
    private static final Pattern EXAMPLE = Pattern.compile("^(\\{\".*})$|`(\\{\".*?})`", Pattern.MULTILINE);

    private static List<byte[]> examples(String field) throws IOException {
        List<byte[]> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        while (example.find()) {
            String line = example.group(1) == null ? example.group(2) : example.group(1);
            if (line.startsWith("{\"" + field + "\":")) {
                examples.add(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return examples;
    }

    private static Set<Class<?>> kinds(Class<?> family) {
        Set<Class<?>> kinds = new HashSet<>();
        Stream.of(family.getPermittedSubclasses())
                .forEach(kind -> kinds.addAll(kind.isInterface() ? kinds(kind) : Set.of(kind)));
        return kinds;
    }

    @Test
    void everyCommandHasAnExampleToTheByte() throws IOException, MalformedException {
        Set<Class<?>> shown = new HashSet<>();
        for (byte[] example : examples("do")) {
            Command command = ControlCodec.command(example);
            assertThat(ControlCodec.encode(command)).asString().isEqualTo(new String(example, StandardCharsets.UTF_8));
            shown.add(command.getClass());
        }
        assertThat(shown).isEqualTo(kinds(Command.class));
    }

    @Test
    void everyReportHasAnExampleToTheByte() throws IOException, MalformedException {
        Set<Class<?>> shown = new HashSet<>();
        for (byte[] example : examples("report")) {
            Report report = ControlCodec.report(example);
            assertThat(ControlCodec.encode(report)).asString().isEqualTo(new String(example, StandardCharsets.UTF_8));
            shown.add(report.getClass());
        }
        assertThat(shown).isEqualTo(kinds(Report.class));
    }

    @Test
    void theProofIsShown() throws IOException, MalformedException {
        byte[] proof = ControlCodec.proof("a-secret-of-20-chars");
        assertThat(examples("prove")).singleElement().isEqualTo(proof);
        assertThat(ControlCodec.proves(proof, "a-secret-of-20-chars")).isTrue();
        assertThat(ControlCodec.proves(proof, "another")).isFalse();
    }
}
