package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;

class FileReloadTest {
    private static final String LESSON = """
            scenario: %s
            cluster: {nodes: [A, B]}
            steps:
              - time: 2
                do: [put: {at: A, key: a, value: b}]
            """;

    @TempDir
    private Path folder;

    private final TestLab desk = TestLab.empty();
    private OpenerViewModel opener;
    private FileReload reload;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        opener = new OpenerViewModel(desk.lab, Scenarios.bundled(), ScenarioReader::read, Runnable::run, Runnable::run);
        reload = new FileReload(desk.lab, opener, ScenarioReader::read, Runnable::run);
        file = folder.resolve("lesson.yaml");
        save("first");
        opener.open(file);
        reload.look();
    }

    private void save(String title) throws IOException {
        Files.writeString(file, LESSON.formatted(title));
    }

    private void lookTwice() {
        reload.look();
        reload.look();
    }

    @Test
    void aLessonAtItsStartIsOpenedAnewAtOnce() throws IOException {
        save("the second");
        lookTwice();

        assertThat(opener.titleProperty().get()).isEqualTo("the second");
        assertThat(opener.fileProperty().get()).contains(file);
        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void aFileThatIsStillBeingWrittenIsNotRead() throws IOException {
        save("the second");
        reload.look();
        save("the third one");
        reload.look();
        assertThat(opener.titleProperty().get()).isEqualTo("first");

        reload.look();
        assertThat(opener.titleProperty().get()).isEqualTo("the third one");
    }

    @Test
    void aLessonThatIsPlayedGoesOnAndTheNewOneIsOffered() throws IOException {
        desk.playback.next();
        save("the second");
        lookTwice();

        assertThat(opener.titleProperty().get()).isEqualTo("first");
        assertThat(desk.lab.bannerProperty().get().what()).isEqualTo("lesson.yaml has changed on disk.");

        desk.lab.bannerProperty().get().offer().orElseThrow().action().run();
        assertThat(opener.titleProperty().get()).isEqualTo("the second");
        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void aHalfWrittenFileLeavesTheLessonAndIsRefusedWithLineAndColumn() throws IOException {
        Files.writeString(file, "scenario: half\ncluster: {nodes: [A,");
        lookTwice();

        assertThat(opener.titleProperty().get()).isEqualTo("first");
        assertThat(desk.lab.bannerProperty().get().what()).containsPattern("lesson\\.yaml:\\d+:\\d+: ");

        save("whole");
        lookTwice();
        assertThat(opener.titleProperty().get()).isEqualTo("whole");
        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void aFileThatIsGoneOrSaysTheSameIsNoNews() throws IOException {
        int asked = desk.engine.asked().size();
        Files.writeString(file, LESSON.formatted("first") + "# a comment\n");
        lookTwice();
        Files.delete(file);
        lookTwice();

        assertThat(desk.engine.asked()).hasSize(asked);
        assertThat(desk.lab.bannerProperty().get()).isNull();
    }

    @Test
    void onlyTheOpenFileIsWatched() throws IOException {
        opener.open(opener.bundled().get(0));
        save("the second");
        lookTwice();
        lookTwice();

        assertThat(opener.titleProperty().get()).isEqualTo("The document's sample");
    }
}
