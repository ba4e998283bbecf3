package sosad.app.view.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.QuadCurve;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.fabric.Sample;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.ProcessFault;
import sosad.app.history.MemoryRun;
import sosad.app.history.SampleHistory;
import sosad.app.lab.live.LiveState;
import sosad.app.supervisor.Health;
import sosad.app.testing.OnFx;
import sosad.app.view.stage.card.GatewayCard;
import sosad.app.view.stage.card.NodeCard;
import sosad.app.view.stage.link.RequestLine;
import sosad.app.view.stage.message.MessageBox;
import sosad.app.view.stage.message.MessageStack;
import sosad.model.NodeId;
import sosad.protocol.Rules;

public class StagePaneTest {
    private final NotedActions actions = new NotedActions();
    private StagePane stage;
    private Stage window;

    @BeforeEach
    void show() {
        OnFx.run(() -> {
            stage = new StagePane();
            stage.animatedProperty().set(false);
            stage.actionsProperty().set(actions);
            window = OnFx.show(stage, 770, 400);
        });
    }

    @AfterEach
    void close() {
        OnFx.run(window::close);
    }

    private void show(MemoryRun run) {
        OnFx.run(() -> {
            stage.baselineProperty().set(run.history().before(run.present()).orElse(null));
            stage.snapshotProperty().set(run.present());
            OnFx.settle(stage);
        });
    }

    private <T extends Node> List<T> all(String selector, Class<T> type) {
        return OnFx.get(() -> stage.lookupAll(selector).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(Node::isVisible)
                .toList());
    }

    private MessageBox box(long id) {
        return all(".stage-message", MessageBox.class).stream()
                .filter(box -> box.message().id() == id)
                .findFirst()
                .orElseThrow();
    }

    private NodeCard card(int index) {
        return all(".stage-card", NodeCard.class).get(index);
    }

    private Button button(String name) {
        return all(".stage-icon-button", Button.class).stream()
                .filter(button -> name.equals(button.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + name));
    }

    private void fire(String name) {
        Button button = button(name);
        OnFx.run(button::fire);
    }

    private void press(Node node, KeyCode key) {
        OnFx.run(() -> {
            OnFx.press(node, key);
            OnFx.settle(stage);
        });
    }

    @Test
    void aCardSaysWhatItsNodeKnowsHoldsAndLacks() {
        show(SampleHistory.fourHalfDelivered());
        assertThat(card(1).getAccessibleText())
                .isEqualTo("Node B, up, 3 entries, lacks 1; A now 1 prev 1; C now 3 prev 1");
    }

    @Test
    void onlyTheRowThatChangedIsMarked() {
        show(SampleHistory.fourHalfDelivered());
        assertThat(all(".highlight", Node.class)).hasSize(1);
    }

    @Test
    void everyMessageCanBeReachedAndSaysWhatItIs() {
        MemoryRun run = SampleHistory.threeInFlight();
        show(run);
        MessageBox lost = box(run.message("B", "A"));
        assertThat(lost.isFocusTraversable()).isTrue();
        assertThat(lost.getAccessibleText()).isEqualTo("B's push to A: waffle@2, grace@2. Lost: lost by the scenario.");
        assertThat(lost.getPseudoClassStates())
                .extracting(Object::toString)
                .contains("lost")
                .doesNotContain("in_flight");
    }

    @Test
    void messagesCoverNeitherCardsNorEachOther() {
        show(SampleHistory.fiveInFlight());
        List<Node> shown = new ArrayList<>(all(".stage-card", Node.class));
        shown.addAll(all(".stage-message", Node.class));
        assertThat(shown).hasSize(8);
        for (Node one : shown) {
            for (Node other : shown) {
                if (!one.equals(other)) {
                    assertThat(place(one).intersects(place(other))).isFalse();
                }
            }
        }
    }

