package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import sosad.app.settings.SettingsFile;
import sosad.app.testing.FakeLab;
import sosad.app.testing.OnFx;
import sosad.app.testing.Scenarios;
import sosad.app.view.Theme;
import sosad.app.viewmodel.FxLabListener;

@ExtendWith(ApplicationExtension.class)
class RememberedTest {
    @TempDir
    private Path folder;

    private LabWindow window() {
        AtomicReference<LabWindow> made = new AtomicReference<>();
        OnFx.run(() -> {
            FxLabListener listener = new FxLabListener(Runnable::run);
            made.set(new LabWindow(
                    new FakeLab(listener),
                    listener,
                    Scenarios.bundled(),
                    file -> Scenarios.wide(5),
                    Optional.of(new SettingsFile(folder.resolve("settings.json"))),
                    Runnable::run,
                    Runnable::run));
        });
        return made.get();
    }

    private static boolean isDark(LabWindow window) {
        return window.scene().getStylesheets().contains(Theme.DARK.colours());
    }

    private static Optional<MenuItem> item(LabWindow window, String menu, String text) {
        MenuButton button = (MenuButton) window.scene().getRoot().lookup(menu);
        return button.getItems().stream()
                .filter(item -> item.getText() != null && item.getText().startsWith(text))
                .findFirst();
    }

    @Test
    void theNextWindowIsAsTheLastOneWasLeftAndTheMenuForgetsIt() throws Exception {
        LabWindow first = window();
        Path lesson = Files.createFile(folder.resolve("lesson.yaml"));
        OnFx.run(() -> {
            first.switchTheme();
            item(first, ".speed-menu", "4×").orElseThrow().fire();
            first.open(lesson);
        });

        LabWindow next = window();

        assertThat(isDark(next)).isTrue();
        assertThat(next.playback().speedProperty().get()).isEqualTo(4);
        assertThat(((RadioMenuItem) item(next, ".speed-menu", "4×").orElseThrow()).isSelected())
                .isTrue();
        assertThat(item(next, ".scenario-picker", "lesson.yaml")).isPresent();

        OnFx.run(() -> item(next, ".speed-menu", "Reset").orElseThrow().fire());

        assertThat(isDark(next)).isFalse();
        assertThat(next.playback().speedProperty().get()).isEqualTo(1);
        assertThat(item(next, ".scenario-picker", "lesson.yaml")).isEmpty();
        assertThat(isDark(window())).isFalse();
    }

    @Test
    void aRecentFileIsOpenedFromThePicker() throws Exception {
        LabWindow window = window();
        Path lesson = Files.createFile(folder.resolve("lesson.yaml"));
        OnFx.run(() -> {
            window.open(lesson);
            window.openFirst();
            item(window, ".scenario-picker", "lesson.yaml").orElseThrow().fire();
        });

        assertThat(window.labView.opener.fileProperty().get()).contains(lesson);
    }

    @Test
    void textGrowsByAnEighthWithEachKeyAsFarAsTheWindowHasRoomAndEverythingWithIt() {
        LabWindow window = window();
        for (KeyCode key : List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD)) {
            OnFx.press(window.scene(), key, true);
        }
        assertThat(window.settings().textPercentProperty().get()).isEqualTo(137.5);
        assertThat(typeSize(window)).as("1440 by 900 has room for").isEqualTo(1.25 * 13);

        OnFx.press(window.scene(), KeyCode.MINUS, true);
        OnFx.press(window.scene(), KeyCode.MINUS, true);
        assertThat(typeSize(window)).isEqualTo(1.125 * 13);
        assertThat(typeSize(window())).as("in the next window").isEqualTo(1.125 * 13);

        OnFx.press(window.scene(), KeyCode.DIGIT0, true);
        OnFx.press(window.scene(), KeyCode.SUBTRACT, true);
        assertThat(typeSize(window)).as("the least").isEqualTo(13);
    }

    private static double typeSize(LabWindow window) {
        return OnFx.get(() -> {
            OnFx.settle(window.scene().getRoot());
            return ((Labeled) window.scene().getRoot().lookup(".next"))
                    .getFont()
                    .getSize();
        });
    }
}
