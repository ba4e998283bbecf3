package sosad.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Course;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Life;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.MemoryRun;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.SampleHistory;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.testing.Snapshots;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Inquiry;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;

class SpaceTimeLayoutTest {
    private static SpaceTime of(MemoryRun run, double width) {
        return of(run.history(), width);
    }

    private static SpaceTime of(History history, double width) {
        return SpaceTimeLayout.of(history, List.of(), width, 200);
    }

    /** The history, and then this, which changes nothing. */
    private static History plus(History history, RunEvent what) {
        Snapshot end = history.present();
        return history.plus(Snapshots.of(
                end.index() + 1,
                end.step(),
                end.begun(),
                end.time(),
                end.phase(),
                what,
                end.nodes(),
                end.gateways(),
                end.messages(),
                end.queue(),
                end.cut(),
                end.rules(),
                true));
    }

    private static List<String> texts(SpaceTime diagram) {
        return diagram.labels().stream().map(Label::text).toList();
    }

    @Property(tries = 150)
    void everyMomentHasAnEventAndTimeGoesRight(
            @ForAll long seed, @ForAll @DoubleRange(min = 100, max = 3000) double width) {
        List<Snapshot> snapshots = RandomRun.of(seed).history().snapshots();
        SpaceTime diagram = of(RandomRun.of(seed), width);
        assertThat(diagram.events()).extracting(Event::snapshot).containsExactlyElementsOf(indices(snapshots));
        for (int i = 1; i < snapshots.size(); i++) {
            assertThat(diagram.events().get(i).x())
                    .isGreaterThanOrEqualTo(diagram.events().get(i - 1).x());
        }
        assertThat(diagram.events()).allMatch(event -> event.x() <= diagram.width());
    }

    @Test
    void aQuestionIsAThinArrowThatEndsWhereItIsAnsweredOrIsCrossed() {
        NodeId b = new NodeId("B");
        NodeId a = new NodeId("A");
        Inquiry ask = new Inquiry.Ask(b, a, 1, new Key("k"));
        History history = SampleHistory.fourHalfDelivered().history();
        int before = of(history, 800).arrows().size();
        History answered = plus(history, new RunEvent.Inquired(ask, Fate.DELIVERED, ""));

        SpaceTime diagram = of(plus(answered, new RunEvent.Inquired(ask, Fate.LOST, "A is dead")), 800);

        List<Arrow> asked = diagram.arrows().stream().filter(Arrow::isInquiry).toList();
        assertThat(diagram.arrows()).hasSize(before + 2);
        assertThat(asked).extracting(Arrow::course).containsExactly(Course.DELIVERED, Course.LOST);
        assertThat(asked.get(0).end().y()).isEqualTo(diagram.lanes().get(0).y());
        assertThat(asked.get(1).end().y()).isGreaterThan(diagram.lanes().get(0).y());
    }

    @Test
    void aReadSaysWhatItAskedAndWhatItGotAndIsMarkedWhenStale() {
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, "A", "B")
                .step(2, null)
                .put("A", "waffle", "yoda")
                .get("A", "waffle")
                .get("B", "waffle")
                .read("B", "waffle", ReadMode.NEWEST);
        SpaceTime diagram = of(run, 800);

