package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Course;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.history.SampleHistory;

class LightsTest {
    private final SpaceTime diagram = SpaceTimeLayout.of(SampleHistory.whole().history(), List.of(), 1_360, 200);

    private Arrow first(Course course) {
        return diagram.arrows().stream()
                .filter(arrow -> arrow.course() == course)
                .findFirst()
                .orElseThrow();
    }

    private Label label(String text) {
        return diagram.labels().stream()
                .filter(label -> label.text().startsWith(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMessageIsLitByNameWithItsSendingOrWithItsEnd() {
        Arrow delivered = first(Course.DELIVERED);
        assertThat(delivered.sent()).isLessThan(delivered.ended());
        assertThat(Lights.on(diagram, Set.of(delivered.sent())).has(delivered)).isTrue();
        assertThat(Lights.on(diagram, Set.of(delivered.ended())).has(delivered)).isTrue();
        assertThat(Lights.on(diagram, Set.of(delivered.ended() + 1)).has(delivered))
                .isFalse();
        assertThat(Lights.on(diagram, Set.of(delivered.sent())).has(first(Course.LOST)))
                .isFalse();
    }

    @Test
    void aMessageIsAmongCausesOnlyWithBothItsEnds() {
        Arrow delivered = first(Course.DELIVERED);
        BitSet one = new BitSet();
        one.set(delivered.sent());
        assertThat(Lights.among(one).has(delivered)).isFalse();
        one.set(delivered.ended());
        assertThat(Lights.among(one).has(delivered)).isTrue();
    }

    @Test
    void aTextIsLitWithAnyOfItsEventsAndThatOfALossWithItsMessage() {
        Label both = label("waffle, grace");
        assertThat(both.last()).isGreaterThan(both.first());
        assertThat(Lights.on(diagram, Set.of(both.last())).has(both)).isTrue();
        assertThat(Lights.on(diagram, Set.of(both.last() + 1)).has(both)).isFalse();
        assertThat(Lights.on(diagram, Set.of(first(Course.LOST).sent())).has(label("lost")))
                .isTrue();
    }
}
