package sosad.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("deep").resolve("settings.json");
    }

    private static Path file(String name) {
        return Path.of(name).toAbsolutePath();
    }

    @Test
    void whatIsKeptIsReadAgain() throws IOException {
        Settings all = new Settings(
                true,
                125,
                4,
                false,
                true,
                Optional.of(new WindowSize(1200, 812.5, true)),
                java.util.List.of(file("a.yaml"), file("ü ä.yaml")),
                Optional.of(file("lessons")));

        new SettingsFile(path()).update(before -> all);

        assertThat(new SettingsFile(path()).read()).isEqualTo(new SettingsFile.Contents(all, Optional.empty()));
    }

    @Test
    void whereThereIsNoFileTheDefaultSettingsHoldAndNothingIsSaid() {
        assertThat(new SettingsFile(path()).read())
                .isEqualTo(new SettingsFile.Contents(Settings.DEFAULT, Optional.empty()));
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1]",
                "{\"speed\": 3}",
                "{\"textPercent\": 1e9}",
                "{\"dark\": 1}",
                "{\"window\": {}}",
                "{\"window\": {\"width\": 1e99, \"height\": 5, \"maximized\": true}}",
                "{\"recent\": [1]}",
                "{\"recent\": [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\"]}",
                "{\"folder\": \"a\\u0000b\"}",
                "{} {}"
            })
    void aDamagedFileMeansTheDefaultSettingsAndOneSentence(String text) throws IOException {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), text);

        SettingsFile.Contents contents = new SettingsFile(path()).read();

        assertThat(contents.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(contents.complaint())
                .get()
                .asString()
                .contains(path().toString())
                .doesNotContain("\n");
    }

    @Test
    void aHugeFileIsNotReadToItsEnd() throws IOException {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), " ".repeat(SettingsFile.MAX_BYTES) + "{}");

        assertThat(new SettingsFile(path()).read().complaint()).get().asString().contains("longer than 65536 bytes");
    }

    @Test
    void windowsThatChangeItAtOnceLoseNothingOfEachOther() {
        SettingsFile one = new SettingsFile(path());
        SettingsFile other = new SettingsFile(path());
        CompletableFuture<?>[] changes = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try {
                        switch (i % 4) {
                            case 0 -> one.update(settings -> settings.withRecent(file("one.yaml")));
                            case 1 -> other.update(settings -> settings.withRecent(file("other.yaml")));
                            case 2 -> one.update(settings -> settings.withDark(true));
                            default -> other.update(settings -> settings.withSpeed(2));
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(changes).join();

        Settings both = one.read().settings();
        assertThat(both.recent()).containsExactlyInAnyOrder(file("one.yaml"), file("other.yaml"));
        assertThat(both.dark()).isTrue();
        assertThat(both.speed()).isEqualTo(2);
        assertThat(path().getParent()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aFileThatCannotBeWrittenStaysAsItWas() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file where the folder would be");

        assertThatThrownBy(() -> new SettingsFile(path()).update(settings -> settings.withDark(true)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theNewestFilesAreKeptEachOnce() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 9; i++) {
            settings = settings.withRecent(file(i + ".yaml"));
        }
        settings = settings.withRecent(file("5.yaml"));

        assertThat(settings.recent().stream().map(path -> path.getFileName().toString()))
                .containsExactly("5.yaml", "8.yaml", "7.yaml", "6.yaml", "4.yaml", "3.yaml");
        assertThat(settings.withoutRecent(file("8.yaml")).recent()).hasSize(5).doesNotContain(file("8.yaml"));
    }

    @Test
    void theFileIsWhereTheSystemKeepsSettings() {
        Path home = file("home");
        Path elsewhere = file("elsewhere");

        assertThat(SettingsFile.usual("Linux", Map.of(), home))
                .isEqualTo(home.resolve(".config/sosad-lab/settings.json"));
        assertThat(SettingsFile.usual("Linux", Map.of("XDG_CONFIG_HOME", elsewhere.toString()), home))
                .isEqualTo(elsewhere.resolve("sosad-lab/settings.json"));
        assertThat(SettingsFile.usual("Linux", Map.of("XDG_CONFIG_HOME", "not/absolute"), home))
                .isEqualTo(home.resolve(".config/sosad-lab/settings.json"));
        assertThat(SettingsFile.usual("Windows 11", Map.of("APPDATA", elsewhere.toString()), home))
                .isEqualTo(elsewhere.resolve("sosad-lab/settings.json"));
        assertThat(SettingsFile.usual("Mac OS X", Map.of(), home))
                .isEqualTo(home.resolve("Library/Application Support/sosad-lab/settings.json"));
    }
}
