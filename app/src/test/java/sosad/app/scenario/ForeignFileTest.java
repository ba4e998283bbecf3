package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.app.export.ExportKind;
import sosad.app.export.ExportedRun;
import sosad.app.export.ExportedRuns;
import sosad.app.export.picture.PictureColours;
import sosad.app.yaml.YamlFileException;

/** A file that is no scenario says what it is, or what it is not, in one line. */
class ForeignFileTest {
    @TempDir
    private Path folder;

    private void assertRefused(byte[] bytes, String words) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        assertThatThrownBy(() -> ScenarioReader.read(file))
                .isInstanceOf(YamlFileException.class)
                .message()
                .startsWith(file + ":")
                .contains(words)
                .doesNotContain("\n");
    }

    /** The signs of a file that is no text are written by their codes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\211PNG\\r\\n\\032\\n|this is a picture (PNG); a scenario begins with",
                "\\377\\330\\377\\340|this is a picture (JPEG)",
                "PK\\003\\004rest|this is an archive (ZIP)",
                "\\037\\213\\010|this is a compressed file (gzip)",
                "SOSADREC\\001|this is the record of a live node, which replay reads",
                "%PDF-1.4|this is a document (PDF)",
                "<!DOCTYPE html><p>|this is a web page",
                "{\"name\": 1, \"version\": 2}|this is no scenario: it has none of the fields scenario, about, cluster, steps",
                "plan: a\\nfaults: []|this is a fault plan, which run --live plays, and no scenario",
                "[1, 2]|is a list where fields are needed",
                "just text|is a text where fields are needed",
                "scenari: x|unknown field \"scenari\" in the file; did you mean \"scenario\"?"
            })
    void whatIsForeignSaysWhatItIs(String text, String words) throws IOException {
        assertRefused(text.translateEscapes().getBytes(StandardCharsets.ISO_8859_1), words);
    }

    @Test
    void anEmptyFileAFolderAndAHugeFileSaySo() throws IOException {
        assertRefused(new byte[0], "the file is empty; a scenario begins with");
        assertRefused(new byte[3_000_000], "the file has more than 1,048,576 bytes");
        assertThatThrownBy(() -> ScenarioReader.read(folder)).message().endsWith("this is a folder; name a file in it");
    }

    @ParameterizedTest
    @EnumSource
    void noExportIsTakenForAScenario(ExportKind kind) throws IOException {
        byte[] bytes = kind.bytes(
                new ExportedRun(BundledScenarios.loadWithPlaces("sample"), ExportedRuns.lesson("sample")),
                PictureColours.LIGHT);
        assertRefused(bytes, ":");
        if (kind == ExportKind.JSON) {
            assertRefused(bytes, "this is what a run printed as JSON, and no scenario");
        }
        if (kind == ExportKind.TRACE) {
            assertRefused(bytes, "this is a trace for Perfetto and Chrome, and no scenario");
        }
        if (kind == ExportKind.ITF) {
            assertRefused(bytes, "this is a trace in ITF, and no scenario");
        }
        assertThat(bytes).isNotEmpty();
    }
}
