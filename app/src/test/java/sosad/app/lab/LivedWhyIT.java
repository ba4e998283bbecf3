package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.explain.Explainer;
import sosad.app.explain.Explanation;
import sosad.app.explain.Question;
import sosad.app.explain.UnanswerableException;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.history.Fate;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Fates;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;

/** Questions about runs of real processes whose clocks have run and are stopped. */
@Timeout(120)
class LivedWhyIT {
    private static final ProcessClusters CLUSTERS = new ProcessClusters();
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final Key K = new Key("k");
    private static final Value V = Value.of("v");

    private final RecordedEvents told = new RecordedEvents();
    private final Explainer explainer = new Explainer();
    private Lab lab;

    @AfterAll
    static void closeAll() {
        CLUSTERS.close();
    }

    @BeforeEach
    void goLive() {
        lab = new LabActor(CLUSTERS, told);
        lab.open(BundledScenarios.load("sample")).join();
        lab.beginStep().join();
        lab.goLive().join();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private PlayedRun writtenAndStopped() throws Exception {
        lab.act(new Action.Put(A, K, V)).join();
        told.await(snapshot -> Optional.of(V).equals(snapshot.node(C).value(K))
                && Optional.of(V).equals(snapshot.node(B).value(K)));
        lab.stopClocks().join();
        return lab.played().join();
    }

    private static int first(PlayedRun run, Predicate<Snapshot> wanted) {
        return run.history().snapshots().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow()
                .index();
    }

    private static List<RunEvent> because(PlayedRun run, Explanation answer) {
        return answer.because().stream()
                .map(sentence -> run.history().at(sentence.events().get(0)).what())
                .toList();
    }

    @Test
    void whatIsHeldAfterTheStretchIsFollowedBackToTheWriteInIt() throws Exception {
        PlayedRun run = writtenAndStopped();
        Explanation answer = explainer.explain(run, run.history().size() - 1, new Question.OfEntry(C, K));
        assertThat(answer.isCurrent()).isTrue();
        assertThat(answer.heals()).isTrue();
        assertThat(because(run, answer))
                .anyMatch(what -> what instanceof RunEvent.Wrote wrote
                        && wrote.node().equals(A)
                        && wrote.entry().key().equals(K));
        assertThat(because(run, answer))
                .anyMatch(what -> what instanceof RunEvent.Delivered delivered
                        && delivered.message().to().equals(C));
    }

    @Test
    void whatWasOnItsWayInTheStretchIsSaidToBringIt() throws Exception {
        PlayedRun run = writtenAndStopped();
        int arrival = first(
                run,
                moment ->
                        moment.isLived() && Optional.of(V).equals(moment.node(C).value(K)));
        Explanation before = explainer.explain(run, arrival - 1, new Question.OfEntry(C, K));
        assertThat(before.isCurrent()).isFalse();
        assertThat(before.heals()).isTrue();
        assertThat(before.outlook().text()).contains("is under way and brings it");
    }

    @Test
    void rowsAndMessagesOfTheStretchAreExplained() throws Exception {
        PlayedRun run = writtenAndStopped();
        int arrival = first(
                run,
                moment ->
                        moment.isLived() && Optional.of(V).equals(moment.node(C).value(K)));
        long message = ((RunEvent.Delivered) run.history().at(arrival).what())
                .message()
                .id();
        assertThat(because(run, explainer.explain(run, arrival, new Question.OfMessage(message))))
                .anyMatch(what -> what instanceof RunEvent.Sent);
        assertThat(explainer.explain(run, arrival, new Question.OfRow(C, A)).because())
                .isNotEmpty();
    }

    @Test
    void aMomentBeforeTheStretchIsAnsweredAsInAnyRunInSteps() throws Exception {
        PlayedRun run = writtenAndStopped();
        int begin = run.lived().get(0).begin();
        Key waffle = new Key("waffle");
        PlayedRun inSteps =
                new PlayedRun(run.scenario(), run.inputs(), run.history().first(begin));
        Question question = new Question.OfEntry(C, waffle);
        assertThat(explainer.explain(run, begin - 1, question))
                .isEqualTo(explainer.explain(inSteps, begin - 1, question));
        assertThat(run.upTo(begin - 1).lived()).isEmpty();
    }

    @Test
    void aMessageLostOnACutLinkIsNamedAndTheNextSyncsOutlookIsComputed() throws Exception {
        lab.inject(new Fault.OnLinks(List.of(new Link(A, C), new Link(B, C)), new LinkFault.Cut()))
                .join();
        lab.act(new Action.Put(A, K, V)).join();
        told.await(snapshot -> Optional.of(V).equals(snapshot.node(B).value(K)));
        lab.stopClocks().join();
        PlayedRun run = lab.played().join();
        int last = run.lived().get(0).end();
        Explanation answer = explainer.explain(run, last, new Question.OfEntry(C, K));
        assertThat(answer.isCurrent()).isFalse();
        assertThat(because(run, answer))
                .anyMatch(what ->
                        what instanceof RunEvent.Sent sent && sent.message().fate() == Fate.LOST);
    }

    @Test
    void stepsAfterTheStretchAreRepeatedFromTheStatesInWhichTheNodesStopped() throws Exception {
        lab.act(new Action.Put(A, K, V)).join();
        told.await(snapshot -> Optional.of(V).equals(snapshot.node(C).value(K))
                && Optional.of(V).equals(snapshot.node(B).value(K)));
        lab.stopClocks().join();
        Key later = new Key("later");
        lab.act(new Action.Put(B, later, V)).join();
        lab.act(new Action.Kill(C)).join();
        lab.act(new Action.Start(C, false)).join();
        lab.act(new Action.Sync(B, Optional.of(List.of(A)), Optional.empty(), Fates.NONE))
                .join();
        lab.finishStep().join();
        lab.tick().join();
        PlayedRun run = lab.played().join();
        int last = run.history().size() - 1;
        Explanation lacks = explainer.explain(run, last, new Question.OfEntry(C, later));
        assertThat(lacks.holders()).contains(A, B);
        assertThat(lacks.heals()).isTrue();
        assertThat(lacks.outlook().text()).contains("sync");
        assertThat(because(run, explainer.explain(run, last, new Question.OfEntry(A, later))))
                .anyMatch(what -> what instanceof RunEvent.Delivered delivered
                        && delivered.message().to().equals(A));
        assertThat(explainer.explain(run, last, new Question.OfEntry(A, K)).isCurrent())
                .isTrue();
    }

    @Test
    void recordsThatAreGoneAreSaidToBe() throws Exception {
        PlayedRun run = writtenAndStopped();
        lab.open(BundledScenarios.load("sample")).join();
        assertThatThrownBy(() -> explainer.explain(run, run.history().size() - 1, new Question.OfEntry(C, K)))
                .isInstanceOf(UnanswerableException.class)
                .hasMessageContaining("not there any more");
    }
}
