package sosad.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sosad.app.fault.FakeLiveCluster.A;
import static sosad.app.fault.FakeLiveCluster.B;
import static sosad.app.fault.FakeLiveCluster.C;
import static sosad.app.fault.FakeLiveCluster.G1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.fabric.LinkConditions;
import sosad.app.process.NodeException;
import sosad.model.Link;
import sosad.model.NodeId;

@Tag("locale")
class FaultInjectorTest {
    private static final Link AB = new Link(A, B);
    private static final Link AC = new Link(A, C);

    private final FakeLiveCluster cluster = new FakeLiveCluster();
    private final List<String> notHealed = new ArrayList<>();
    private final FaultInjector faults = new FaultInjector(cluster, notHealed::add);

    @AfterEach
    void close() {
        faults.close();
    }

    private long inject(Fault fault) {
        return faults.inject(fault, "a test", 5).number();
    }

    private long inject(LinkFault what, Link... routes) {
        return inject(new Fault.OnLinks(List.of(routes), what));
    }

    private long inject(NodeId process, ProcessFault what) {
        return inject(new Fault.OnProcess(process, what));
    }

    @Test
    void faultsOfALinkAddUpAndHealOneByOne() {
        long cut = inject(new LinkFault.Cut(), AB, AC);
        inject(new LinkFault.Loss(0.5), AB);
        long loss = inject(new LinkFault.Loss(0.5), AB);
        assertThat(cluster.links.get(AB))
                .isEqualTo(LinkConditions.NONE.withCut(true).withLoss(0.75));

        faults.heal(cut);
        assertThat(cluster.links).isEqualTo(Map.of(AB, LinkConditions.NONE.withLoss(0.75), AC, LinkConditions.NONE));
        faults.heal(loss);
        assertThat(cluster.links.get(AB)).isEqualTo(LinkConditions.NONE.withLoss(0.5));
        assertThat(faults.snapshot().links()).isEqualTo(Map.of(AB, LinkConditions.NONE.withLoss(0.5)));
    }

    @Test
    void aMomentaryFaultNeverStandsInForce() {
        inject(new LinkFault.Reset(), AB);
        inject(A, new ProcessFault.Restart());
        inject(B, new ProcessFault.Wipe());
        assertThat(cluster.calls).containsExactly("reset A to B", "kill A", "start A", "kill B", "wipe B");
        assertThat(faults.snapshot().inForce()).isEmpty();
        assertThat(faults.snapshot().injected()).isEqualTo(Map.of("reset", 1L, "restart", 1L, "wipe", 1L));
    }

