package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.BreakpointLab.RunOnEnd;
import sosad.app.lab.BreakpointLab.RunOnEnd.Reason;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointState;
import sosad.app.watch.BreakpointText;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** Where a lab stops by its breakpoints, on bare replicas. */
@Timeout(60)
class BreakpointLabTest {
    private static final NodeId A = new NodeId("A");

    private final RecordedEvents told = new RecordedEvents();
    private final Lab lab = new LabActor(
            (plan, listener) -> new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames()),
            told);

    @AfterEach
    void close() {
        lab.close();
    }

    private static Breakpoint breakpoint(String text) {
        return BreakpointText.parse(text);
    }

    private RunOnEnd runOn(String until) {
        return lab.runOn(Optional.of(breakpoint(until)), () -> true).join();
    }

    private Snapshot open(String lesson) {
        lab.open(BundledScenarios.load(lesson)).join();
        return told.present();
    }

    @Test
    void aRunThatIsPlayedOnStandsAtTheVeryEventThatHits() {
        open("sample");

        RunOnEnd end = runOn("B-now at C >= 2");

        assertThat(end.reason()).isEqualTo(Reason.HIT);
        assertThat(end.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.event()).isEqualTo(told.present().index());
            assertThat(hit.sentence()).isEqualTo("Stopped at T = 3 by “B-now at C >= 2”: B-now at C is 2, was 1.");
        });
        assertThat(told.present().what()).isInstanceOf(RunEvent.Delivered.class);
        assertThat(told.present().phase()).isEqualTo(Phase.IN_FLIGHT);
    }

    @Test
    void itStandsBetweenTheActionsOfAStepIfOneOfThemHits() {
        open("sample");

        runOn("key waffle changes");

        assertThat(told.present().phase()).isEqualTo(Phase.ACTING);
        assertThat(told.present().what()).isInstanceOf(RunEvent.Wrote.class);
        assertThat(told.present().node(new NodeId("B")).entries()).hasSize(1);

        assertThat(lab.runOn(Optional.empty(), () -> true).join().reason()).isEqualTo(Reason.END);
        assertThat(told.present().phase()).isEqualTo(Phase.DELIVERED);
        assertThat(told.present().time()).isEqualTo(5);
    }

    @Test
    void aRunThatIsPlayedOnHasTheEventsOfOneThatIsStepped() {
        playOnFromHitToHit();
        var played = told.history().snapshots().stream().map(Snapshot::what).toList();
        open("sample");
        while (told.present().time() < 5 || told.present().phase() != Phase.DELIVERED) {
            lab.beginStep().join();
            lab.finishStep().join();
        }

        assertThat(played)
                .isEqualTo(
                        told.history().snapshots().stream().map(Snapshot::what).toList());
    }

    private void playOnFromHitToHit() {
        open("sample");
        lab.addBreakpoint(breakpoint("message from C")).join();
        int hits = 0;
        while (lab.runOn(Optional.empty(), () -> true).join().reason() == Reason.HIT) {
            hits++;
        }
        assertThat(hits).isEqualTo(2); // an action sends two messages, and is done as a whole
        assertThat(lab.breakpoints().join())
                .singleElement()
                .extracting(BreakpointState::hits)
                .isEqualTo(4);
    }

    @Test
    void itIsCancelledBetweenTwoEvents() {
        open("sample");
        AtomicInteger left = new AtomicInteger(5);

        RunOnEnd end =
                lab.runOn(Optional.empty(), () -> left.decrementAndGet() >= 0).join();

        assertThat(end.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(told.present().time()).isLessThan(5);
    }

    @Test
    void beginningAStepStopsAtABreakpointToo() {
        open("sample");
        lab.addBreakpoint(breakpoint("key waffle changes at B")).join();

        lab.beginStep().join();

        assertThat(told.present().what()).isInstanceOf(RunEvent.Wrote.class);
        assertThat(lab.breakpoints().join()).singleElement().satisfies(state -> {
            assertThat(state.hits()).isEqualTo(1);
            assertThat(state.last()).isPresent();
        });
        lab.beginStep().join();
        assertThat(told.present().phase()).isEqualTo(Phase.IN_FLIGHT);
    }

    @Test
    void oneThatIsOffOrDeletedStopsNothing() {
        open("sample");
        int off = lab.addBreakpoint(breakpoint("key waffle changes")).join();
        int gone = lab.addBreakpoint(breakpoint("message")).join();
        lab.turnBreakpoint(off, false).join();
        lab.removeBreakpoint(gone).join();

        assertThat(lab.runOn(Optional.empty(), () -> true).join().reason()).isEqualTo(Reason.END);
        assertThatThrownBy(() -> lab.removeBreakpoint(gone).join()).hasMessageContaining("there is no breakpoint 2");
    }

    @Test
    void theOneOfASingleRunIsGoneAfterIt() {
        open("sample");
        runOn("key waffle changes");

        assertThat(lab.breakpoints().join()).isEmpty();
        assertThat(lab.runOn(Optional.empty(), () -> true).join().reason()).isEqualTo(Reason.END);
    }

    @Test
    void breakpointsBelongToTheirLessonAndOutlastItsRestart() {
        open("sample");
        lab.addBreakpoint(breakpoint("write lost")).join();
        open("lost-update");
        assertThat(lab.breakpoints().join()).isEmpty();
        open("sample");
        lab.restart().join();

        assertThat(lab.breakpoints().join())
                .extracting(BreakpointState::breakpoint)
                .containsExactly(breakpoint("write lost"));
    }

    @Test
    void whatIsRepeatedByGoingBackIsNoHit() {
        open("sample");
        lab.beginStep().join();
        lab.finishStep().join();
        lab.beginStep().join();
        int number = lab.addBreakpoint(breakpoint("key waffle changes at B")).join();

        lab.back(true).join();

        assertThat(lab.breakpoints().join()).singleElement().satisfies(state -> {
            assertThat(state.number()).isEqualTo(number);
            assertThat(state.hits()).isZero();
        });
    }

    @Test
    void anActionByHandHitsToo() {
        open("sample");
        lab.addBreakpoint(breakpoint("key mine changes")).join();

        lab.act(new Action.Put(A, new Key("mine"), Value.of("x"))).join();

        assertThat(lab.breakpoints().join())
                .singleElement()
                .extracting(BreakpointState::hits)
                .isEqualTo(1);
    }

    @Test
    void anUnknownNodeIsRefusedInWords() {
        open("sample");

        assertThatThrownBy(() -> lab.addBreakpoint(breakpoint("message from D")).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("there is no node D; use A, B or C");
    }
}
