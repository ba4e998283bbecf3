package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import sosad.app.diagram.SpaceTime.Lane;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.history.History;

class EventDensityTest {
    @Property(tries = 60)
    void eachCellHasTheEventsThatAFilterFinds(@ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int level) {
        History history = RandomRun.of(seed).history();
        SpaceTimeLayout layout = new SpaceTimeLayout(TimeDirection.RIGHT);
        EventDensity density = new EventDensity();
        density.follow(layout.next(history.first(1 + history.size() / 2), List.of(), 0, 200));
        SpaceTime diagram = layout.next(history, List.of(), 0, 200);
        density.follow(diagram);

        double length = EventDensity.length(level);
        for (Lane lane : diagram.lanes()) {
            for (int i = 0; i * length <= diagram.width(); i++) {
                double from = i * length;
                List<SpaceTime.Event> there = diagram.events().stream()
                        .filter(event -> event.node().equals(java.util.Optional.of(lane.node())))
                        .filter(event -> event.x() >= from && event.x() < from + length)
                        .toList();
                assertThat(density.events(lane.node(), level, i)).isEqualTo(there.size());
                assertThat(density.losses(lane.node(), level, i)).isEqualTo((int) there.stream()
                        .filter(event -> event.mark() == Mark.LOSS || event.mark() == Mark.WRITE_LOST)
                        .count());
            }
        }
    }

    @Property(tries = 60)
    void theLevelHasTheSmallestCellsThatAreLongEnough(@ForAll @IntRange(min = 1, max = 50_000_000) int length) {
        int level = EventDensity.level(length);
        assertThat(EventDensity.length(level)).isGreaterThanOrEqualTo(length);
        assertThat(level == 0 || EventDensity.length(level - 1) < length).isTrue();
    }
}
