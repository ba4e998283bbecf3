package sosad.app.view.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.QuadCurve;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Scenarios;
import sosad.app.testing.ScreenshotOnFailure;
import sosad.app.view.stage.StagePane;
import sosad.app.view.stage.message.MessageBox;
import sosad.app.viewmodel.NextStep;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.Value;

/** What a scenario file can say, done by hand: by mouse, and by keyboard alone. */
@ExtendWith({ApplicationExtension.class, ScreenshotOnFailure.class})
class ByHandTest {
    private static final int MAX_TABS = 120;
    private static final int ROUNDS = 5;

    private Stage stage;
    private OpenWindow open;

    @Start
    void start(Stage itsStage) {
        stage = itsStage;
        open = OpenWindow.sample(stage, 1280, 800);
    }

    private void settle() {
        for (int i = 0; i < ROUNDS; i++) {
            OnFx.run(() -> {}); // what is done later may leave something for later
        }
        OnFx.run(() -> OnFx.settle(stage.getScene().getRoot()));
    }

    private Snapshot present() {
        settle();
        return open.window.lab().historyProperty().get().present();
    }

    private void next(int times) {
        for (int i = 0; i < times; i++) {
            OnFx.run(() -> open.window.playback().next());
            settle();
        }
    }

    /** Returns what was done by hand, as it stands in a file. */
    private List<String> done() {
        settle();
        return open.engine.acted().stream().map(ScenarioWriter::line).toList();
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    private Node named(String name) {
        settle();
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> name.equals(node.getAccessibleText()) && isShown(node))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + name)));
    }

    private String owner() {
        return OnFx.get(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null || owner.getAccessibleText() == null
                    ? String.valueOf(owner)
                    : owner.getAccessibleText();
        });
    }

    /** Goes by Tab to what is called so. */
    private void tabTo(FxRobot robot, String name) {
        tabTo(robot, name::equals);
    }

    private void tabTo(FxRobot robot, Predicate<String> wanted) {
        settle();
        List<String> passed = new ArrayList<>();
        while (!wanted.test(owner())) {
            passed.add(owner());
            assertThat(passed).as("what Tab reaches").hasSizeLessThan(MAX_TABS);
            OnFx.push(stage.getScene(), KeyCode.TAB);
            settle();
        }
    }

    private void focusStage() {
        OnFx.run(() -> stage.getScene().lookup(".stage-pane").requestFocus());
    }

    private void clickLink(FxRobot robot, String from, String to) {
        Node line = named("Link %s to %s, whole".formatted(from, to));
        robot.clickOn(OnFx.get(() -> {
            QuadCurve curve = (QuadCurve) line.lookup(".ground");
            double x = 0.25 * curve.getStartX() + 0.5 * curve.getControlX() + 0.25 * curve.getEndX();
            double y = 0.25 * curve.getStartY() + 0.5 * curve.getControlY() + 0.25 * curve.getEndY();
            return curve.localToScreen(new Point2D(x, y));
        }));
        settle();
    }

    private boolean isFormOpen() {
        settle();
        return OnFx.get(() ->
                stage.getScene().getRoot().lookupAll(".stage-popover").stream().anyMatch(Node::isVisible));
    }

    @Test
    void aLinkIsCutBothWaysByAClickAndMendedOneWay(FxRobot robot) {
        clickLink(robot, "A", "B");
        robot.clickOn(named("Cut both ways"));
        assertThat(done()).containsExactly("cut: {between: [[A], [B]]}");
        assertThat(present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        assertThat(owner()).as("who has the keyboard").isEqualTo("Link A to B, cut");
        assertThat(isFormOpen()).isFalse();

        robot.push(KeyCode.ENTER);
        robot.clickOn(named("Mend B to A"));
        assertThat(done()).endsWith("mend: {from: B, to: A}");
        assertThat(present().cut()).containsExactly(new Link(Scenarios.A, Scenarios.B));
    }

    @Test
    void aLinkIsReachedCutAndMendedByKeyboard(FxRobot robot) {
        focusStage();
        tabTo(robot, name -> name.startsWith("Link "));
        for (int i = 0; i < 6 && !owner().equals("Link B to C, whole"); i++) {
            robot.push(KeyCode.RIGHT);
        }
        robot.push(KeyCode.ENTER);
        tabTo(robot, "Cut B to C");
        robot.push(KeyCode.SPACE);
        assertThat(done()).containsExactly("cut: {from: B, to: C}");

        robot.push(KeyCode.ENTER);
        tabTo(robot, "Mend both ways");
        robot.push(KeyCode.ENTER);
        assertThat(done()).endsWith("mend: {between: [[B], [C]]}");
        assertThat(present().cut()).isEmpty();
        robot.push(KeyCode.ENTER);
        assertThat(isFormOpen()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(isFormOpen()).isFalse();
        assertThat(owner()).isEqualTo("Link B to C, whole");
    }

    @Test
    void aLinksFormCoversNeitherOfItsNodesAndStaysInTheWindow(FxRobot robot) {
        for (double[] size : new double[][] {{1024, 768}, {1280, 800}}) {
            OnFx.run(() -> open = OpenWindow.sample(stage, size[0], size[1]));
            clickLink(robot, "A", "C");
            Bounds form = onScene(OnFx.get(() -> stage.getScene().getRoot().lookupAll(".stage-popover").stream()
                    .filter(Node::isVisible)
                    .findFirst()
                    .orElseThrow()));
            assertThat(form.getMinX()).isGreaterThanOrEqualTo(0);
            assertThat(form.getMaxX()).isLessThanOrEqualTo(size[0]);
            assertThat(form.getMaxY()).isLessThanOrEqualTo(size[1]);
            List<Node> cards =
                    OnFx.get(() -> List.copyOf(stage.getScene().getRoot().lookupAll(".stage-card")));
            assertThat(cards)
                    .filteredOn(card -> !card.getAccessibleText().startsWith("Node B"))
                    .hasSize(2)
                    .noneMatch(card -> onScene(card).intersects(form));
        }
    }

    private static Bounds onScene(Node node) {
        return OnFx.get(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void ofALiveLinkTheFaultsAreOneStepAway(FxRobot robot) {
        OnFx.run(() -> open.engine.goLive());
        clickLink(robot, "C", "A");
        robot.clickOn(named("Faults of A to C"));
        settle();
        assertThat(((ComboBox<?>) named("Target")).getValue()).asString().contains("A → C");
    }

    @Test
    void inThePastALinkIsOnlyLookedAt(FxRobot robot) {
        next(1);
        OnFx.run(() -> {
            var lab = open.window.lab();
            lab.selectedProperty().set(lab.historyProperty().get().snapshots().get(1));
        });
        clickLink(robot, "A", "B");
        assertThat(named("Cut both ways").isDisabled()).isTrue();
    }

    @Test
    void theStageStillTakesTheKeyboardFromALinkThatIsNoLongerDrawn(FxRobot robot) {
        OnFx.run(() -> open = OpenWindow.with(Scenarios.wide(9), stage, 1280, 800));
        focusStage();
        tabTo(robot, name -> name.startsWith("Link "));
        OnFx.run(() -> open = OpenWindow.sample(stage, 1280, 800));
        settle();
        assertThat(OnFx.get(() -> stage.getScene().getFocusOwner())).isInstanceOf(StagePane.class);
    }

    private Message message(String from, String to) {
        return present().messages().stream()
                .filter(one -> one.from().name().equals(from) && one.to().name().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private Node box(String from, String to) {
        long id = message(from, to).id();
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(".stage-message").stream()
                .filter(box -> isShown(box) && ((MessageBox) box).message().id() == id)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aMessageThatTheLessonLosesIsDeliveredAfterAll(FxRobot robot) {
        next(2);
        assertThat(message("B", "A").fate()).isEqualTo(Fate.LOST);
        robot.clickOn(box("B", "A"));
        robot.clickOn(named("Deliver after all"));
        assertThat(open.engine.asked()).endsWith("restore");
        assertThat(message("B", "A").fate()).isEqualTo(Fate.IN_FLIGHT);
        assertThat(present().queue())
                .as("last of all")
                .endsWith(message("B", "A").id());
        assertThat(present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        next(1);
        assertThat(present().nodes().get(0).entries()).as("what A has").hasSize(2);
    }

    @Test
    void whatIsLostByHandOrByACutLinkIsDeliveredAfterAllByItsKey(FxRobot robot) {
        OnFx.run(() -> open.engine.act(new Action.Cut(List.of(new Link(Scenarios.B, Scenarios.C)))));
        next(2);
        assertThat(message("B", "C").why()).isEqualTo("the link is cut");
        focusStage();
        tabTo(robot, name -> name.startsWith("B's push to C"));
        robot.push(KeyCode.ENTER);
        assertThat(texts(".locked")).contains("The link is cut: mend it first, or the message is lost again.");
        robot.push(KeyCode.ESCAPE);
        OnFx.run(() -> open.engine.act(new Action.Mend(Optional.empty())));
        settle();
        robot.push(KeyCode.R);
        assertThat(message("B", "C").fate()).isEqualTo(Fate.IN_FLIGHT);
        robot.push(KeyCode.X);
        assertThat(message("B", "C").why()).isEqualTo("dropped by hand");
        robot.push(KeyCode.R);
        assertThat(message("B", "C").fate()).isEqualTo(Fate.IN_FLIGHT);
    }

    private List<String> texts(String selector) {
        settle();
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(node -> isShown(node) && node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void aRuleIsSetForEveryMessageLikeOne(FxRobot robot) {
        next(2);
        robot.clickOn(box("B", "C"));
        robot.clickOn(named("Every one like this"));
        robot.clickOn(named("Set rule"));
        assertThat(done()).containsExactly("rule: {do: hold, from: B, to: C, kind: push}");
        assertThat(isFormOpen()).isFalse();
        assertThat(present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
    }

    @Test
    void aRuleIsSetByKeyboardAndProposesWhatWasDoneToTheMessage(FxRobot robot) {
        next(2);
        focusStage();
        tabTo(robot, name -> name.startsWith("B's push to A"));
        robot.push(KeyCode.E);
        assertThat(owner()).isEqualTo("Do");
        robot.push(KeyCode.TAB).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        robot.push(KeyCode.TAB).push(KeyCode.DOWN);
        tabTo(robot, "Set rule");
        robot.push(KeyCode.SPACE);
        assertThat(done()).containsExactly("rule: {do: lose, from: B, every: 2}");
    }

    @Test
    void aStepWhoseMessagesAreAllLostStopsInFlight(FxRobot robot) {
        OnFx.run(() -> open.engine.act(new Action.Cut(List.of(new Link(Scenarios.B, Scenarios.C)))));
        next(2);
        assertThat(present().queue()).isEmpty();
        assertThat(present().phase()).isEqualTo(Phase.IN_FLIGHT);
        assertThat(open.window.playback().nextStepProperty().getValue()).isEqualTo(NextStep.END_STEP);
        next(1);
        assertThat(present().phase()).isEqualTo(Phase.DELIVERED);
    }

    private static boolean isCard(String name, String node) {
        return name.startsWith("Node " + node + ",");
    }

    private Node card(String node) {
        settle();
        return OnFx.get(() -> stage.getScene().getRoot().lookupAll(".stage-card").stream()
                .filter(card -> isCard(card.getAccessibleText(), node))
                .findFirst()
                .orElseThrow());
    }

    private static ContextMenu menu() {
        return OnFx.get(ByHandTest::openMenu);
    }

    private static ContextMenu openMenu() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu && window.isShowing())
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no menu is open"));
    }

    private static List<String> items(ContextMenu menu) {
        return OnFx.get(() -> menu.getItems().stream()
                .filter(item -> item.isVisible() && !(item instanceof SeparatorMenuItem))
                .map(MenuItem::getText)
                .toList());
    }

    private static String focusedItem() {
        return OnFx.get(() -> {
            Node owner = openMenu().getScene().getFocusOwner();
            Node label = owner == null ? null : owner.lookup(".label");
            return label instanceof Labeled text ? text.getText() : "";
        });
    }

    /** Chooses an item of a node's menu by mouse. */
    private void click(FxRobot robot, String node, String item) {
        robot.clickOn(card(node), MouseButton.PRIMARY);
        settle();
        assertThat(items(menu())).contains(item);
        robot.clickOn(item);
        settle();
    }

    /** Chooses an item of a node's menu by keyboard. */
    private void key(FxRobot robot, String node, String item) {
        focusStage();
        tabTo(robot, name -> isCard(name, node));
        robot.push(KeyCode.ENTER);
        settle();
        assertThat(items(menu())).contains(item);
        for (int i = 0; i < 20 && !item.equals(focusedItem()); i++) {
            robot.push(KeyCode.DOWN);
            settle();
        }
        assertThat(focusedItem()).isEqualTo(item);
        robot.push(KeyCode.ENTER);
        settle();
    }

    private void check(FxRobot robot, String choice) {
        tabTo(robot, choice);
        robot.push(KeyCode.SPACE);
    }

    @Test
    void aNodePushesToChosenPeersByMouse(FxRobot robot) {
        next(1);
        click(robot, "B", "Push…");
        robot.clickOn(named("C"));
        robot.clickOn(named("Push to C"));
        assertThat(done()).containsExactly("push: {from: B, to: [C]}");
        assertThat(present().queue()).hasSize(1);
        assertThat(present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
    }

    @Test
    void aNodeSyncsChosenKeysByKeyboard(FxRobot robot) {
        next(1);
        key(robot, "B", "Sync…");
        assertThat(owner()).isEqualTo("A");
        robot.push(KeyCode.SPACE);
        check(robot, "waffle");
        tabTo(robot, "Sync waffle to A");
        robot.push(KeyCode.ENTER);
        assertThat(done()).containsExactly("sync: {from: B, to: [A], keys: [waffle]}");
        assertThat(message("B", "A").entries()).hasSize(1);
        assertThat(owner()).matches(name -> isCard(name, "B"));
    }

    @Test
    void whereNoneIsChosenAllPeersOrTheNextInTurnAreMeant(FxRobot robot) {
        click(robot, "A", "Push…");
        robot.clickOn(named("Push to all peers"));
        assertThat(done()).containsExactly("push: {from: A}");
        Scenario rolling = ScenarioReader.read(
                "rolling.yaml", "scenario: Rolling\ncluster: {nodes: [A, B, C], schedule: rolling}\nsteps: []\n");
        OnFx.run(() -> open.window.lab().open(rolling));
        OnFx.run(() -> open.engine.act(new Action.Put(Scenarios.A, new Key("k"), Value.of("v"))));
        key(robot, "A", "Sync…");
        tabTo(robot, "Sync to the next peer in turn");
        robot.push(KeyCode.SPACE);
        assertThat(done()).endsWith("sync: {from: A}");
        assertThat(present().queue()).hasSize(1);
    }

    @Test
    void aClockIsSetByMouseAndByKeyboard(FxRobot robot) {
        click(robot, "C", "Set the clock…");
        TextField by = (TextField) named("Ahead by");
        robot.interact(() -> by.setText("-5"));
        robot.clickOn(named("Set it 5 behind"));
        key(robot, "C", "Set the clock…");
        robot.push(KeyCode.DIGIT3).push(KeyCode.ENTER);
        assertThat(done()).containsExactly("skew: {node: C, by: -5}", "skew: {node: C, by: 3}");
        assertThat(present().node(Scenarios.C).skew()).isEqualTo(3);
    }

    @Test
    void ofALiveClusterAClockIsSetInMilliseconds(FxRobot robot) {
        OnFx.run(() -> open.engine.goLive());
        settle();
        robot.clickOn(card("C"), MouseButton.PRIMARY);
        assertThat(items(menu())).contains("Set the clock…").doesNotContain("Push…", "Sync…", "Expect…");
        robot.clickOn("Set the clock…");
        robot.push(KeyCode.DIGIT0);
        assertThat(named("Set the clock").isDisabled())
                .as("0 is a fault healed")
                .isTrue();
        robot.push(KeyCode.BACK_SPACE).push(KeyCode.DIGIT7);
        assertThat(named("Set it 7 ms ahead").isDisabled()).isFalse();
    }

    @Test
    void aDeadNodeIsStartedWithAnEmptyStoreOnlyWhereStoresAreOnDisk(FxRobot robot) {
        OnFx.run(() -> open.engine.act(new Action.Kill(Scenarios.B)));
        settle();
        robot.clickOn(card("B"), MouseButton.PRIMARY);
        assertThat(items(menu())).contains("Start").doesNotContain("Start with an empty store", "Kill", "Push…");
        robot.push(KeyCode.ESCAPE);
        Scenario onDisk = ScenarioReader.read(
                "disk.yaml",
                "scenario: Disk\ncluster: {nodes: [A, B], store: disk}\nsteps:\n  - do: [kill: {node: B}]\n");
        OnFx.run(() -> open.window.lab().open(onDisk));
        next(1);
        key(robot, "B", "Start with an empty store");
        assertThat(done()).endsWith("start: {node: B, wipe: true}");
    }

    @Test
    void aGroupIsCutOffAndMendedByMouse(FxRobot robot) {
        robot.press(KeyCode.SHIFT);
        robot.clickOn(card("A"), MouseButton.PRIMARY).clickOn(card("B"), MouseButton.PRIMARY);
        robot.release(KeyCode.SHIFT);
        assertThat(texts(".group-names")).containsExactly("A, B");
        robot.clickOn(named("Cut off from the others"));
        assertThat(done()).containsExactly("cut: {between: [[A, B], [C]]}");
        robot.clickOn(named("Mend with the others"));
        assertThat(done()).endsWith("mend: {between: [[A, B], [C]]}");
        assertThat(present().cut()).isEmpty();
    }

    @Test
    void aGroupIsCutOffAndMendedByKeyboard(FxRobot robot) {
        focusStage();
        tabTo(robot, name -> isCard(name, "B"));
        robot.push(KeyCode.G);
        tabTo(robot, name -> isCard(name, "C"));
        robot.push(KeyCode.G);
        assertThat(texts(".group-names")).containsExactly("B, C");
        key(robot, "C", "Cut B, C off from the others");
        assertThat(done()).containsExactly("cut: {between: [[A], [B, C]]}");
        tabTo(robot, "Mend all links");
        robot.push(KeyCode.SPACE);
        assertThat(done()).endsWith("mend: all");
        focusStage();
        robot.push(KeyCode.ESCAPE);
        assertThat(texts(".group-names")).isEmpty();
    }

    @Test
    void theBarOfAGroupFitsWhereTheMessagesInFlightStand(FxRobot robot) {
        OnFx.run(() -> open = OpenWindow.with(Scenarios.wide(9), stage, 1024, 768));
        Bounds before = onScene(card("A"));
        focusStage();
        for (String node : List.of("A", "B", "C", "D", "E", "F")) {
            tabTo(robot, name -> isCard(name, node));
            robot.push(KeyCode.G);
        }
        settle();
        Bounds bar = onScene(OnFx.get(() -> stage.getScene().lookup(".group-bar")));
        assertThat(onScene(card("A"))).as("nothing moves").isEqualTo(before);
        for (String button : List.of("Cut off from the others", "Mend with the others", "Mend all links")) {
            assertThat(bar.contains(onScene(named(button)))).as(button).isTrue();
        }
    }

    @Test
    void whatIsExpectedIsSaidOfANodeAndChecked(FxRobot robot) {
        next(1);
        click(robot, "B", "Expect…");
        robot.clickOn(named("Expect it"));
        assertThat(done()).containsExactly("expect: {at: B, key: grace, value: jack}");
        key(robot, "B", "Expect…");
        robot.push(KeyCode.DOWN);
        tabTo(robot, "Expect it");
        robot.push(KeyCode.SPACE);
        assertThat(done()).endsWith("expect: {at: B, absent: grace}");
        next(1);
        assertThat(open.window.lab().historyProperty().get().snapshots())
                .extracting(Snapshot::what)
                .filteredOn(RunEvent.Checked.class::isInstance)
                .extracting(what -> ((RunEvent.Checked) what).met())
                .containsExactly(true, false);
    }

    @Test
    void everyClaimAndACheckedReadCanBeSaid(FxRobot robot) {
        next(1);
        List<String> expected = List.of(
                "expect: {at: B, peer: A, now: 1, prev: 1}",
                "get: {at: B, key: grace, expect: jack}",
                "expect: {converged: true}",
                "expect: {converged: false}");
        for (int i = 0; i < expected.size(); i++) {
            key(robot, "B", "Expect…");
            for (int down = 0; down < i + 2; down++) {
                robot.push(KeyCode.DOWN);
            }
            tabTo(robot, i == 1 ? "Read and compare" : "Expect it");
            robot.push(KeyCode.SPACE);
            assertThat(done()).endsWith(expected.get(i));
        }
    }

    @Test
    void aReadIsComparedStepByStep(FxRobot robot) {
        next(1);
        key(robot, "B", "Expect…");
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        tabTo(robot, "Read");
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        check(robot, "Step through the read");
        tabTo(robot, "Read and compare");
        robot.push(KeyCode.SPACE);
        assertThat(done()).containsExactly("get: {at: B, key: grace, read: newest, expect: jack, step: true}");
        assertThat(present().queue()).isNotEmpty();
    }

    @Test
    void theNodesMenuLeadsToTheClientAndToItsLinks(FxRobot robot) {
        click(robot, "C", "Put, get, delete…");
        assertThat(((ComboBox<?>) named("Where")).getValue()).asString().isEqualTo("at C");
        assertThat(owner()).isEqualTo("Key");
        OnFx.run(() -> open = OpenWindow.with(Scenarios.wide(12), stage, 1280, 800));
        key(robot, "A", "Link to");
        robot.push(KeyCode.RIGHT).push(KeyCode.ENTER);
        settle();
        robot.clickOn(named("Cut both ways"));
        assertThat(done()).containsExactly("cut: {between: [[A], [B]]}");
    }

    @Test
    void oneOfTheCopiesOfAMessageIsHandledAlone(FxRobot robot) {
        next(2);
        toMessage(robot, "B's push to C");
        robot.push(KeyCode.DIGIT2);
        settle();
        robot.clickOn(box("B", "C"));
        robot.clickOn(named("Only one of its 2 copies"));
        robot.clickOn(named("Drop"));
        assertThat(done()).containsExactly("message: {do: lose, from: B, to: C, nth: 2}");
        assertThat(present().queue()).hasSize(1);
    }

    private void toMessage(FxRobot robot, String start) {
        focusStage();
        tabTo(robot, name -> name.startsWith(start));
    }

    private void keyOf(FxRobot robot, String message, KeyCode... keys) {
        toMessage(robot, message);
        for (KeyCode key : keys) {
            robot.push(key);
            settle();
        }
    }

    private void ask(FxRobot robot, int operation, String text) {
        key(robot, "A", "Put, get, delete…");
        tabTo(robot, "Operation");
        for (int i = 0; i < operation; i++) {
            robot.push(KeyCode.DOWN);
        }
        tabTo(robot, "Key");
        robot.write(text).push(KeyCode.ENTER);
        settle();
    }

    /** Every action that the schema of a scenario file has, done by keyboard alone, one after the other in one run. */
    private Map<String, Runnable> walks(FxRobot robot) {
        Map<String, Runnable> walks = new LinkedHashMap<>();
        String push = "B's push to C";
        String lost = "B's push to A";
        walks.put("message duplicate", () -> keyOf(robot, push, KeyCode.DIGIT2));
        walks.put("message corrupt", () -> keyOf(robot, push, KeyCode.C));
        walks.put("message trim", () -> {
            keyOf(robot, push, KeyCode.T, KeyCode.SPACE);
            tabTo(robot, "Take out 1 change");
            robot.push(KeyCode.SPACE);
        });
        walks.put("message delay", () -> keyOf(robot, push, KeyCode.L, KeyCode.ENTER));
        walks.put("message hold", () -> keyOf(robot, push, KeyCode.H));
        walks.put("trim", () -> {
            keyOf(robot, push, KeyCode.T, KeyCode.SPACE);
            tabTo(robot, "Take out 1 change");
            robot.push(KeyCode.SPACE);
        });
        walks.put("deliver", () -> keyOf(robot, push, KeyCode.D));
        walks.put("message restore", () -> keyOf(robot, lost, KeyCode.R));
        walks.put("message lose", () -> keyOf(robot, lost, KeyCode.X));
        walks.put("message deliver", () -> keyOf(robot, lost, KeyCode.R, KeyCode.D));
        walks.put("sync", () -> {
            key(robot, "B", "Sync…");
            tabTo(robot, "Sync to all peers");
            robot.push(KeyCode.SPACE);
        });
        walks.put("discard", () -> keyOf(robot, "B's sync to A", KeyCode.H, KeyCode.X));
        walks.put("rule", () -> {
            keyOf(robot, "B's sync to C", KeyCode.E);
            tabTo(robot, "Set rule");
            robot.push(KeyCode.SPACE);
        });
        walks.put("end-rule", () -> {
            robot.push(KeyCode.CONTROL, KeyCode.E);
            tabTo(robot, name -> name.startsWith("End the rule"));
            robot.push(KeyCode.SPACE);
        });
        walks.put("put", () -> {
            ask(robot, 0, "k");
            robot.write("v").push(KeyCode.ENTER);
        });
        walks.put("get", () -> ask(robot, 1, "waffle"));
        walks.put("delete", () -> ask(robot, 1, "waffle")); // one further than get
        walks.put("push", () -> {
            key(robot, "A", "Push…");
            tabTo(robot, "Push to all peers");
            robot.push(KeyCode.SPACE);
        });
        walks.put("skew", () -> {
            key(robot, "A", "Set the clock…");
            robot.push(KeyCode.DIGIT7).push(KeyCode.ENTER);
        });
        walks.put("expect", () -> {
            key(robot, "A", "Expect…");
            tabTo(robot, "Expect it");
            robot.push(KeyCode.SPACE);
        });
        for (String item : List.of("Pause", "Resume", "Kill", "Start")) {
            walks.put(item.toLowerCase(Locale.ROOT), () -> key(robot, "C", item));
        }
        walks.put("cut", () -> {
            focusStage();
            tabTo(robot, name -> name.startsWith("Link "));
            robot.push(KeyCode.ENTER).push(KeyCode.SPACE);
        });
        walks.put("mend", () -> {
            focusStage();
            tabTo(robot, name -> name.startsWith("Link "));
            robot.push(KeyCode.ENTER);
            tabTo(robot, "Mend both ways");
            robot.push(KeyCode.SPACE);
        });
        return walks;
    }

    /** Returns the actions of the schema, each with its fields. */
    private static Map<String, Set<String>> inTheSchema() {
        try {
            JsonNode parts = new JsonMapper()
                    .readTree(Path.of("../docs/schema/scenario.schema.json").toFile())
                    .get("$defs");
            Map<String, Set<String>> all = new TreeMap<>();
            for (JsonNode form : parts.get("action").get("oneOf")) {
                form.get("properties").properties().forEach(word -> {
                    Set<String> fields = new TreeSet<>();
                    word.getValue().findValues("properties").forEach(some -> some.fieldNames()
                            .forEachRemaining(fields::add));
                    if (word.getValue().toString().contains("#/$defs/link")) {
                        fields.addAll(Set.of("from", "to", "between"));
                    }
                    all.put(word.getKey(), fields);
                });
            }
            JsonNode kinds = parts.get("actionInFlight").findValue("do").get("enum");
            kinds.forEach(kind -> all.put("message " + kind.asText(), Set.of()));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyActionOfTheSchemaHasAHandByKeyboard(FxRobot robot) {
        next(2);
        Map<String, Runnable> walks = walks(robot);
        assertThat(walks.keySet())
                .as("the actions of docs/schema/scenario.schema.json that this test does by hand")
                .containsExactlyInAnyOrderElementsOf(inTheSchema().keySet());
        walks.forEach((word, walk) -> {
            int acted = open.engine.acted().size();
            int asked = open.engine.asked().size();
            walk.run();
            settle();
            List<String> actions = done().subList(acted, done().size());
            String last = String.join(
                    " ", open.engine.asked().subList(asked, open.engine.asked().size()));
            String kind = word.replace("message ", "").replace("lose", "drop").replace("discard", "drop");
            assertThat(last.endsWith(kind) || actions.stream().anyMatch(line -> line.startsWith(word + ":")))
                    .as("%s: asked %s, done %s", word, last, actions)
                    .isTrue();
        });
    }

    @Test
    void everyActionAndEveryFieldOfTheSchemaStandsInTheTableOfHands() throws IOException {
        String page = Files.readString(Path.of("../docs/scenarios.md"));
        String section = page.substring(page.indexOf("## Everything by hand"), page.indexOf("## What `run` prints"));
        List<String> cells = section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .toList();
        inTheSchema().forEach((word, fields) -> {
            String name = word.startsWith("message ") ? "message" : word;
            String rows = cells.stream()
                    .filter(cell -> cell.contains("`" + name + "`"))
                    .collect(Collectors.joining(" "));
            assertThat(rows).as(word).isNotEmpty();
            Set<String> wanted = new TreeSet<>(fields);
            if (!word.equals(name)) {
                wanted.add(word.substring("message ".length()));
            }
            assertThat(List.of(rows.split("\\W+"))).as(word).containsAll(wanted);
        });
    }
}