    @Test
    void whatWasOverAtOnceIsToldUntilTheNextActionAndRemembered() {
        inject(new LinkFault.Reset(), AB);
        assertThat(faults.snapshot().justDoneToLinks()).isEqualTo(Map.of(AB, "reset"));
        inject(B, new ProcessFault.Wipe());
        assertThat(faults.snapshot().justDoneToLinks()).isEmpty();
        assertThat(faults.snapshot().ofGoingProcesses()).isEqualTo(Map.of(B, List.of(new ProcessFault.Wipe())));
        long loss = inject(new LinkFault.Loss(0.5), AB);
        assertThat(faults.snapshot().justDone()).as("another fault").isEmpty();
        inject(new LinkFault.Reset(), AB);
        faults.heal(loss);
        assertThat(faults.snapshot().justDone()).as("a healing").isEmpty();
        assertThat(faults.snapshot().over()).extracting(ActiveFault::number).containsExactly(1L, 2L, 4L);
        for (int i = 0; i < 5; i++) {
            inject(new LinkFault.Reset(), AB);
        }
        assertThat(faults.snapshot().over()).extracting(ActiveFault::number).containsExactly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void aKilledNodeIsHealedByStartingIt() {
        long killed = inject(A, new ProcessFault.Kill());
        faults.heal(killed);
        assertThat(cluster.calls).containsExactly("kill A", "start A");
        assertThat(faults.isStarting()).isTrue();
        cluster.starts.get(A).complete(null);
        faults.poll();
        assertThat(faults.isStarting()).isFalse();
        assertThat(notHealed).isEmpty();
    }

    @Test
    void aNodeThatDoesNotComeUpIsTold() {
        faults.heal(inject(A, new ProcessFault.Kill()));
        cluster.starts.get(A).completeExceptionally(new NodeException(A, "is broken"));
        faults.poll();
        assertThat(notHealed).containsExactly("node A is broken");
    }

    @Test
    void aNodeThatIsSlowToEndIsKilledBeforeItIsStarted() {
        faults.heal(inject(A, new ProcessFault.Terminate()));
        assertThat(cluster.calls).containsExactly("terminate A", "kill A", "start A");
    }

    @Test
    void whatStartingANodeEndsIsInForceNoMore() {
        inject(A, new ProcessFault.FullDisk());
        inject(A, new ProcessFault.Pause());
        long skewed = inject(B, new ProcessFault.Skew(7));
        faults.heal(inject(A, new ProcessFault.Kill()));
        assertThat(faults.snapshot().inForce()).extracting(ActiveFault::number).containsExactly(skewed);
    }

    @Test
    void aPausedNodeGoesOnAndIsToldItsClockAnew() {
        long skew = inject(A, new ProcessFault.Skew(-5_000));
        long pause = inject(A, new ProcessFault.Pause());
        faults.heal(skew);
        faults.heal(pause);
        assertThat(cluster.calls)
                .containsExactly("skew A -5000", "pause A", "resume A", "skew A 0", "drift A 0", "disk A 0 WORKS");
    }

    @Test
    void aNodeThatWasStartedIsToldItsClockAndDiskAnew() {
        inject(A, new ProcessFault.SlowDisk(200));
        inject(A, new ProcessFault.Restart());
        cluster.calls.clear();
        cluster.starts.get(A).complete(null);
        faults.poll();
        assertThat(cluster.calls).containsExactly("skew A 0", "drift A 0", "disk A 200 WORKS");
    }

    @Test
    void aDiskThatFailsGoesOnFailingWhateverElseIsDoneOrHealed() {
        inject(A, new ProcessFault.FailDisk());
        faults.heal(inject(A, new ProcessFault.SlowDisk(200)));
        inject(B, new ProcessFault.SlowDisk(100));
        inject(B, new ProcessFault.FullDisk());
        assertThat(cluster.calls)
                .filteredOn(call -> call.startsWith("disk"))
                .containsExactly(
                        "disk A 0 FAILS", "disk A 200 FAILS", "disk A 0 FAILS", "disk B 100 WORKS", "disk B 100 FULL");
    }

    @Test
    void aNodeThatHasJustEndedIsHealedAndToldWhenItIsUpAgain() {
        long slow = inject(A, new ProcessFault.SlowDisk(200));
        inject(A, new ProcessFault.Skew(7));
        inject(A, new ProcessFault.FailDisk());
        cluster.isLostUnnoticed(A);
        cluster.calls.clear();
        faults.heal(slow);
        faults.healEverything();
        assertThat(notHealed).isEmpty();
        cluster.starts.get(A).complete(null);
        faults.poll();
        assertThat(cluster.calls).containsExactly("kill A", "start A", "skew A 0", "drift A 0", "disk A 0 WORKS");
    }

    @Test
    void ofTwoSkewsTheLastCountsAndTheOtherComesBackWhenItIsHealed() {
        inject(A, new ProcessFault.Skew(1));
        faults.heal(inject(A, new ProcessFault.Skew(2)));
        assertThat(cluster.calls).containsSequence("skew A 1", "skew A 2", "skew A 1");
    }

    @Test
    void whatCannotBeDoneIsRefusedAndChangesNothing() {
        inject(A, new ProcessFault.Kill());
        inject(B, new ProcessFault.Pause());
        FaultSnapshot before = faults.snapshot();
        List<String> calls = List.copyOf(cluster.calls);
        refused(new Fault.OnProcess(A, new ProcessFault.Kill()), "A is dead");
        refused(new Fault.OnProcess(B, new ProcessFault.Pause()), "B is paused");
        refused(new Fault.OnProcess(B, new ProcessFault.Skew(1)), "B is paused");
        refused(new Fault.OnProcess(new NodeId("G2"), new ProcessFault.Kill()), "there is no G2");
        refused(new Fault.OnProcess(G1, new ProcessFault.Skew(1)), "G1 is a gateway; skew applies only to nodes");
        refused(
                new Fault.OnLinks(List.of(new Link(A, new NodeId("Z"))), new LinkFault.Cut()),
                "there is no link from A to Z");
        refused(new Fault.OnProcess(A, new ClientFault.Flood(1)), "A is dead");
        assertThat(faults.snapshot()).isEqualTo(before);
        assertThat(cluster.calls).isEqualTo(calls);
        assertThatThrownBy(() -> faults.heal(99)).hasMessage("fault 99 is not in force");
    }

    private void refused(Fault fault, String why) {
        assertThatThrownBy(() -> inject(fault))
                .isInstanceOf(NodeException.class)
                .hasMessage(why);
    }

    @Test
    void aNodeThatIsBeingStartedCanBeKilledButNotPaused() {
        inject(A, new ProcessFault.Restart());
        refused(new Fault.OnProcess(A, new ProcessFault.Pause()), "A is being started");
        inject(A, new ProcessFault.Kill());
        assertThat(cluster.calls).endsWith("kill A");
        cluster.starts.get(A).completeExceptionally(new NodeException(A, "was ended before it was up"));
        faults.poll();
        assertThat(notHealed).as("it was meant to die").isEmpty();
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a join is not to be interrupted
    void ofSeveralNodesThatAreStartedTheLastToComeUpHoldsNobodyUp() {
        inject(A, new ProcessFault.Restart());
        inject(B, new ProcessFault.Restart());
        inject(C, new ProcessFault.Restart());
        cluster.starts.get(B).complete(null);
        faults.poll();
        assertThat(faults.isStarting()).isTrue();
        cluster.starts.get(A).complete(null);
        cluster.starts.get(C).complete(null);
        faults.poll();
        assertThat(faults.isStarting()).isFalse();
    }

    @Test
    void whatIsKilledIsMeantToEndAndWhatIsPausedIsNot() {
        inject(A, new ProcessFault.Kill());
        inject(B, new ProcessFault.Pause());
        inject(C, new ProcessFault.Restart());
        assertThat(faults.isMeantToEnd(A)).isTrue();
        assertThat(faults.isMeantToEnd(B)).isFalse();
        assertThat(faults.isMeantToEnd(C)).isFalse();
    }

    @Test
    void everythingHealsAtOnce() {
        inject(new LinkFault.Cut(), AB);
        inject(A, new ProcessFault.Kill());
        inject(B, new ProcessFault.Pause());
        inject(G1, new ProcessFault.Terminate());
        faults.healEverything();
        assertThat(faults.snapshot().inForce()).isEmpty();
        assertThat(cluster.links.get(AB)).isEqualTo(LinkConditions.NONE);
        assertThat(cluster.calls).endsWith("start A", "resume B", "kill G1", "start G1");
    }
}
