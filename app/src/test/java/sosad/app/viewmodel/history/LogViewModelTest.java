package sosad.app.viewmodel.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.app.testing.TestLab;

@Tag("locale")
class LogViewModelTest {
    @Test
    void everyHappeningIsASentenceOnce() {
        TestLab desk = TestLab.sample(2);

        assertThat(desk.log.lines())
                .extracting(LogLine::text)
                .containsOnlyOnce("T = 3 begins: B pushes them; A's copy is lost.");
        assertThat(desk.log.lines())
                .hasSize(desk.lab.historyProperty().get().snapshots().size());
    }

    @Test
    void backSaysSoAndRepeatsNothing() {
        TestLab desk = TestLab.sample(3);
        int before = desk.log.lines().size();

        desk.playback.back();

        assertThat(desk.log.lines()).hasSize(before + 1);
        assertThat(desk.log.lines().get(before).text()).startsWith("Went to T = ");
    }

    @Test
    void onlyTheLastLinesAreKept() {
        LogViewModel log = new LogViewModel();
        for (int i = 1; i <= LogViewModel.MAX_LINES + 5; i++) {
            log.add("line " + i);
        }

        assertThat(log.lines()).hasSize(LogViewModel.MAX_LINES);
        assertThat(log.lines().get(0).text()).isEqualTo("line 6");
    }
}