        assertThat(texts(diagram))
                .contains("get waffle: yoda", "get waffle: nothing, stale", "newest waffle", "get waffle: yoda");
        assertThat(diagram.events())
                .extracting(Event::mark)
                .filteredOn(mark -> mark == SpaceTime.Mark.READ || mark == SpaceTime.Mark.READ_STALE)
                .containsExactly(
                        SpaceTime.Mark.READ, SpaceTime.Mark.READ_STALE, SpaceTime.Mark.READ, SpaceTime.Mark.READ);
    }

    @Test
    void aQuestionThatIsSteppedThroughIsAnArrowLikeAnyOtherAndNamesItsKeyWhereItIsLost() {
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, "A", "B")
                .step(2, null)
                .put("A", "waffle", "yoda")
                .readInSteps("B", "waffle", ReadMode.NEWEST)
                .actionsDone();
        run.drop(run.message("B", "A"));
        SpaceTime diagram = of(run, 800);

        assertThat(texts(diagram)).contains("lost: waffle?");
        assertThat(diagram.arrows()).singleElement().satisfies(arrow -> {
            assertThat(arrow.isInquiry()).isFalse();
            assertThat(arrow.course()).isEqualTo(Course.LOST);
        });
    }

    @Test
    void whatHappensToAGatewayStandsOnTheAxisForItHasNoLane() {
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, 1, "A", "B").step(2, null).kill("G1");
        SpaceTime diagram = of(run, 800);

        Event killed = diagram.events().get(diagram.events().size() - 2);
        assertThat(killed.y()).isEqualTo(diagram.axisY());
        assertThat(killed.node()).isEmpty();
        assertThat(texts(diagram)).contains("G1 killed");
    }

    private static List<Integer> indices(List<Snapshot> snapshots) {
        return snapshots.stream().map(Snapshot::index).toList();
    }

    @Property(tries = 150)
    void noTwoLabelsOverlap(@ForAll long seed, @ForAll @DoubleRange(min = 100, max = 3000) double width) {
        List<Label> labels = of(RandomRun.of(seed), width).labels();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                assertThat(labels.get(i).box().overlap(labels.get(j).box()))
                        .as("%s and %s", labels.get(i), labels.get(j))
                        .isZero();
            }
        }
    }

    @Property(tries = 150)
    void labelsAreInsideTheDiagram(@ForAll long seed) {
        SpaceTime diagram = of(RandomRun.of(seed), 1360);
        Box all = new Box(0, 0, diagram.width(), diagram.height());
        assertThat(diagram.labels()).allMatch(label -> label.box().outside(all) < 0.001);
    }

    @Property(tries = 150)
    void arrowsGoForwardInTime(@ForAll long seed) {
        for (Arrow arrow : of(RandomRun.of(seed), 1360).arrows()) {
            for (int i = 1; i < arrow.way().size(); i++) {
                assertThat(arrow.way().get(i).x())
                        .as("%s", arrow)
                        .isGreaterThan(arrow.way().get(i - 1).x());
            }
        }
    }

    @Test
    void aLostMessageSaysWhatWasLost() {
        SpaceTime diagram = of(SampleHistory.threeInFlight(), 1360);
        assertThat(texts(diagram)).containsExactly("waffle, grace", "lost: waffle@2 grace@2", "frogger");
        assertThat(diagram.arrows()).extracting(Arrow::course).containsExactly(Course.LOST, Course.IN_FLIGHT);
    }

    @Test
    void theWholeSampleFitsWhereItIsShown() {
        SpaceTime diagram = SpaceTimeLayout.of(SampleHistory.whole().history(), List.of(), 1360, 180);
        assertThat(diagram.width()).isEqualTo(1360);
        assertThat(diagram.height()).isLessThanOrEqualTo(180);
    }

    @Test
    void stepsToComeAreColumnsWithoutEvents() {
        SpaceTime diagram = SpaceTimeLayout.of(SampleHistory.afterTwo().history(), List.of(3L, 4L, 5L), 900, 180);
        assertThat(diagram.columns())
                .extracting(SpaceTime.Column::played)
                .containsExactly(true, true, false, false, false);
        assertThat(diagram.present()).isLessThan(diagram.columns().get(2).x());
    }

    @Test
    void aKilledNodesLaneShowsWhenItWasDead() {
        MemoryRun run = SampleHistory.afterTwo()
                .step(3, null)
                .kill("A")
                .finish()
                .step(4, null)
                .start("A")
                .finish();
        assertThat(of(run, 900).lanes().get(0).stretches())
                .extracting(SpaceTime.Stretch::life)
                .containsExactly(Life.UP, Life.DEAD, Life.UP);
    }

    @Test
    void aHeldMessageIsParkedUntilItIsReleased() {
        MemoryRun run = SampleHistory.fourInFlight();
        long id = run.message("C", "B");
        run.hold(id).finish().step(5, null).release("C", "B").finish();
        Arrow arrow = of(run, 1360).arrows().stream()
                .filter(found -> found.message() == id)
                .findFirst()
                .orElseThrow();
        assertThat(arrow.course()).isEqualTo(Course.DELIVERED);
        assertThat(arrow.way()).hasSize(4);
        assertThat(arrow.way().get(1).y()).isEqualTo(arrow.way().get(2).y());
    }

    @Test
    void theFirstUnscriptedEventIsMarked() {
        MemoryRun run = SampleHistory.fourInFlight();
        run.drop(run.message("C", "B"));
        SpaceTime diagram = of(run, 1360);
        assertThat(diagram.events().stream().filter(Event::unscripted)).hasSize(1);
        assertThat(texts(diagram)).contains("off script");
    }

    @Test
    void aRefusedCopyEndsBeforeItsDestinationAndTheNextArrives() {
        MemoryRun run = SampleHistory.fourInFlight();
        long id = run.message("C", "B");
        run.duplicate(id).corrupt(id).deliver(id);
        SpaceTime diagram = of(run, 1360);
        assertThat(diagram.arrows().stream().filter(arrow -> arrow.message() == id))
                .extracting(Arrow::course)
                .containsExactlyInAnyOrder(Course.LOST, Course.DELIVERED);
        assertThat(texts(diagram)).contains("corrupt: frogger@3", "refused: frogger@3");
    }

    @Test
    void copiesThatGoApartHaveArrowsOfTheirOwn() {
        MemoryRun run = SampleHistory.fourInFlight();
        long id = run.message("C", "B");
        Link link = new Link(new NodeId("C"), new NodeId("B"));
        run.duplicate(id).act(new Action.Handle(link, 2, MessageAction.LOSE));
        long copy = run.message("C", "B");
        run.deliver(id);
        assertThat(copy).isNotEqualTo(id);
        assertThat(course(run, id)).isEqualTo(Course.DELIVERED);
        assertThat(course(run, copy)).isEqualTo(Course.LOST);
    }

    @Test
    void aRestoredMessageGoesOnFromWhereItWasLost() {
        MemoryRun run = SampleHistory.threeInFlight();
        Message lost = run.present().messages().stream()
                .filter(message -> message.fate() == Fate.LOST)
                .findFirst()
                .orElseThrow();
        assertThat(course(run, lost.id())).isEqualTo(Course.LOST);
        run.handle(lost.id(), MessageAction.RESTORE);
        assertThat(course(run, lost.id())).isEqualTo(Course.IN_FLIGHT);
    }

    private static Course course(MemoryRun run, long message) {
        return of(run, 1360).arrows().stream()
                .filter(arrow -> arrow.message() == message)
                .findFirst()
                .orElseThrow()
                .course();
    }

    @Test
    void aDelayedMessageSaysForHowLong() {
        MemoryRun run = SampleHistory.fourInFlight();
        SpaceTime diagram = of(run.delay(run.message("C", "B"), 2), 1360);
        assertThat(texts(diagram)).contains("delayed by 2: frogger@3");
        assertThat(diagram.arrows()).extracting(Arrow::course).contains(Course.PARKED);
    }

    @Property(tries = 60)
    void aDiagramThatGrowsIsThatOfTheWholeHistory(
            @ForAll @LongRange(min = 1, max = 100_000) long seed,
            @ForAll @DoubleRange(min = 300, max = 6_000) double width) {
        List<Snapshot> snapshots = RandomRun.of(seed).history().snapshots();
        History history = History.startingWith(snapshots.get(0));
        SpaceTimeLayout growing = new SpaceTimeLayout(TimeDirection.RIGHT);
        Random random = new Random(seed);
        for (Snapshot next : snapshots.subList(1, snapshots.size())) {
            history = history.plus(next);
            if (random.nextInt(3) > 0) {
                List<Long> coming = List.of(next.time() + 1, next.time() + 2);
                assertThat(growing.next(history, coming, width, 200))
                        .isEqualTo(SpaceTimeLayout.of(history, coming, width, 200));
            }
        }
    }

    @Test
    void whatStandsStays() {
        MemoryRun run = SampleHistory.whole();
        SpaceTimeLayout growing = new SpaceTimeLayout(TimeDirection.RIGHT);
        History history = run.history();
        SpaceTime before = growing.next(history, List.of(), 100, 180);
        SpaceTime after = growing.next(plus(history, new RunEvent.Killed(new NodeId("A"))), List.of(), 100, 180);
        assertThat(after.events()).hasSize(before.events().size() + 1);
        for (int i = 0; i < before.events().size(); i++) {
            assertThat(after.events().get(i)).isSameAs(before.events().get(i));
        }
        assertThat(after.arrows()).isSameAs(before.arrows());
        assertThat(after.labels().get(0)).isSameAs(before.labels().get(0));
    }
}
