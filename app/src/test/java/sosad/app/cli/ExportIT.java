package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.SosadJar;
import sosad.app.export.ExportKind;
import sosad.app.export.ExportedRun;
import sosad.app.export.ExportedRuns;
import sosad.app.export.picture.PictureColours;
import sosad.app.lab.ProcessClusters;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ScenarioFile;

/** A run that is taken away is the one that processes would have had. */
@Timeout(120)
class ExportIT {
    private static final ProcessClusters CLUSTERS = new ProcessClusters();

    private static final Pattern BYTES = Pattern.compile("\"bytes\":\\d+");

    @AfterAll
    static void close() {
        CLUSTERS.close();
    }

    /** A store's number is shorter in the simulator than the random ones of processes, and so are messages. */
    private static String json(ExportedRun run) {
        return BYTES.matcher(text(run)).replaceAll("");
    }

    private static String text(ExportedRun run) {
        return new String(ExportKind.JSON.bytes(run, PictureColours.LIGHT), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void theTablesAreThoseOfRunOnProcesses(String lesson) {
        ScenarioFile file = BundledScenarios.loadWithPlaces(lesson);
        assertThat(json(new ExportedRun(file, ExportedRuns.of(file.scenario()))))
                .isEqualTo(json(new ExportedRun(file, RunCommand.play(file.scenario(), CLUSTERS))));
    }

    @Test
    void aPictureOnStandardOutputIsItsBytes() throws IOException {
        Process process = new ProcessBuilder(SosadJar.command("export", "sample", "--as", "png"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] bytes = process.getInputStream().readAllBytes();
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getHeight()).isPositive();
    }
}
