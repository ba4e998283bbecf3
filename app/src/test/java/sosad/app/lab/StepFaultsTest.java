package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Phase;
import sosad.app.history.RuleInForce;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.app.history.Snapshot;
import sosad.app.history.text.MessageText;
import sosad.app.history.text.Sentences;
import sosad.app.lab.step.Healing;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** Delay, corruption, order and rules in step mode ({@code docs/scenarios.md}), on bare replicas. */
class StepFaultsTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");
    private static final String PUSH = "put: {at: A, key: k, value: v}, push: {from: A%s}";

    private final List<Snapshot> snapshots = new ArrayList<>();

    private StepRun player(String... steps) {
        StringBuilder yaml = new StringBuilder("scenario: t\ncluster: {nodes: [A, B, C]}\nsteps:\n");
        for (String step : steps) {
            yaml.append(step.isEmpty() ? "  - {}\n" : "  - do: [%s]\n".formatted(step));
        }
        Scenario scenario = ScenarioReader.read("t", yaml.toString());
        SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames());
        cluster.startAll();
        return new StepRun(scenario, cluster, snapshots::add);
    }

    private Snapshot step(StepRun player) {
        player.beginStep();
        player.finishStep();
        return present();
    }

    private Snapshot present() {
        return snapshots.get(snapshots.size() - 1);
    }

    private static List<String> fates(Snapshot snapshot) {
        return snapshot.messages().stream()
                .map(message -> message.from() + ">" + message.to() + " " + message.fate())
                .toList();
    }

    private List<String> said() {
        return snapshots.stream().map(snapshot -> Sentences.of(snapshot.what())).toList();
    }

    private List<String> failures() {
        return said().stream()
                .filter(sentence -> sentence.startsWith("Could not"))
                .toList();
    }

    // Delay

    @Test
    void aDelayedMessageIsParkedAndJoinsTheQueueWhenItsStepOpens() {
        StepRun player = player(PUSH.formatted(", to: [B], delay: {B: 2}"), "", "");
        assertThat(fates(step(player))).containsExactly("A>B HELD");
        assertThat(present().messages().get(0).stepsLeft()).isEqualTo(2);
        assertThat(MessageText.of(present().messages().get(0)))
                .endsWith("Delayed, 2 steps more: delayed by the scenario.");
        step(player);
        assertThat(present().messages().get(0).stepsLeft()).isEqualTo(1);
        player.beginStep();
        assertThat(present().queue()).hasSize(1);
        player.finishStep();
        assertThat(fates(present())).containsExactly("A>B DELIVERED");
    }

    @Test
    void whatIsDueStandsBeforeWhatItsStepSends() {
        StepRun player =
                player(PUSH.formatted(", to: [B], delay: {B: 1}"), "put: {at: A, key: l, value: w}, push: {from: A}");
        step(player);
        player.beginStep();
        List<String> order = present().queue().stream()
                .map(id -> present().message(id).orElseThrow())
                .map(message -> message.to() + " " + message.changes())
                .toList();
        assertThat(order).containsExactly("B [k@2]", "B [l@3]", "C [k@2, l@3]");
    }

    @Test
    void aDelayedMessageIsAskedOfItsLinkWhenItIsDueBeforeTheStepMendsIt() {
        StepRun player = player(PUSH.formatted(", to: [B], delay: {B: 1}") + ", cut: {from: A, to: B}", "mend: all");
        step(player);
        assertThat(fates(step(player))).containsExactly("A>B LOST");
    }

    @Test
    void aStepByHandCountsAsAStepToo() {
        StepRun player = player(PUSH.formatted(", to: [B], delay: {B: 1}"));
        step(player);
        player.tick();
        player.finishStep();
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
    }

    @Test
    void aDelayedMessageCanBeDeliveredDroppedOrHeldForGoodBefore() {
        StepRun player = player(PUSH.formatted(", delay: {B: 1, C: 1}"), "");
        player.beginStep();
        List<Message> parked = player.present().messages();
        player.handle(parked.get(0).id(), MessageAction.DELIVER);
        player.handle(parked.get(1).id(), MessageAction.HOLD);
        assertThat(fates(step(player))).containsExactly("A>C HELD");
        player.handle(parked.get(1).id(), MessageAction.LOSE);
        assertThat(fates(present())).containsExactly("A>C DISCARDED");
    }

    @Test
    void aMessageInFlightIsDelayedByHand() {
        StepRun player = player(PUSH.formatted(", to: [B]"), "");
        player.beginStep();
        long id = present().queue().get(0);
        player.handle(id, new MessageAction.DelayBy(1));
        assertThat(said()).endsWith("A's push to B (k@2) is delayed, 1 step more: delayed by hand.");
        player.finishStep();
        assertThat(present().node(B).value(K)).isEmpty();
        step(player);
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
        assertThatThrownBy(() -> player.handle(id, new MessageAction.DelayBy(1)))
                .hasMessage("the message is no longer under way");
    }

    @Test
    void aDelayHasALimit() {
        StepRun player = player(PUSH.formatted(", to: [B]"));
        player.beginStep();
        assertThatThrownBy(() -> player.handle(present().queue().get(0), new MessageAction.DelayBy(100)))
                .hasMessage("a message is delayed by 1 to 99 steps, not by 100");
    }

    // Corruption

    @Test
    void aCorruptMessageIsRefusedAndChangesNothing() {
        StepRun player = player(PUSH.formatted(", to: [B]"));
        player.beginStep();
        player.handle(present().queue().get(0), MessageAction.CORRUPT);
        assertThat(said()).endsWith("A's push to B (k@2) is corrupt: its bytes are changed on the way.");
        player.finishStep();
        assertThat(fates(present())).containsExactly("A>B LOST");
        assertThat(present().messages().get(0).why()).isEqualTo("refused by B: its checksum is wrong");
        assertThat(said()).contains("B refuses A's push (k@2): its checksum is wrong. It is lost.");
        assertThat(present().node(B).value(K)).isEmpty();
        assertThat(present().node(B).rows().get(A).now()).isEqualTo(1);
    }

    @Test
    void ofSeveralCopiesTheFirstIsCorruptAndTheOthersArrive() {
        StepRun player = player(PUSH.formatted(", to: [B], duplicate: [B]"));
        player.beginStep();
        player.handle(present().queue().get(0), MessageAction.CORRUPT);
        player.deliverNext();
        List<Snapshot> last = snapshots.subList(snapshots.size() - 2, snapshots.size());
        assertThat(last.get(0).what())
                .isInstanceOfSatisfying(RunEvent.Handled.class, handled -> assertThat(handled.handling())
                        .isEqualTo(Handling.REFUSED));
        assertThat(last.get(0).node(B).value(K))
                .as("while only the corrupt copy was there")
                .isEmpty();
        assertThat(last.get(1).node(B).value(K)).contains(Value.of("v"));
        assertThat(fates(present())).containsExactly("A>B DELIVERED");
        assertThat(said()).contains("B refuses the first copy of A's push (k@2): its checksum is wrong.");
    }

    @Test
    void theScenarioCorruptsAndAMessageIsCorruptOnce() {
        StepRun player = player(PUSH.formatted(", corrupt: [B], to: [B]"));
        player.beginStep();
        assertThat(said()).contains("A pushes k@2 to B; its bytes are changed on the way.");
        assertThatThrownBy(() -> player.handle(present().queue().get(0), MessageAction.CORRUPT))
                .hasMessage("the message is corrupt already");
        player.finishStep();
        assertThat(fates(present())).containsExactly("A>B LOST");
    }

    @Test
    void aCorruptMessageToADeadNodeIsLostToThat() {
        StepRun player = player(PUSH.formatted(", to: [B], corrupt: [B]") + ", kill: {node: B}");
        assertThat(step(player).messages()).extracting(Message::why).containsExactly("B is dead");
    }

    // Restoring

    @Test
    void aLostMessageJoinsTheEndOfTheQueueWhenItIsRestored() {
        StepRun player = player(PUSH.formatted(", lose: [B]"));
        player.beginStep();
        List<Message> sent = player.present().messages();
        player.handle(sent.get(0).id(), MessageAction.RESTORE);
        assertThat(said()).endsWith("A's push to B (k@2) is restored: it was lost, and goes on after all.");
        assertThat(present().queue())
                .containsExactly(sent.get(1).id(), sent.get(0).id());
        player.finishStep();
        assertThat(present().node(B).value(K)).contains(Value.of("v"));
    }

    @Test
    void aRestoredMessageIsAskedAboutItsLinkAnew() {
        StepRun player = player(PUSH.formatted(", to: [B], lose: [B]") + ", cut: {from: A, to: B}");
        player.beginStep();
        long id = player.present().messages().get(0).id();
        player.handle(id, MessageAction.RESTORE);
        assertThat(said()).endsWith("A's push to B (k@2) is lost: the link is cut.");
        player.act(new Action.Mend(Optional.empty()));
        player.handle(id, MessageAction.RESTORE);
        assertThat(present().queue()).containsExactly(id);
    }

    @Test
    void onlyWhatWasLostInThePresentStepIsRestored() {
        StepRun player = player(PUSH.formatted(", lose: [B], hold: [C]"), "");
        player.beginStep();
        long lost = player.present().messages().get(0).id();
        long held = player.present().messages().get(1).id();
        assertThatThrownBy(() -> player.handle(held, MessageAction.RESTORE)).hasMessage("the message is not lost");
        player.finishStep();
        List<Snapshot> before = List.copyOf(snapshots);
        assertThatThrownBy(() -> player.handle(lost, MessageAction.RESTORE))
                .hasMessage("the step in which the message was lost is over");
        assertThat(snapshots).isEqualTo(before);
        player.beginStep();
        assertThatThrownBy(() -> player.handle(lost, MessageAction.RESTORE))
                .hasMessage("the message is no longer under way");
    }

    // Order

    @Test
    void aMessageInFlightIsGivenAnotherPlace() {
        StepRun player = player(PUSH.formatted("") + ", put: {at: B, key: l, value: w}, push: {from: B, to: [C]}");
        player.beginStep();
        List<Long> before = present().queue();
        player.handle(before.get(2), new MessageAction.Reorder(1));
        assertThat(present().queue()).containsExactly(before.get(2), before.get(0), before.get(1));
        assertThat(said()).endsWith("B's push to C (l@2) is now number 1 of 3 to be delivered.");
        player.handle(before.get(2), new MessageAction.Reorder(3));
        assertThat(present().queue()).isEqualTo(before);
    }

    @Test
    void onlyWhatIsInFlightHasAPlaceAndOnlyPlacesThereAre() {
        StepRun player = player(PUSH.formatted(", hold: [C]"));
        player.beginStep();
        List<Message> messages = player.present().messages();
        assertThatThrownBy(() -> player.handle(messages.get(0).id(), new MessageAction.Reorder(2)))
                .hasMessage("place 2: it must be from 1 to 1");
        assertThatThrownBy(() -> player.handle(messages.get(1).id(), new MessageAction.Reorder(1)))
                .hasMessage("the message is not in flight, so it has no place in the order of delivery");
    }

    // Rules

    private static String rule(String fields) {
        return "rule: {" + fields + "}";
    }

    @Test
    void aRuleHoldsWhatIsSentAfterItToThatNodeAlone() {
        StepRun player = player(PUSH.formatted("") + ", " + rule("do: hold, to: B"), PUSH.formatted(""));
        assertThat(fates(step(player))).containsExactly("A>B DELIVERED", "A>C DELIVERED");
        assertThat(fates(step(player))).containsExactly("A>B HELD", "A>C DELIVERED");
        assertThat(present().messages().get(0).why()).isEqualTo("by the rule “hold everything to B”");
    }

    @Test
    void everySecondMessageOnALinkIsLost() {
        String sync = "sync: {from: A, to: [B]}, sync: {from: A, to: [B]}, push: {from: A, to: [C]}";
        StepRun player =
                player(rule("do: lose, every: 2, from: A, to: B") + ", put: {at: A, key: k, value: v}, " + sync, sync);
        assertThat(fates(step(player))).containsExactly("A>B DELIVERED", "A>B LOST", "A>C DELIVERED");
        assertThat(fates(step(player))).containsExactly("A>B DELIVERED", "A>B LOST");
        RuleInForce rule = present().rules().get(0);
        assertThat(rule.counted()).isEqualTo(4);
        assertThat(rule.acted()).isEqualTo(2);
    }

    @Test
    void aRuleMayCoverOneKindOfMessage() {
        StepRun player = player(
                rule("do: lose, kind: sync") + ", " + PUSH.formatted(", to: [B]") + ", sync: {from: A, to: [B]}");
        assertThat(fates(step(player))).containsExactly("A>B DELIVERED", "A>B LOST");
    }

    @Test
    void helloIsAMessageLikeAnyOther() {
        StepRun player = player(rule("do: hold, kind: hello, from: B") + ", kill: {node: B}, start: {node: B}");
        assertThat(fates(step(player))).containsExactly("B>A HELD", "B>C HELD");
    }

    @Test
    void whatTheScenarioLosesOrHoldsIsNeitherTreatedNorCounted() {
        StepRun player = player(rule("do: duplicate, every: 2") + ", " + PUSH.formatted(", lose: [B]")
                + ", sync: {from: A, hold: [B]}");
        assertThat(fates(step(player))).containsExactly("A>B LOST", "A>C DELIVERED", "A>B HELD", "A>C DELIVERED");
        assertThat(present().rules().get(0).counted()).isEqualTo(2);
        assertThat(present().messages().get(3).copies()).isEqualTo(2);
    }

    @Test
    void aRuleGoesBeforeACutLinkAndADeadDestination() {
        StepRun player = player(rule("do: hold") + ", cut: {from: A, to: B}, kill: {node: C}, " + PUSH.formatted(""));
        assertThat(fates(step(player))).containsExactly("A>B HELD", "A>C HELD");
    }

    @Test
    void rulesAreAskedInTurnUntilOneParksTheMessageOrLosesItAndAllCount() {
        StepRun player = player(rule("do: corrupt") + ", " + rule("do: duplicate") + ", " + rule("do: hold, to: B")
                + ", " + rule("do: lose") + ", " + PUSH.formatted(""));
        player.beginStep();
        assertThat(fates(present())).containsExactly("A>B HELD", "A>C LOST");
        assertThat(present().messages().get(0).corrupt()).isTrue();
        assertThat(present().messages().get(0).copies()).isEqualTo(2);
        assertThat(present().rules()).extracting(RuleInForce::counted).containsExactly(2L, 2L, 1L, 2L);
    }

    @Test
    void aReleasedMessageIsNotTreatedAgain() {
        StepRun player = player(rule("do: hold") + ", " + PUSH.formatted(", to: [B]"), "deliver: {from: A, to: B}");
        step(player);
        assertThat(fates(step(player))).containsExactly("A>B DELIVERED");
    }

    @Test
    void aRuleDelays() {
        StepRun player = player(rule("do: delay, steps: 1, to: B") + ", " + PUSH.formatted(""), "");
        assertThat(fates(step(player))).containsExactly("A>B HELD", "A>C DELIVERED");
        assertThat(fates(step(player))).containsExactly("A>B DELIVERED");
    }

    @Test
    void aRuleEndsByItsPlaceOrWithAllOthers() {
        StepRun player = player(
                rule("do: hold, to: B") + ", " + rule("do: lose, to: C") + ", end-rule: {nth: 3}, end-rule: {nth: 1}",
                "end-rule: all, end-rule: all, end-rule: {}");
        assertThat(step(player).rules())
                .extracting(rule -> rule.rule().toString())
                .containsExactly("lose everything to C");
        assertThat(failures()).containsExactly("Could not end a rule: only 2 rules are in force.");
        assertThat(step(player).rules()).isEmpty();
        assertThat(failures()).endsWith("Could not end a rule: no rule is in force.");
        assertThat(said()).contains("No longer in force: hold everything to B.", "No rule was in force.");
    }

    @Test
    void fiftyRulesAreTheMost() {
        String rules = String.join(
                ", ", IntStream.range(0, 51).mapToObj(i -> rule("do: hold")).toList());
        StepRun player = player(rules);
        assertThat(step(player).rules()).hasSize(50);
        assertThat(failures())
                .containsExactly("Could not set the rule “hold everything”: 50 rules are in force, which is the limit;"
                        + " end one first.");
    }

    @Test
    void settingARuleByHandOpensNoStep() {
        StepRun player = player("");
        player.act(read(rule("do: hold, to: B")));
        assertThat(present().phase()).isEqualTo(Phase.START);
        assertThat(present().time()).isEqualTo(1);
        assertThat(present().offScript()).isTrue();
        assertThat(said()).endsWith("From now on: hold everything to B.");
        assertThat(step(player).time()).isEqualTo(2);
    }

    private static Action read(String action) {
        return ScenarioReader.read("t", "scenario: t\ncluster: {nodes: [A, B, C]}\nsteps: [{do: [" + action + "]}]\n")
                .steps()
                .get(0)
                .actions()
                .get(0);
    }

    // Healing

    @Test
    void healingEndsRulesMendsLinksAndBringsBackEveryNodeAndGateway() {
        StepRun player = player(rule("do: hold") + ", cut: {from: A, to: B}, pause: {node: B}, kill: {node: C}");
        step(player);
        assertThat(Healing.of(present())).hasSize(4);
        player.heal();
        assertThat(Healing.of(present())).isEmpty();
        assertThat(present().rules()).isEmpty();
        assertThat(fates(present())).as("the hellos").containsExactly("C>A IN_FLIGHT", "C>B IN_FLIGHT");
        assertThat(present().message(present().queue().get(0)).orElseThrow().fate())
                .isEqualTo(Fate.IN_FLIGHT);
    }
}
