package sosad.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.settings.Settings;
import sosad.app.settings.SettingsFile;
import sosad.app.settings.WindowSize;
import sosad.app.viewmodel.history.LogLine;
import sosad.app.viewmodel.history.LogViewModel;

class SettingsViewModelTest {
    @TempDir
    private Path folder;

    private final LogViewModel log = new LogViewModel();

    private Path path() {
        return folder.resolve("settings.json");
    }

    private SettingsViewModel window() {
        return new SettingsViewModel(Optional.of(new SettingsFile(path())), log, Runnable::run, Runnable::run);
    }

    @Test
    void whatWasChosenInOneWindowHoldsInTheNext() {
        SettingsViewModel first = window();
        first.darkProperty().set(true);
        first.textPercentProperty().set(125);
        first.speedProperty().set(2);
        first.movingProperty().set(false);
        first.sizeProperty().set(Optional.of(new WindowSize(1100, 800, false)));
        first.opened(folder.resolve("one.yaml"));
        first.choseFrom(folder);
        first.flush();

        SettingsViewModel next = window();

        assertThat(next.darkProperty().get()).isTrue();
        assertThat(next.textPercentProperty().get()).isEqualTo(125);
        assertThat(next.speedProperty().get()).isEqualTo(2);
        assertThat(next.movingProperty().get()).isFalse();
        assertThat(next.sizeProperty().get()).contains(new WindowSize(1100, 800, false));
        assertThat(next.recentProperty().get()).containsExactly(folder.resolve("one.yaml"));
        assertThat(next.folderProperty().get()).contains(folder);
    }

    @Test
    void aWindowLeavesAloneWhatAnotherHasChanged() {
        SettingsViewModel one = window();
        SettingsViewModel other = window();

        one.darkProperty().set(true);
        other.speedProperty().set(4);
        one.opened(folder.resolve("one.yaml"));
        other.opened(folder.resolve("other.yaml"));

        Settings both = new SettingsFile(path()).read().settings();
        assertThat(both.dark()).isTrue();
        assertThat(both.speed()).isEqualTo(4);
        assertThat(both.recent()).containsExactly(folder.resolve("other.yaml"), folder.resolve("one.yaml"));
    }

    @Test
    void aResetForgetsEverything() {
        SettingsViewModel window = window();
        window.darkProperty().set(true);
        window.opened(folder.resolve("one.yaml"));

        window.reset();

        assertThat(window.darkProperty().get()).isFalse();
        assertThat(window.recentProperty().get()).isEmpty();
        assertThat(new SettingsFile(path()).read().settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aDamagedFileIsOneLineInTheLog() throws IOException {
        Files.writeString(path(), "{\"dark\": tru");

        SettingsViewModel window = window();

        assertThat(window.darkProperty().get()).isFalse();
        assertThat(log.lines())
                .extracting(LogLine::text)
                .singleElement()
                .asString()
                .contains("are not used");
    }

    @Test
    void aFileThatCannotBeWrittenIsOneLineInTheLogHoweverMuchIsChosen() throws IOException {
        Files.createDirectories(path().resolve("a folder in its place"));
        SettingsViewModel window = window();
        int before = log.lines().size();

        window.speedProperty().set(2);
        window.darkProperty().set(true);

        assertThat(log.lines()).hasSize(before + 1);
        assertThat(window.darkProperty().get()).isTrue();
    }

    @Test
    void withoutAFileNothingIsRememberedAndEverythingWorks() {
        SettingsViewModel window = new SettingsViewModel(Optional.empty(), log, Runnable::run, Runnable::run);

        window.darkProperty().set(true);
        window.opened(Path.of("one.yaml"));
        window.reset();

        assertThat(window.darkProperty().get()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }
}
