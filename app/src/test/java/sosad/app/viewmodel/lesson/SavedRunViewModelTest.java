package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.Banner;

/** The run as a file, and what becomes of hands that are not saved. */
class SavedRunViewModelTest {
    private final TestLab desk = TestLab.sample(2);
    private final SavedRunViewModel run = new SavedRunViewModel(desk.lab, desk.engine, desk.log, Runnable::run);
    private final List<String> done = new ArrayList<>();

    @TempDir
    private Path folder;

    private void skew(long by) {
        desk.engine.act(new Action.Skew(Scenarios.B, by)).join();
    }

    private CompletionStage<Boolean> save() {
        done.add("save");
        return run.save(folder.resolve("mine.yaml"));
    }

    private void open() {
        run.leave("Another scenario is about to be opened", this::save, () -> done.add("open"));
    }

    private Banner banner() {
        return desk.lab.bannerProperty().get();
    }

    private void choose(String label) {
        banner().offers().stream()
                .filter(offer -> offer.label().equals(label))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
    }

    @Test
    void whatWasDoneIsSavedAsAScenarioThatDoesItAgain() throws IOException {
        skew(-5);
        Path file = folder.resolve("mine.yaml");

        assertThat(run.save(file).toCompletableFuture().join()).isTrue();

        assertThat(Files.readString(file)).contains("in-flight:\n      - skew: {node: B, by: -5}\n");
        assertThat(ScenarioReader.read("mine.yaml", Files.readString(file)).title())
                .endsWith(", as played");
        assertThat(desk.log.lines().get(desk.log.lines().size() - 1).text()).isEqualTo("Saved: " + file);
        assertThat(run.target()).contains(file);
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndNothingIsSaved() {
        skew(-5);
        assertThat(run.save(folder.resolve("no").resolve("mine.yaml"))
                        .toCompletableFuture()
                        .join())
                .isFalse();
        assertThat(banner().what())
                .contains("cannot be written: there is no folder")
                .endsWith("choose another place");
        assertThat(run.unsavedProperty().get()).isTrue();
        assertThat(run.target()).isEmpty();
    }

    @Test
    void handsAreUnsavedUntilTheyAreSavedAndTheLessonIsNot() {
        assertThat(run.unsavedProperty().get()).isFalse();
        desk.playback.next();
        assertThat(run.unsavedProperty().get()).isFalse();
        skew(-5);
        assertThat(run.unsavedProperty().get()).isTrue();
        save();
        assertThat(run.unsavedProperty().get()).isFalse();
        desk.playback.next();
        assertThat(run.unsavedProperty().get()).isFalse();
        skew(-4);
        assertThat(run.unsavedProperty().get()).isTrue();
    }

    @Test
    void whatIsTakenBackAfterSavingIsStillSaved() {
        skew(-5);
        skew(-4);
        save();
        desk.engine.back(true).join();
        assertThat(run.unsavedProperty().get()).isFalse();
    }

    @Test
    void withoutUnsavedHandsNothingIsAsked() {
        open();
        assertThat(done).containsExactly("open");
        assertThat(banner()).isNull();
    }

    @Test
    void unsavedHandsAreAskedAboutAndDiscardedSavedOrKept() {
        skew(-5);
        open();
        assertThat(done).isEmpty();
        assertThat(banner().what())
                .isEqualTo("Another scenario is about to be opened, and what was done by hand is not saved.");
        assertThat(banner().offers()).extracting(Banner.Offer::label).containsExactly("Save", "Discard", "Keep");

        choose("Keep");
        assertThat(done).isEmpty();
        assertThat(banner()).isNull();
        assertThat(run.unsavedProperty().get()).isTrue();

        open();
        choose("Save");
        assertThat(done).containsExactly("save", "open");
        assertThat(run.unsavedProperty().get()).isFalse();

        skew(-4);
        done.clear();
        open();
        choose("Discard");
        assertThat(done).containsExactly("open");
        assertThat(banner()).isNull();
        assertThat(run.unsavedProperty().get()).isFalse();
    }

    @Test
    void whatCouldNotBeSavedIsNotLeft() {
        skew(-5);
        run.leave(
                "Another scenario is about to be opened",
                () -> CompletableFuture.completedFuture(false),
                () -> done.add("open"));
        choose("Save");
        assertThat(done).isEmpty();
    }

    @Test
    void aSecondCloseCloses() {
        assertThat(run.mayClose(this::save, () -> done.add("close"))).isTrue();
        skew(-5);
        assertThat(run.mayClose(this::save, () -> done.add("close"))).isFalse();
        assertThat(banner().what())
                .isEqualTo("The window is about to be closed, and what was done by hand is not saved.");
        assertThat(run.mayClose(this::save, () -> done.add("close"))).isTrue();
    }

    @Test
    void afterKeepOrMoreHandsItIsAskedAgain() {
        skew(-5);
        assertThat(run.mayClose(this::save, () -> done.add("close"))).isFalse();
        choose("Keep");
        assertThat(run.mayClose(this::save, () -> done.add("close"))).isFalse();
        skew(-4);
        assertThat(run.mayClose(this::save, () -> done.add("close"))).isFalse();
        choose("Save");
        assertThat(done).containsExactly("save", "close");
    }

    @Test
    void anotherScenarioHasItsOwnFile() {
        skew(-5);
        save();
        desk.lab.open(Scenarios.wide(5));
        assertThat(run.target()).isEqualTo(Optional.empty());
        assertThat(run.unsavedProperty().get()).isFalse();
    }

    @Test
    void aBranchOfTheRunForgetsNothing() {
        skew(-5);
        Scenario played = desk.engine.recorded().join().scenario();
        desk.engine.openBranch(played, "As played").join();
        assertThat(run.unsavedProperty().get()).isTrue();
    }

    @Test
    void aFileIsSuggestedByTheLessonsName() {
        assertThat(run.suggestedName()).isEqualTo("the-document-s-sample");
    }
}
