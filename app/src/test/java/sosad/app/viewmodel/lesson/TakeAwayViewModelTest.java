package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.export.ExportKind;
import sosad.app.export.picture.PictureColours;
import sosad.app.scenario.Action;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;

/** The run that is shown, in other forms. */
class TakeAwayViewModelTest {
    private final TestLab desk = TestLab.sample(2);
    private final TakeAwayViewModel takeAway = new TakeAwayViewModel(desk.lab, desk.log, Runnable::run);

    @TempDir
    private Path folder;

    private String written(ExportKind kind) throws IOException {
        Path file = folder.resolve("run." + kind.extension());
        takeAway.write(kind, PictureColours.LIGHT, file);
        assertThat(desk.log.lines().get(desk.log.lines().size() - 1).text()).isEqualTo("Saved: " + file);
        return Files.readString(file);
    }

    @Test
    void whatWasDoneByHandIsInIt() throws IOException {
        assertThat(written(ExportKind.MARKDOWN)).startsWith("# The document's sample\n");
        desk.engine.act(new Action.Skew(Scenarios.B, -5)).join();
        assertThat(written(ExportKind.MARKDOWN)).startsWith("# The document's sample, as played\n");
        assertThat(written(ExportKind.SHIVIZ)).endsWith("clock off by -5\nB {\"B\":5}\n");
    }

    @Test
    void theMomentShownIsTheLastOne() throws IOException {
        assertThat(written(ExportKind.CSV)).contains("\n3,B,");
        desk.lab.showMoment(3);
        assertThat(written(ExportKind.CSV)).contains("\n2,B,").doesNotContain("\n3,B,");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() {
        takeAway.write(
                ExportKind.CSV, PictureColours.LIGHT, folder.resolve("no").resolve("x.csv"));
        assertThat(desk.lab.bannerProperty().get().what()).contains("x.csv cannot be written: there is no folder");
    }

    @Test
    void withoutARunThereIsNothingToTakeAway() {
        assertThat(takeAway.isPossible()).isTrue();
        TestLab empty = TestLab.empty();
        assertThat(new TakeAwayViewModel(empty.lab, empty.log, Runnable::run).isPossible())
                .isFalse();
    }
}
