package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.history.Phase;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;
import sosad.app.viewmodel.NextStep;

class RemoteControlTest {
    /** More presses than all lessons have stops. */
    private static final int MANY = 2_000;

    private final TestLab desk = TestLab.empty();
    private final List<BundledScenario> lessons = Scenarios.shipped();
    private final OpenerViewModel opener =
            new OpenerViewModel(desk.lab, lessons, file -> Scenarios.sample(), Runnable::run, Runnable::run);
    private final RemoteControl remote = new RemoteControl(desk.playback, opener);

    @Test
    void nextGivesAllLessonsAndEndsWithTheLast() {
        opener.open(lessons.get(0));
        List<String> given = new ArrayList<>();
        for (int presses = 0; presses < MANY && !isOver(); presses++) {
            if (desk.present().phase() == Phase.START) {
                given.add(opener.nameProperty().get());
            }
            remote.next();
        }

        assertThat(given).isEqualTo(lessons.stream().map(BundledScenario::name).toList());
        remote.next();
        assertThat(desk.present().phase()).isEqualTo(Phase.DELIVERED);
    }

    private boolean isOver() {
        return desk.playback.nextStepProperty().getValue() == NextStep.NOTHING
                && !remote.leadsOnProperty().get();
    }

    @Test
    void backLeadsFromTheStartOfALessonToTheOneBefore() {
        opener.open(lessons.get(1));
        remote.next();
        assertThat(remote.leadsBackProperty().get()).isFalse();

        remote.back();
        assertThat(desk.present().phase()).isEqualTo(Phase.START);
        assertThat(remote.leadsBackProperty().get()).isTrue();

        remote.back();
        assertThat(opener.nameProperty().get()).isEqualTo(lessons.get(0).name());
        assertThat(remote.canGoBackProperty().get()).isFalse();
    }

    @Test
    void aFileHasNoLessonBeside() {
        desk.lab.open(Scenarios.wide(5));

        assertThat(remote.leadsBackProperty().get()).isFalse();
        remote.back();
        assertThat(opener.titleProperty().get()).isEqualTo(Scenarios.wide(5).title());
    }
}
