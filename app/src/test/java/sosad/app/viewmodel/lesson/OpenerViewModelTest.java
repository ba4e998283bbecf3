package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sosad.app.scenario.ActionFailure;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.LabStatus;
import sosad.protocol.Rules;

class OpenerViewModelTest {
    private final TestLab desk = TestLab.empty();

    private OpenerViewModel opener(ScenarioFiles files) {
        return new OpenerViewModel(desk.lab, Scenarios.bundled(), files, Runnable::run, Runnable::run);
    }

    @Test
    void aBundledScenarioIsOpenedUnderItsTitle() {
        OpenerViewModel opener = opener(file -> Scenarios.sample());

        opener.open(opener.bundled().get(0));

        assertThat(opener.titleProperty().get()).isEqualTo("The document's sample");
        assertThat(opener.nameProperty().get()).isEqualTo("sample");
        assertThat(desk.lab.statusProperty().get()).isEqualTo(LabStatus.READY);
    }

    @Test
    void whatWasOpenedBeforeTheWindowIsWaitedForAndCalledByItsTitle() {
        OpenerViewModel opener = opener(file -> Scenarios.sample());
        CompletableFuture<Void> opened = new CompletableFuture<>();

        opener.opening(Scenarios.sample(), "sample", Optional.empty(), opened);

        assertThat(opener.titleProperty().get()).isEqualTo("The document's sample");
        assertThat(desk.lab.statusProperty().get()).isEqualTo(LabStatus.OPENING);
        assertThat(desk.engine.asked()).isEmpty();
        opened.completeExceptionally(new ActionFailure("Node B cannot be started."));
        assertThat(desk.lab.statusProperty().get()).isEqualTo(LabStatus.FAILED);
        assertThat(desk.lab.progressProperty().get()).contains("Node B cannot be started.");
    }

    @Test
    void whatAnotherProgramOpensIsCalledByItsTitleAndKnownIfItIsBundled() {
        OpenerViewModel opener = opener(file -> Scenarios.sample());
        opener.open(opener.bundled().get(0));

        desk.engine.open(Scenarios.wide(7));
        assertThat(opener.titleProperty().get()).isEqualTo(Scenarios.wide(7).title());
        desk.engine.open(Scenarios.wide(5));
        assertThat(opener.titleProperty().get()).isEqualTo(Scenarios.wide(5).title());
        assertThat(opener.nameProperty().get()).isEmpty();
        desk.engine.open(Scenarios.sample());
        assertThat(opener.nameProperty().get()).isEqualTo("sample");
    }

    @Test
    void aLessonUnderAnotherRuleIsNoLongerAsPrintedButKeepsItsPlaceInTheList() {
        OpenerViewModel opener = new OpenerViewModel(
                desk.lab, Scenarios.shipped(), file -> Scenarios.sample(), Runnable::run, Runnable::run);
        opener.open(opener.bundled().get(3));

        desk.engine.playUnder(new Rules(Rules.Content.FULL, Rules.Timestamps.NEWEST, Rules.Schedule.ROLLING, 1));
        assertThat(opener.nameProperty().get()).isEmpty();
        opener.openBeside(1);
        assertThat(opener.nameProperty().get())
                .isEqualTo(opener.bundled().get(4).name());
    }

    @Test
    void theLessonBesideIsOpenedUpToTheEndsOfTheList() {
        OpenerViewModel opener = new OpenerViewModel(
                desk.lab, Scenarios.shipped(), file -> Scenarios.sample(), Runnable::run, Runnable::run);
        int last = opener.bundled().size() - 1;
        opener.open(opener.bundled().get(last - 1));

        opener.openBeside(1);
        opener.openBeside(1);
        assertThat(opener.nameProperty().get())
                .isEqualTo(opener.bundled().get(last).name());

        for (int i = 0; i <= last; i++) {
            opener.openBeside(-1);
        }
        assertThat(opener.nameProperty().get())
                .isEqualTo(opener.bundled().get(0).name());
    }

    @Test
    void aFileThatCannotBeReadLeavesWhatIsOpenAlone() {
        desk.lab.open(Scenarios.sample());

        opener(file -> {
                    throw new NoSuchFileException("lesson.yaml");
                })
                .open(Path.of("lesson.yaml"));

        assertThat(desk.lab.bannerProperty().get().what()).contains("lesson.yaml");
        assertThat(desk.lab.statusProperty().get()).isEqualTo(LabStatus.READY);
    }

    @Test
    void aScenarioThatIsWrongIsRefusedInItsOwnWords() {
        opener(file -> {
                    throw new IllegalArgumentException("lesson.yaml:3:5: unknown action \"pusj\"; did you mean push?");
                })
                .open(Path.of("lesson.yaml"));

        assertThat(desk.lab.bannerProperty().get().what())
                .isEqualTo("lesson.yaml:3:5: unknown action \"pusj\"; did you mean push?");
    }

    @Test
    void theOpenFileIsKnownUntilSomethingElseIsOpen() {
        OpenerViewModel opener = opener(file -> Scenarios.wide(5));
        Path file = Path.of("lesson.yaml");

        opener.open(file);
        assertThat(opener.fileProperty().get()).contains(file);
        opener.open(opener.bundled().get(0));
        assertThat(opener.fileProperty().get()).isEmpty();
        opener.open(file);
        assertThat(opener.fileProperty().get()).contains(file);
        desk.engine.open(Scenarios.wide(7));
        assertThat(opener.fileProperty().get()).isEmpty();
    }
}
