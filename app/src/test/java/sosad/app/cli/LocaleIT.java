package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.SosadJar;

/** The packaged program and its children in locales with digits or letter cases of their own. */
@Timeout(120)
class LocaleIT {
    @TempDir
    private Path folder;

    private record Ended(int status, String out) {}

    private Ended sosad(String locale, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SosadJar.command(arguments))
                .redirectError(folder.resolve("err").toFile());
        String[] parts = locale.split("-", 2);
        // Through the environment it reaches the nodes' processes too.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.language=" + parts[0] + " -Duser.country=" + parts[1]);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR"})
    void aLessonPrintsTheSameTables(String locale) throws Exception {
        Ended here = sosad("en-US", "run", "sample", "--format", "json");
        Ended there = sosad(locale, "run", "sample", "--format", "json");

        assertThat(there).isEqualTo(here);
        assertThat(there.status()).isZero();
    }

    @Test
    void aLiveRunFindsEveryWriteUnderKeysWithNumbersInThem() throws Exception {
        Ended run = sosad(
                "ar-EG", "run", "--live", "crashes", "--for", "2s", "--writes-per-second", "50", "--format", "json");

        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(result.get("writes").get("acknowledged").asInt()).isPositive();
        assertThat(result.get("missingWrites").asInt()).isZero();
        assertThat(run.status()).isZero();
    }
}
