package sosad.app.view.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.QuadCurve;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;
import sosad.app.history.GatewayState;
import sosad.app.history.MemoryRun;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.testing.OnFx;
import sosad.app.testing.OpenWindow;
import sosad.app.testing.Snapshots;
import sosad.app.view.window.LabWindow;
import sosad.app.view.window.OpenTools;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/**
 * On the stage of a window of each usual size, whatever is open below: no card, message or arrow is over another. Every
 * fifth number of nodes, another fifth in another size; all of them with {@code -Dthorough=true}.
 */
class NothingOverlapsTest {
    private static final int MAX_MESSAGES = 60;
    private static final int SMALLEST_TYPE = 13;

    private Stage window;
    private StagePane stage;

    @BeforeEach
    void create() {
        OnFx.run(() -> window = new Stage());
    }

    @AfterEach
    void close() {
        OnFx.run(window::close);
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 768, 1",
        "1280, 720, 1",
        "1280, 800, 1",
        "1280, 800, 1.125",
        "1366, 768, 1",
        "1440, 900, 1",
        "1440, 900, 1.25",
        "1600, 900, 1",
        "1920, 1080, 1",
        "1920, 1080, 1.5",
    })
    void ofOneTo26NodesWithGatewaysAndMessages(double width, double height, double textSize) {
        List<Dimension2D> sizes = stageSizes(width, height, textSize);
        OnFx.run(() -> {
            stage = new StagePane();
            stage.unitProperty().set(textSize);
            stage.setStyle(format("-fx-font-size: %.3fpx", SMALLEST_TYPE * textSize));
            stage.animatedProperty().set(false);
            stage.actionsProperty().set(new NotedActions());
            OnFx.show(new Pane(stage), 1920, 1080);
        });
        List<String> faults = new ArrayList<>();
        int turn = (int) (width + height);
        int every = Boolean.getBoolean("thorough") ? 1 : 5;
        for (int nodes = 1 + turn / 2 % every; nodes <= 26; nodes += every) {
            Snapshot whole = run(nodes).present();
            for (int gateways : new int[] {0, 1 + nodes % 4}) {
                Dimension2D size = sizes.get(turn % sizes.size());
                int messages = turn % 7 == 0 ? MAX_MESSAGES : turn * 11 % (MAX_MESSAGES + 1);
                turn++;
                Snapshot shown = part(whole, gateways, messages);
                String which = format(
                        "%d nodes, %d gateways, %d messages on a stage of %d x %d",
                        nodes, gateways, shown.messages().size(), (int) size.getWidth(), (int) size.getHeight());
                OnFx.run(() -> {
                    stage.resize(size.getWidth(), size.getHeight());
                    stage.snapshotProperty().set(shown);
                    OnFx.settle(stage);
                    OnFx.settle(stage);
                    check(fault -> faults.add(which + ": " + fault));
                });
            }
        }
        OnFx.run(() -> stage.getScene().getWindow().hide());
        assertThat(faults)
                .as("%d faults:\n%s", faults.size(), String.join("\n", faults))
                .isEmpty();
    }

    /** The sizes of the stage in a window of this size, by what is open below it. */
    private List<Dimension2D> stageSizes(double width, double height, double textSize) {
        OpenWindow[] open = new OpenWindow[1];
        OnFx.run(() -> open[0] = OpenWindow.sample(window, width, height));
        OnFx.run(() -> open[0].window.settings().textPercentProperty().set(100 * textSize));
        List<Dimension2D> sizes = new ArrayList<>();
        for (Consumer<LabWindow> tools : OpenTools.ALL) {
            OnFx.run(() -> tools.accept(open[0].window));
            OnFx.run(() -> OnFx.settle(window.getScene().getRoot()));
            OnFx.run(() -> OnFx.settle(window.getScene().getRoot()));
            OnFx.run(() -> {
                Region pane = (Region) window.getScene().lookup(".stage-pane");
                sizes.add(new Dimension2D(pane.getWidth(), pane.getHeight()));
            });
        }
        return sizes;
    }

    private void check(Consumer<String> fault) {
        Map<String, Box> cards = new LinkedHashMap<>();
        Map<String, Box> floating = new LinkedHashMap<>();
        for (String type : List.of(".stage-card", ".stage-gateway")) {
            shown(type).forEach(node -> cards.put(type + " " + node.getAccessibleText(), box(node)));
        }
        for (String type : List.of(".stage-message", ".message-stack", ".stage-request-key", ".stage-read")) {
            shown(type)
                    .forEach(node -> floating.put(type + " " + node.getAccessibleText() + floating.size(), box(node)));
        }
        Map<String, Box> all = new LinkedHashMap<>(cards);
        all.putAll(floating);
        Box space = new Box(0, 0, stage.getWidth(), stage.getHeight());
        List<Map.Entry<String, Box>> list = List.copyOf(all.entrySet());
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).getValue().outside(space) > 0) {
                fault.accept(list.get(i) + " is outside");
            }
            for (int j = 0; j < i; j++) {
                if (list.get(i).getValue().overlap(list.get(j).getValue()) > 0) {
                    fault.accept(list.get(i) + " over " + list.get(j));
                }
            }
        }
        for (String type : List.of(".stage-link .active", ".stage-request .way")) {
            for (Node way : shown(type)) {
                behind((QuadCurve) way, cards).forEach(card -> fault.accept(type + " passes behind " + card));
            }
        }
        for (Node text : shown(".text")) {
            if (text instanceof Text type
                    && !type.getText().isEmpty()
                    && type.getFont().getSize() < SMALLEST_TYPE - 0.01) {
                fault.accept("small type: " + type.getText() + " in " + text.getParent());
            }
        }
        if (shown(".stage-card").size() > 7 && !shown(".stage-card .card-head").isEmpty()) {
            fault.accept("cards are not folded");
        }
    }

    /** The cards behind which a way passes, other than those at its ends. */
    private List<String> behind(QuadCurve way, Map<String, Box> cards) {
        Point2D start = new Point2D(way.getStartX(), way.getStartY());
        Point2D control = new Point2D(way.getControlX(), way.getControlY());
        Point2D end = new Point2D(way.getEndX(), way.getEndY());
        List<String> passed = new ArrayList<>();
        cards.forEach((name, card) -> {
            boolean isEnd = contains(card.grown(2), start) || contains(card.grown(2), end);
            for (int i = 0; i <= 100 && !isEnd; i++) {
                double t = i / 100.0;
                Point2D at = start.interpolate(control, t).interpolate(control.interpolate(end, t), t);
                if (contains(card, at)) {
                    passed.add(name);
                    return;
                }
            }
        });
        return passed;
    }

    private static boolean contains(Box box, Point2D point) {
        return box.contains(new Point(point.getX(), point.getY()));
    }

    private List<Node> shown(String selector) {
        return stage.lookupAll(selector).stream()
                .filter(NothingOverlapsTest::isShown)
                .toList();
    }

    private static boolean isShown(Node node) {
        return node == null || (node.isVisible() && isShown(node.getParent()));
    }

    private Box box(Node node) {
        Bounds bounds = stage.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Nodes that push in turn until enough messages are on their way. */
    private static MemoryRun run(int nodes) {
        String[] names = new String[nodes];
        for (int i = 0; i < nodes; i++) {
            names[i] = String.valueOf((char) ('A' + i));
        }
        MemoryRun run = new MemoryRun(Rules.DOCUMENT, names).step(2, null);
        for (int i = 0; nodes > 1 && run.present().messages().size() < MAX_MESSAGES; i++) {
            String name = names[i % 2 == 0 ? i / 2 % nodes : (i * 5 + 3) % nodes];
            run.put(name, "k" + i, "v").push(name);
        }
        for (int i = 0; i < nodes; i += 2) {
            run.get(names[i], "a-key-of-some-length").get(names[i], "k" + i);
        }
        return run.actionsDone();
    }

    /** The moment with fewer messages, taken from all over, and with gateways through which something went. */
    private static Snapshot part(Snapshot whole, int gateways, int messages) {
        List<Message> some = new ArrayList<>();
        int count = Math.min(messages, whole.messages().size());
        for (int i = 0; i < count; i++) {
            some.add(whole.messages().get(i * whole.messages().size() / count));
        }
        List<GatewayState> states = new ArrayList<>();
        for (int i = 0; i < gateways; i++) {
            int nodes = whole.nodes().size();
            NodeId first = whole.nodes().get(i * 3 % nodes).id();
            NodeId second = whole.nodes().get((i * 3 + 1) % nodes).id();
            states.add(new GatewayState(
                    new NodeId("G" + (i + 1)),
                    4200 + i,
                    OptionalInt.of(40400 + i),
                    List.of(
                            new GatewayState.ForwardedRequest(first, new Key("waffle"), true),
                            new GatewayState.ForwardedRequest(second, new Key("tom"), false))));
        }
        Snapshot without = Snapshots.of(
                0,
                whole.step(),
                whole.begun(),
                whole.time(),
                whole.phase(),
                whole.event().what(),
                whole.nodes(),
                states,
                some,
                some.stream().map(Message::id).toList(),
                whole.cut(),
                whole.rules(),
                false);
        return Snapshots.withReads(without, whole.reads());
    }
}