    private static Bounds place(Node node) {
        return OnFx.get(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void theKeysActOnTheFocusedMessage() {
        MemoryRun run = SampleHistory.fourInFlight();
        show(run);
        long id = run.message("C", "B");
        for (KeyCode key : List.of(KeyCode.D, KeyCode.X, KeyCode.DIGIT2, KeyCode.H)) {
            press(box(id), key);
        }
        assertThat(actions.wanted).containsExactly("deliver " + id, "drop " + id, "duplicate " + id, "hold " + id);
    }

    @Test
    void aLostMessageCannotBeHandled() {
        MemoryRun run = SampleHistory.threeInFlight();
        show(run);
        press(box(run.message("B", "A")), KeyCode.D);
        assertThat(actions.wanted).isEmpty();
    }

    @Test
    void aMessageThatWasLostInThisStepCanBeRestored() {
        MemoryRun run = SampleHistory.threeInFlight();
        show(run);
        long id = run.message("B", "A");
        press(box(id), KeyCode.R);
        assertThat(actions.wanted).containsExactly("restore " + id);
    }

    @Test
    void enterOpensAMessageAndEscapeClosesIt() {
        MemoryRun run = SampleHistory.fourInFlight();
        show(run);
        MessageBox box = box(run.message("C", "B"));
        press(box, KeyCode.ENTER);
        assertThat(all(".stage-popover .sentence", javafx.scene.control.Label.class)
                        .get(0)
                        .getText())
                .isEqualTo("C has heard from B up to 2; before its last sync, up to 1. It sends frogger, written at"
                        + " time 3.");
        press(all(".stage-popover", Node.class).get(0), KeyCode.ESCAPE);
        assertThat(all(".stage-popover", Node.class)).isEmpty();
        assertThat(OnFx.get(box::isFocused)).isTrue();
    }

    @Test
    void trimTakesOutTheChosenChanges() {
        MemoryRun run = SampleHistory.fiveInFlight();
        show(run);
        long id = run.message("C", "B");
        press(box(id), KeyCode.T);
        CheckBox tom = all(".stage-popover .check-box", CheckBox.class).stream()
                .filter(choice -> choice.getText().equals("tom@4"))
                .findFirst()
                .orElseThrow();
        OnFx.run(() -> tom.setSelected(true));
        OnFx.run(all(".stage-popover .accent", Button.class).get(0)::fire);
        assertThat(actions.wanted).containsExactly("trim " + id + " [tom]");
    }

    @Test
    void delayAsksForHowManySteps() {
        MemoryRun run = SampleHistory.fourInFlight();
        show(run);
        long id = run.message("C", "B");
        press(box(id), KeyCode.L);
        TextField steps = all(".delay-form .text-field", TextField.class).get(0);
        Button delay = all(".delay-form .accent", Button.class).get(0);
        assertThat(OnFx.get(steps::isFocused)).isTrue();
        OnFx.run(() -> steps.setText("100"));
        assertThat(steps.getText()).as("beyond 99").isEqualTo("1");
        OnFx.run(steps::clear);
        assertThat(delay.isDisabled()).isTrue();
        OnFx.run(() -> steps.setText("12"));
        assertThat(delay.getText()).isEqualTo("Delay by 12 steps");
        OnFx.run(delay::fire);
        assertThat(actions.wanted).containsExactly("delay " + id + " 12");
    }

    @Test
    void aCorruptOrDelayedMessageIsToldByItsWordAndItsMark() {
        MemoryRun run = SampleHistory.fourInFlight();
        long id = run.message("C", "B");
        show(run.corrupt(id));
        assertThat(label(box(id), ".kind")).isEqualTo("push corrupt");
        assertThat(box(id).getPseudoClassStates()).extracting(Object::toString).contains("corrupt");
        assertThat(box(id).lookup(".mark").isVisible()).isTrue();
        show(run.delay(id, 3));
        assertThat(label(box(id), ".kind")).isEqualTo("push delayed, corrupt");
        assertThat(label(box(id), ".mark")).isEqualTo("+3");
    }

    private static String label(Node box, String selector) {
        return OnFx.get(() -> ((Label) box.lookup(selector)).getText());
    }

    @Test
    void aMessageIsCorruptOnceAndADelayedOneCanBeHeldForGood() {
        MemoryRun run = SampleHistory.fourInFlight();
        long id = run.message("C", "B");
        show(run);
        press(box(id), KeyCode.C);
        show(run.corrupt(id));
        press(box(id), KeyCode.C);
        show(run.delay(id, 1));
        press(box(id), KeyCode.H);
        show(run.hold(id));
        press(box(id), KeyCode.H);
        assertThat(actions.wanted).containsExactly("corrupt " + id, "hold " + id);
    }

    @Test
    void altAndAnArrowMoveAMessageInTheOrderOfDelivery() {
        MemoryRun run = SampleHistory.fourInFlight();
        show(run);
        long second = run.message("C", "B");
        for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.UP)) {
            MessageBox box = box(second);
            OnFx.run(() -> OnFx.pressWithAlt(box, key));
        }
        assertThat(actions.wanted).containsExactly("reorder " + second + " to 1", "reorder " + second + " to 1");
    }

