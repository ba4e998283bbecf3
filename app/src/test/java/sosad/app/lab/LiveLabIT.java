package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.client.ClientReply;
import sosad.app.fabric.Delay;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.fault.plan.Members;
import sosad.app.history.Fate;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveLoad;
import sosad.app.lab.live.LiveState;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.load.LoadSettings;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointText;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;

/** The lab over real processes that run by their own clocks. */
@Timeout(120)
class LiveLabIT {
    /** Serves one test after the other. */
    private static final ProcessClusters CLUSTERS = new ProcessClusters();

    @AfterAll
    static void closeAll() {
        CLUSTERS.close();
    }

    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final Key K = new Key("k");
    private static final Link A_TO_B = new Link(A, B);

    private final RecordedEvents told = new RecordedEvents();
    private Lab lab;

    @BeforeEach
    void open() {
        lab = new LabActor((plan, listener) -> CLUSTERS.create(plan, listener), told);
        lab.open(BundledScenarios.load("sample")).join();
        lab.beginStep().join();
        lab.goLive().join();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aBreakpointStopsTheClocksOfLiveNodes() throws Exception {
        lab.addBreakpoint(BreakpointText.parse("key k changes at C")).join();
        lab.act(new Action.Put(A, K, Value.of("v"))).join();

        BreakpointHit hit = told.awaitHit();

        assertThat(hit.words()).contains("C has k@").contains(" = v, was no k");
        assertThat(told.present().isLive()).isFalse();
        assertThat(value(told.history().at(hit.event()), C)).isEqualTo(Value.of("v"));
        assertThat(value(told.present(), C)).isEqualTo(Value.of("v"));
        lab.beginStep().join(); // steps go on
    }

    private static Value value(Snapshot snapshot, NodeId node) {
        return snapshot.node(node).value(K).orElse(null);
    }

    private ClientReply put(String value) {
        return lab.act(new Action.Put(A, K, Value.of(value))).join().orElseThrow();
    }

    @Test
    void whatAClientWritesSpreadsByItselfAndWhatWasInFlightHadArrivedBefore() throws Exception {
        Snapshot first = told.await(Snapshot::isLive);
        assertThat(first.queue()).isEmpty();
        assertThat(put("v").text()).isEqualTo("OK");
        Snapshot spread = told.await(snapshot -> Value.of("v").equals(value(snapshot, C)));
        assertThat(spread.index()).isEqualTo(first.index());
        assertThat(spread.time()).isGreaterThan(first.time());
        assertThat(lab.act(new Action.Get(C, K, ReadMode.NEWEST, Optional.empty()))
                        .join()
                        .orElseThrow()
                        .text())
                .isEqualTo("v");
    }

    @Test
    void clientsWriteAtTheirRateFollowANodeThatDiesAndReturnsAndEndWithTheClocks() throws Exception {
        lab.setClients(new LoadSettings(60, 30, 12)).join();
        LiveState busy = told.awaitLive(
                state -> state.load().writesPerSecond() > 5 && state.load().readsPerSecond() > 2);
        assertThat(busy.load().settings()).contains(new LoadSettings(60, 30, 12));
        told.await(snapshot -> snapshot.node(C).entries().stream()
                        .filter(entry -> entry.key().text().contains(":"))
                        .count()
                == 12);
        lab.act(new Action.Kill(B)).join();
        told.awaitLive(state ->
                state.load().writes().get(B) == 0 && state.load().writes().get(A) > 0);
        lab.act(new Action.Start(B, false)).join();
        told.awaitLive(state -> state.load().writes().get(B) > 0);

        lab.setClients(new LoadSettings(0, 40, 12)).join();
        LiveState reading = told.awaitLive(
                state -> state.load().writesPerSecond() == 0 && state.load().readsPerSecond() > 2);
        assertThat(reading.load().isRunning()).isTrue();

        lab.setClients(new LoadSettings(200, 0, 12)).join();
        told.awaitLive(state -> state.load().writesPerSecond() > 0);
        lab.stopClocks().join();
        assertThat(threads("client of ")).isEmpty();
        assertThat(told.history().present().what()).isEqualTo(new RunEvent.StepDone());
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void clientsEndAtOnceAlthoughANodeThatIsPausedDoesNotAnswerThem() throws Exception {
        lab.act(new Action.Pause(A)).join();
        lab.setClients(new LoadSettings(300, 0, 3)).join();
        told.awaitLive(state -> state.load().errors() > 0); // what A does not answer
        lab.stopClients().join();
        assertThat(threads("client of ")).isEmpty();
        assertThat(told.awaitLive(state -> !state.load().isRunning()).load()).isEqualTo(LiveLoad.NONE);
    }

    private static boolean isForecast(LiveState state, int healed, int never) {
        return state.verdict()
                .forecast()
                .filter(one -> one.healed() == healed && one.never() == never && one.open() == 0)
                .isPresent();
    }

    @Test
    void theVerdictSaysWhatSyncsWillHealWhatNeverAndWhoIsLeftOut() throws Exception {
        told.awaitLive(state -> state.verdict().isAgreement());
        lab.inject(new Fault.OnLinks(List.of(A_TO_B, new Link(A, C)), new LinkFault.Cut()))
                .join();
        put("v"); // its pushes are lost; the rule still offers it in a sync
        LiveState healing = told.awaitLive(state -> isForecast(state, 1, 0));
        assertThat(healing.verdict().differ()).hasValue(1);
        Key newer = new Key("newer");
        lab.act(new Action.Put(B, newer, Value.of("v"))).join(); // and no more, once A has heard something newer of B
        lab.act(new Action.Put(C, newer, Value.of("v"))).join();
        told.awaitLive(state -> isForecast(state, 0, 1));
        lab.act(new Action.Pause(C)).join();
        LiveState paused = told.awaitLive(state -> !state.verdict().without().isEmpty());
        assertThat(paused.verdict().without()).containsExactly("C is paused");
        lab.heal().join();
        assertThat(told.awaitLive(state -> isForecast(state, 0, 1)
                                && state.verdict().without().isEmpty())
                        .faults()
                        .inForce())
                .isEmpty();
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void theTimeLineShowsFaultsKillsAndRates() throws Exception {
        told.awaitLive(state -> state.timeline().lanes().size() == 3); // all nodes were seen alive
        lab.setClients(new LoadSettings(50, 10, 6)).join();
        long number = lab.inject(new Fault.OnLinks(List.of(A_TO_B), new LinkFault.Cut()))
                .join()
                .number();
        lab.act(new Action.Kill(B)).join();
        told.awaitLive(state -> state.timeline().lanes().stream()
                .anyMatch(lane -> lane.name().equals(B) && lane.kills().size() == 1));
        lab.act(new Action.Start(B, false)).join();
        lab.heal(number).join();
        LiveTimeline whole = told.awaitLive(state -> state.timeline().bands().stream()
                                .allMatch(band -> band.span().to().isPresent())
                        && state.timeline().lanes().get(1).gaps().get(0).to().isPresent())
                .timeline();
        assertThat(whole.bands()).extracting(LiveTimeline.Band::words).containsExactly("A to B: cut");
        assertThat(whole.points()).anyMatch(point -> point.operations() > 0);
        assertThat(whole.lanes()).extracting(LiveTimeline.Lane::name).containsExactly(A, B, C);
    }

    private static List<String> threads(String beginning) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith(beginning))
                .toList();
    }

    @Test
    void aFaultActsOnTheNextMessageIsShownAndIsHealed() throws Exception {
        lab.inject(new Fault.OnLinks(List.of(A_TO_B), new LinkFault.Cut())).join();
        put("v");
        LiveState harmed = told.awaitLive(state ->
                state.counts().containsKey(A_TO_B) && state.counts().get(A_TO_B).lost() > 0);
        assertThat(harmed.faults().links().get(A_TO_B).cut()).isTrue();
        assertThat(told.present().cut()).containsExactly(A_TO_B);
        long number = harmed.faults().inForce().get(0).number();

        lab.heal(number).join();
        assertThat(told.awaitLive(state -> state.faults().inForce().isEmpty())).isNotNull();
        assertThatThrownBy(() -> lab.heal(number).join()).hasMessageContaining("not in force");
    }

    @Test
    void aKilledNodeIsShownDeadAndHealEverythingBringsItBack() throws Exception {
        lab.inject(new Fault.OnProcess(B, new ProcessFault.Kill())).join();
        told.await(snapshot -> snapshot.node(B).status() == Status.DEAD);
        lab.act(new Action.Pause(C)).join();
        told.await(snapshot -> snapshot.node(C).status() == Status.PAUSED);

        lab.heal().join();

        told.await(snapshot ->
                snapshot.node(B).status() == Status.UP && snapshot.node(C).status() == Status.UP);
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void aNodeThatIsPausedInAStepIsPausedLiveUntilItIsHealed() throws Exception {
        lab.stopClocks().join();
        lab.act(new Action.Pause(B)).join();

        lab.goLive().join();
        told.await(snapshot -> snapshot.isLive()
                && snapshot.node(B).status() == Status.PAUSED
                && snapshot.event().what() instanceof RunEvent.StepOpened);
        assertThat(lab.faults().join().inForce()).hasSize(1);

        lab.heal().join();
        put("v");
        told.await(snapshot -> Value.of("v").equals(value(snapshot, B)));
    }

    @Test
    void aNodeThatEndsByItselfIsAFailureThatIsTold() throws Exception {
        ProcessHandle.of(told.present().node(B).pid()).orElseThrow().destroyForcibly();
        assertThat(told.nextFailure()).startsWith("B ");
        told.await(snapshot -> snapshot.node(B).status() == Status.DEAD);
    }

    @Test
    void aNodeThatHangsIsKilledAndComesBackByItself() throws Exception {
        lab.restartAutomatically(true).join();
        long pid = told.present().node(B).pid();
        Outside.freeze(pid);

        told.await(snapshot ->
                snapshot.node(B).status() == Status.UP && snapshot.node(B).pid() != pid);

        told.awaitLine("Supervisor: B is down: it has not answered for 3.");
        told.awaitLine("Supervisor: B is up: it was started again.");
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(told.hasFailure()).isFalse();
    }

    @Test
    void aNodeThatDiesBeforeItIsUpIsStartedOnceMore() throws Exception {
        endIdleProcesses();
        Set<Long> before = Outside.pids();
        lab.restartAutomatically(true).join();
        ProcessHandle.of(told.present().node(B).pid()).orElseThrow().destroyForcibly();

        newNode(before).destroyForcibly();

        // For the second time: it died before it had read what to be, or before it was up.
        told.awaitLine("Supervisor: B is restarting: it will be started in 1.0 s");
        told.awaitLine("Supervisor: B is up: it was started again.");
    }

    /** Those that have served an earlier test, so that a node that is started again gets a new one. */
    private void endIdleProcesses() {
        Set<Long> running =
                Stream.of(A, B, C).map(node -> told.present().node(node).pid()).collect(Collectors.toSet());
        Outside.nodes().filter(process -> !running.contains(process.pid())).forEach(idle -> {
            idle.destroyForcibly();
            idle.onExit().join();
        });
    }

    /** The next node process to be there. */
    private static ProcessHandle newNode(Set<Long> before) {
        while (true) {
            Optional<ProcessHandle> fresh = Outside.nodes()
                    .filter(process -> !before.contains(process.pid()))
                    .findAny();
            if (fresh.isPresent()) {
                return fresh.get();
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void aPlanIsCarriedOutAndCanBeWrittenDown() throws Exception {
        List<NodeId> nodes = List.of(A, B, C);
        lab.runPlan(BundledPlans.load("partitions", new Members(nodes, List.of())), 7)
                .join();
        LiveState cut = told.awaitLive(state -> !state.faults().inForce().isEmpty());
        assertThat(cut.plan().orElseThrow().seed()).isEqualTo(7);
        lab.heal().join();
        LiveState healed = told.awaitLive(state -> state.plan().isEmpty());
        assertThat(healed.faults().inForce()).isEmpty();
        assertThat(lab.faultsSoFar().join().faults()).isNotEmpty();
    }

    @Test
    void whenTheClocksStopWhatWasOnItsWayIsHeldAndStepsCanBePlayedAgain() throws Exception {
        Delay hour = new Delay(Delay.MAX_MILLIS, 0, Delay.Spread.FIXED);
        lab.inject(new Fault.OnLinks(List.of(A_TO_B), new LinkFault.Late(hour))).join();
        lab.inject(new Fault.OnLinks(List.of(A_TO_B.back(), new Link(C, B)), new LinkFault.Cut()))
                .join();
        put("v");
        told.await(snapshot -> Value.of("v").equals(value(snapshot, C)));

        lab.stopClocks().join();

        Snapshot stopped = told.present();
        assertThat(stopped.phase()).isEqualTo(Phase.DELIVERED);
        assertThat(stopped.cut()).hasSize(2);
        List<Message> held = stopped.messages().stream()
                .filter(message -> message.fate() == Fate.HELD && message.to().equals(B))
                .toList();
        assertThat(held).isNotEmpty();
        assertThat(value(stopped, B)).isNotEqualTo(Value.of("v"));
        held.forEach(message -> lab.handle(message.id(), MessageAction.DELIVER).join());
        assertThat(value(told.present(), B)).isEqualTo(Value.of("v"));

        lab.act(new Action.Put(B, K, Value.of("w"))).join();
        lab.act(new Action.Push(B, Optional.of(List.of(C)), Fates.NONE)).join();
        lab.finishStep().join();
        assertThat(value(told.present(), C)).isEqualTo(Value.of("w"));
        assertThatThrownBy(() -> lab.back(true).join()).hasMessageContaining("cannot be repeated");
    }

    /** What a message on the link was lost by, after the clocks have stopped. */
    private List<RunEvent> causesOfALoss() {
        lab.act(new Action.Put(A, K, Value.of("x"))).join();
        lab.act(new Action.Push(A, Optional.of(List.of(B)), Fates.NONE)).join();
        lab.finishStep().join();
        return told.history().snapshots().stream()
                .map(Snapshot::event)
                .filter(event -> event.what() instanceof RunEvent.Sent sent
                        && sent.message().why().equals("the link is cut"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .causes()
                .stream()
                .map(HistoryEvent::what)
                .toList();
    }

    @Test
    void aLossBelongsToTheLastCutOfItsLink() {
        RunEvent.StepOpened live = (RunEvent.StepOpened) told.present().what();
        lab.stopClocks().join();
        RunEvent.Cut inSteps = new RunEvent.Cut(List.of(A_TO_B));
        lab.act(new Action.Cut(List.of(A_TO_B))).join();
        lab.goLive().join();
        lab.stopClocks().join();
        assertThat(causesOfALoss()).contains(inSteps);

        lab.goLive().join();
        lab.act(new Action.Mend(Optional.empty())).join();
        lab.act(new Action.Cut(List.of(A_TO_B))).join();
        lab.stopClocks().join();
        assertThat(causesOfALoss())
                .doesNotContain(inSteps)
                .anyMatch(cause -> cause instanceof RunEvent.StepOpened opened
                        && opened.title().equals(live.title()));
    }

    @Test
    void stepsAreRefusedWhileTheNodesRunByTheirOwnClocks() {
        assertThatThrownBy(() -> lab.beginStep().join()).hasMessageContaining("stop the clocks first");
        assertThatThrownBy(() -> lab.act(new Action.Push(A, Optional.empty(), Fates.NONE))
                        .join())
                .hasMessageContaining("by themselves");
    }
}
