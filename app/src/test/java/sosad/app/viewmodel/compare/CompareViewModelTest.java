package sosad.app.viewmodel.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.compare.CompareRow;
import sosad.app.sweep.SweepReport.SweepFormat;
import sosad.app.viewmodel.compare.CompareViewModel.CompareStatus;

class CompareViewModelTest {
    private final List<Runnable> background = new ArrayList<>();
    private final CompareViewModel model = new CompareViewModel(background::add, Runnable::run);
    private final CompareForm form = model.form();

    @BeforeEach
    void small() {
        form.nodesProperty().set("3");
        form.keysProperty().set("50");
        form.writesPerSecondProperty().set("50");
        form.secondsProperty().set("1");
        form.rules().forEach((rule, chosen) -> chosen.set(rule.name().startsWith("per-key")));
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove(0).run();
        }
    }

    private List<String> rows() {
        return model.shownProperty()
                .get()
                .map(shown -> shown.mean().rows().stream().map(CompareRow::name).toList())
                .orElse(List.of());
    }

    @Test
    void aRunShowsTheRulesChosenAndTheGhosts() {
        model.run();
        assertThat(model.statusProperty().get()).isEqualTo(CompareStatus.RUNNING);
        work();

        assertThat(model.statusProperty().get()).isEqualTo(CompareStatus.IDLE);
        assertThat(rows())
                .startsWith("per-key", "per-key, rolling", "full state")
                .hasSize(6);
        assertThat(model.noticeProperty().get()).contains("The least possible is");
        assertThat(model.isComplete()).isTrue();
    }

    @Test
    void whatIsWrongIsSaidAndNothingRuns() {
        form.nodesProperty().set("1");
        assertThat(form.problemProperty().get()).isEqualTo("1 nodes; there must be 2 to 26");
        form.nodesProperty().set("three");
        assertThat(form.problemProperty().get()).isEqualTo("nodes: \"three\" is no whole number");
        form.nodesProperty().set("3");
        form.rules().values().forEach(chosen -> chosen.set(false));
        assertThat(form.problemProperty().get()).isEqualTo("choose at least one rule");

        model.run();

        assertThat(background).isEmpty();
        assertThat(model.statusProperty().get()).isEqualTo(CompareStatus.IDLE);
    }

    @Test
    void aPlanThatNeedsMoreNodesIsRefusedAtOnce() {
        form.planProperty().set("partitions");
        form.nodesProperty().set("2");

        assertThat(form.problemProperty().get()).contains("nodes");
    }

    @Test
    void whatWasStoppedShowsTheRowsThatAreCompleteAndWritesNoReport(@TempDir Path folder) {
        model.run();
        model.underWayProperty().addListener((property, old, words) -> {
            if (words.equals("per-key, rolling")) {
                model.stop();
            }
        });
        work();

        assertThat(model.statusProperty().get()).isEqualTo(CompareStatus.IDLE);
        assertThat(rows()).containsExactly("per-key");
        assertThat(model.noticeProperty().get()).startsWith("Stopped.");
        assertThat(model.isComplete()).isFalse();
        model.save(SweepFormat.HTML, folder.resolve("x.html"));
        assertThat(background).isEmpty();
    }

    @Test
    void progressGoesUpAndEndsAtNothing() {
        List<Double> seen = new ArrayList<>();
        model.progressProperty().addListener((property, old, share) -> seen.add(share.doubleValue()));
        model.run();
        work();

        assertThat(seen.subList(0, seen.size() - 1)).isSorted().hasSizeGreaterThan(5);
        assertThat(seen.get(seen.size() - 1)).isZero();
    }

    @Test
    void theRowThatIsSelectedIsExplained() {
        model.run();
        work();
        CompareRow perKey =
                model.shownProperty().get().orElseThrow().mean().rows().get(0);

        model.selectedProperty().set(Optional.of(perKey));
        assertThat(model.sentenceProperty().get())
                .startsWith("per-key: nothing is lost.")
                .contains("times the least possible");

        model.run();
        assertThat(model.sentenceProperty().get()).isEmpty();
    }

    @Test
    void aReportIsWrittenOrTheReasonIsSaid(@TempDir Path folder) throws IOException {
        model.run();
        work();
        Path file = folder.resolve("rules.md");
        model.save(SweepFormat.MARKDOWN, file);
        work();
        assertThat(Files.readString(file)).startsWith("# The rules compared");
        assertThat(model.noticeProperty().get()).isEqualTo("Report written: " + file);

        model.save(SweepFormat.MARKDOWN, folder.resolve("no").resolve("rules.md"));
        work();
        assertThat(model.noticeProperty().get()).contains("cannot be written: there is no folder");
    }
}