    @Test
    void whereTheNodesCannotGoBackNothingCanBeDone() {
        MemoryRun run = SampleHistory.fourInFlight();
        show(run);
        OnFx.run(() -> stage.fixedProperty().set(true));
        press(box(run.message("C", "B")), KeyCode.D);
        assertThat(actions.wanted).isEmpty();
        assertThat(button("Kill A").isDisabled()).isTrue();
    }

    @Test
    void theButtonsOfACardFollowItsNode() {
        show(SampleHistory.fourInFlight());
        OnFx.run(button("Pause B")::fire);
        OnFx.run(button("Kill A")::fire);
        show(SampleHistory.fourInFlight().pause("B").kill("A"));
        OnFx.run(button("Resume B")::fire);
        OnFx.run(button("Start A")::fire);
        assertThat(actions.wanted).containsExactly("pause B", "kill A", "resume B", "start A");
    }

    @Test
    void aNewMomentReusesWhatIsOnTheStage() {
        MemoryRun run = SampleHistory.fourInFlight();
        show(run);
        Set<Node> before = nodes();
        show(run.deliver(run.message("C", "B")));
        assertThat(nodes()).isEqualTo(before);
    }

    private Set<Node> nodes() {
        return OnFx.get(() -> stage.lookupAll("*").stream()
                .filter(node -> node instanceof NodeCard || node instanceof MessageBox)
                .collect(Collectors.toSet()));
    }

    @Test
    void aMessageTravelsToItsDestination() {
        MemoryRun run = SampleHistory.fourInFlight();
        show(run);
        MessageBox box = box(run.message("C", "B"));
        double before = place(box).getCenterX();
        CompletableFuture<Void> arrival = OnFx.get(() -> {
            stage.animatedProperty().set(true);
            stage.speedProperty().set(20);
            return stage.travel(box.message().id()).toCompletableFuture();
        });
        OnFx.await(arrival);
        double target = place(card(1)).getMaxX();
        double arrived = OnFx.get(() -> box.localToScene(box.getLayoutBounds()).getCenterX());
        assertThat(arrived).isLessThan(before).isBetween(target - 5, target + 5);
    }

    @Test
    void withoutAnimationAMessageIsThereAtOnce() {
        MemoryRun run = SampleHistory.fourInFlight();
        show(run);
        assertThat(OnFx.get(() -> stage.travel(run.message("C", "B"))
                        .toCompletableFuture()
                        .isDone()))
                .isTrue();
    }

    private static MemoryRun behindGateways() {
        return new MemoryRun(Rules.DOCUMENT, 2, "A", "B", "C")
                .step(2, null)
                .put("G1", "waffle", "yoda")
                .get("G1", "tom")
                .kill("G2")
                .finish();
    }

    @Test
    void gatewaysStandBesideTheNodesWithTheirStateAndTheirRequests() {
        show(behindGateways());
        List<GatewayCard> gateways = all(".stage-gateway", GatewayCard.class);
        assertThat(gateways).extracting(Node::getAccessibleText).containsExactly("Gateway G1, up", "Gateway G2, dead");
        assertThat(all(".stage-request-key", Label.class))
                .extracting(Label::getText)
                .containsExactly("waffle", "get tom");
        double right = gateways.stream()
                .mapToDouble(card -> place(card).getMaxX())
                .max()
                .orElseThrow();
        assertThat(all(".stage-card", Node.class))
                .hasSize(3)
                .allMatch(card -> place(card).getMinX() > right);
    }

