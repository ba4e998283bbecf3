package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.history.History;
import sosad.app.history.SampleHistory;
import sosad.app.history.Snapshot;

/** The diagram with time going down: the same layout, with room for texts beside what they belong to. */
class SpaceTimeDownTest {
    private static SpaceTime down(History history, double width) {
        return new SpaceTimeLayout(TimeDirection.DOWN).next(history, List.of(), 400, width);
    }

    @Property(tries = 80)
    void itHasTheSameEventsMessagesAndTexts(@ForAll long seed) {
        History history = RandomRun.of(seed).history();
        SpaceTime right = SpaceTimeLayout.of(history, List.of(), 400, 200);
        SpaceTime down = down(history, 700);

        assertThat(down.events())
                .extracting(Event::mark)
                .isEqualTo(right.events().stream().map(Event::mark).toList());
        assertThat(down.arrows())
                .extracting(Arrow::course, Arrow::sent, Arrow::ended)
                .isEqualTo(right.arrows().stream()
                        .map(arrow -> org.assertj.core.groups.Tuple.tuple(arrow.course(), arrow.sent(), arrow.ended()))
                        .toList());
        assertThat(down.labels())
                .extracting(Label::text)
                .isEqualTo(right.labels().stream().map(Label::text).toList());
    }

    @Property(tries = 80)
    void noTwoTextsOverlapAndAllAreInside(
            @ForAll long seed, @ForAll @DoubleRange(min = 200, max = 1_500) double width) {
        SpaceTime diagram = down(RandomRun.of(seed).history(), width);
        List<Box> boxes = diagram.labels().stream().map(Label::box).toList();
        Box all = new Box(0, 0, diagram.width(), diagram.height());
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.get(i).outside(all)).isLessThan(0.001);
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlap(boxes.get(j)))
                        .as(
                                "%s and %s",
                                diagram.labels().get(i), diagram.labels().get(j))
                        .isZero();
            }
        }
    }

    @Property(tries = 40)
    void oneThatGrowsIsThatOfTheWholeHistory(@ForAll long seed) {
        List<Snapshot> snapshots = RandomRun.of(seed).history().snapshots();
        History history = History.startingWith(snapshots.get(0));
        SpaceTimeLayout growing = new SpaceTimeLayout(TimeDirection.DOWN);
        Random random = new Random(seed);
        for (Snapshot next : snapshots.subList(1, snapshots.size())) {
            history = history.plus(next);
            if (random.nextInt(3) > 0) {
                assertThat(growing.next(history, List.of(), 400, 700)).isEqualTo(down(history, 700));
            }
        }
    }

    @Property(tries = 60)
    void whatIsFoundInAStretchOfTimeIsWhatAFilterFinds(@ForAll long seed, @ForAll TimeDirection direction) {
        SpaceTime diagram =
                new SpaceTimeLayout(direction).next(RandomRun.of(seed).history(), List.of(), 900, 200);
        Random random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            double begin = random.nextDouble() * diagram.width();
            double end = begin + random.nextDouble() * 400;
            assertThat(diagram.eventsWithin(begin, end))
                    .isEqualTo(diagram.events().stream()
                            .filter(event -> event.x() >= begin && event.x() <= end)
                            .toList());
            assertThat(diagram.columnsWithin(begin, end))
                    .isEqualTo(diagram.columns().stream()
                            .filter(column -> column.x() + column.width() >= begin && column.x() <= end)
                            .toList());
            assertThat(diagram.arrows().within(begin, end))
                    .isEqualTo(diagram.arrows().stream()
                            .filter(arrow -> arrow.end().x() >= begin
                                    && arrow.way().get(0).x() <= end)
                            .toList());
            diagram.lanes().forEach(lane -> assertThat(lane.within(begin, end))
                    .isEqualTo(lane.stretches().stream()
                            .filter(stretch -> stretch.to() >= begin && stretch.from() <= end)
                            .toList()));
        }
    }

    @Property(tries = 60)
    void howeverCloseOneLooksNoTwoTextsShownOverlap(
            @ForAll long seed, @ForAll TimeDirection direction, @ForAll @DoubleRange(min = 0.05, max = 6) double zoom) {
        SpaceTime diagram =
                new SpaceTimeLayout(direction).next(RandomRun.of(seed).history(), List.of(), 100, 200);
        Viewport view = Viewport.of(diagram, 900, 200);
        Viewport closer = view.zoomed(zoom, 300);
        List<Box> boxes = new LabelRoom(diagram, closer)
                .shown().stream().map(closer::inView).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(boxes.get(i).overlap(boxes.get(j))).isLessThan(1e-6);
            }
        }
    }

    @Test
    void aTextStandsBesideItsLaneAndAMessageCrossesFromLaneToLane() {
        SpaceTime diagram = down(SampleHistory.whole().history(), 700);
        Label waffle = diagram.labels().get(0);
        assertThat(waffle.text()).isEqualTo("waffle, grace");
        Box box = diagram.direction().place(waffle.box());
        assertThat(box.width()).isGreaterThan(5 * box.height());
        assertThat(box.x()).isGreaterThan(diagram.lanes().get(1).y());
        assertThat(diagram.axisY()).isLessThan(diagram.lanes().get(0).y());
    }
}