    @Test
    void whatAClientReadStandsBesideItsNodeAndIsMarkedWhenStale() {
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, "A", "B", "C")
                .step(2, null)
                .put("A", "waffle", "yoda")
                .get("A", "waffle")
                .get("B", "waffle")
                .actionsDone();
        show(run);
        assertThat(texts(".stage-read .asked")).containsExactly("get waffle", "get waffle");
        assertThat(texts(".stage-read .got")).containsExactly("yoda", "nothing");
        assertThat(texts(".stage-read .line .stale")).containsExactly("stale");
        show(run.finish().step(3, null));
        assertThat(all(".stage-read", Node.class)).isEmpty();
    }

    private List<String> texts(String selector) {
        return all(selector, Label.class).stream().map(Label::getText).toList();
    }

    @Test
    void whatIsWrongWithALiveNodeStandsOnItsCardUnlessTheMomentIsPast() {
        show(SampleHistory.fourHalfDelivered());
        FaultSnapshot faults = new FaultSnapshot(
                List.of(
                        new ActiveFault(
                                1, new Fault.OnProcess(new NodeId("B"), new ProcessFault.SlowDisk(20)), 0, "you"),
                        new ActiveFault(2, new Fault.OnProcess(new NodeId("B"), new ProcessFault.FailDisk()), 0, "you"),
                        new ActiveFault(3, new Fault.OnProcess(new NodeId("B"), new ProcessFault.Drift(90)), 0, "you")),
                Map.of(),
                Map.of());
        LiveState state = new LiveState(0, faults, Map.of(), 0, new Sample.Taken(List.of(), 0), Optional.empty());
        OnFx.run(() -> {
            stage.liveProperty().set(state);
            OnFx.settle(stage);
        });
        assertThat(all(".troubles", Label.class)).extracting(Label::getText).containsExactly("slow disk, fail disk +1");
        assertThat(card(1).getAccessibleText())
                .contains("every write to disk takes 20 ms longer, writes to disk fail")
                .contains(new ProcessFault.Drift(90).words());
        assertThat(card(0).getPseudoClassStates()).extracting(Object::toString).doesNotContain("faulty");
        OnFx.run(() -> stage.pastProperty().set(true));
        assertThat(all(".troubles", Label.class)).isEmpty();
    }

    @Test
    void curvesAreLinesAndNotFilled() {
        show(behindGateways());
        assertThat(all(".stage-request .way", QuadCurve.class)).isNotEmpty().allMatch(way -> way.getFill() == null);
        assertThat(all(".stage-link .idle", QuadCurve.class)).isNotEmpty().allMatch(way -> way.getFill() == null);
        assertThat(new RequestLine(new Curve(new Point(0, 0), new Point(5, 9), new Point(9, 0)), 1).getChildren())
                .as("before a style is applied")
                .filteredOn(QuadCurve.class::isInstance)
                .allMatch(way -> ((QuadCurve) way).getFill() == null);
    }

    @Test
    void aGatewayIsKilledAndStartedByItsButton() {
        show(behindGateways());
        fire("Kill G1");
        fire("Start G2");
        fire("Copy the command that connects to G1");
        assertThat(actions.wanted).containsExactly("kill G1", "start G2", "copy G1");
    }

    @Test
    void whatTheSupervisorThinksStandsOnTheCardsUnlessTheMomentIsPast() {
        show(behindGateways());
        OnFx.run(() -> stage.healthsProperty()
                .set(Map.of(
                        new NodeId("A"),
                        Health.SUSPECTED,
                        new NodeId("B"),
                        Health.DOWN,
                        new NodeId("G2"),
                        Health.RESTARTING)));
        assertThat(card(0).getAccessibleText()).startsWith("Node A, suspected");
        assertThat(card(1).getAccessibleText()).startsWith("Node B, not answering");
        assertThat(all(".stage-gateway", Node.class).get(1).getAccessibleText()).isEqualTo("Gateway G2, restarting");
        OnFx.run(() -> stage.pastProperty().set(true));
        assertThat(card(0).getAccessibleText()).startsWith("Node A, up");
    }

    @Test
    void manyNodesFoldToBadgesInsideTheStage() {
        String[] names = new String[26];
        for (int i = 0; i < 26; i++) {
            names[i] = String.valueOf((char) ('A' + i));
        }
        show(new MemoryRun(Rules.DOCUMENT, names)
                .step(2, null)
                .put("A", "k", "v")
                .push("A")
                .actionsDone());
        assertThat(all(".badge-face", Node.class)).hasSize(26);
        assertThat(all(".stage-card", Node.class))
                .allMatch(card -> place(card).getMaxX() <= 770 && place(card).getMaxY() <= 400);
    }

    /** Eight nodes that each have pushed to all others: 56 messages. */
    public static MemoryRun manyMessages() {
        String[] names = {"A", "B", "C", "D", "E", "F", "G", "H"};
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, names).step(2, null);
        for (String name : names) {
            run.put(name, "k" + name, "v").push(name);
        }
        return run.actionsDone();
    }

    @Test
    void cardsDoNotCoverEachOtherWhateverIsSaidOfTheirNodes() {
        OnFx.run(() -> {
            stage.healthsProperty().set(Map.of(new NodeId("A"), Health.DOWN));
            stage.getScene().getWindow().setWidth(560);
            stage.getScene().getWindow().setHeight(140);
        });
        show(SampleHistory.afterTwo());
        List<NodeCard> cards = all(".stage-card", NodeCard.class);
        assertThat(cards).hasSize(3);
        for (NodeCard one : cards) {
            assertThat(cards)
                    .filteredOn(
                            other -> other != one && other.getBoundsInParent().intersects(one.getBoundsInParent()))
                    .isEmpty();
        }
    }

    @Test
    void aBoxIsUsedAgainForAnotherMessageOfItsSenderAndKeepsNothingOfTheFirst() {
        MemoryRun before = SampleHistory.threeInFlight();
        show(before);
        List<MessageBox> used = all(".stage-message", MessageBox.class);
        used.forEach(box -> OnFx.run(() -> {
            stage.openMessage(box.message().id());
            box.requestFocus();
        }));
        Node owner = OnFx.get(() -> {
            stage.snapshotProperty().set(SampleHistory.atStart().present());
            return stage.getScene().getFocusOwner();
        });
        assertThat(all(".stage-message", Node.class)).isEmpty();
        assertThat(owner).isNotNull().isNotInstanceOf(MessageBox.class);

        show(SampleHistory.fiveInFlight());
        List<MessageBox> ofB = all(".stage-message", MessageBox.class).stream()
                .filter(box -> box.message().from().equals(new NodeId("B")))
                .toList();
        assertThat(ofB).isNotEmpty().isSubsetOf(used).allMatch(Node::isManaged);
        for (MessageBox box : ofB) {
            assertThat(box.getAccessibleText()).startsWith("B's sync");
            assertThat(box.getPseudoClassStates())
                    .extracting(Object::toString)
                    .doesNotContain("opened")
                    .contains(box.message().fate().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void tooManyMessagesLieInAStackAtEachSender() {
        show(manyMessages());
        assertThat(all(".stage-message", MessageBox.class)).isEmpty();
        List<MessageStack> stacks = all(".message-stack", MessageStack.class);
        assertThat(stacks).extracting(MessageStack::getText).hasSize(8).containsOnly("7");
        assertThat(stacks).allMatch(MessageStack::isFocusTraversable);
        assertThat(stacks.get(1).getAccessibleText()).isEqualTo("7 messages from B: open their list");
    }

    @Test
    void everyMessageOfAStackIsOpenedFromItsList() {
        MemoryRun run = manyMessages();
        show(run);
        MessageStack stackOfB = all(".message-stack", MessageStack.class).get(1);
        List<MenuItem> items = OnFx.get(() -> {
            stackOfB.fire();
            return Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                    .toList();
        });
        assertThat(items).extracting(MenuItem::getText).hasSize(7).allMatch(text -> text.startsWith("B → "));
        OnFx.run(() -> {
            items.get(2).fire();
            OnFx.settle(stage);
        });
        long opened = run.message("B", "D");
        press(box(opened), KeyCode.X);
        assertThat(actions.wanted).containsExactly("drop " + opened);
        show(SampleHistory.fourHalfDelivered());
        assertThat(all(".message-stack", Node.class)).isEmpty();
        assertThat(all(".stage-message", MessageBox.class)).isNotEmpty();
    }
}
