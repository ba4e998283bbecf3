package sosad.app.view.window;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import sosad.app.explain.Question;
import sosad.app.history.GatewayState;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.view.StageActions;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.history.LogViewModel;
import sosad.model.NodeId;

/** Carries out what the user does on the stage. */
final class LabActions implements StageActions {
    private final HandsOnViewModel hands;
    private final LabViewModel lab;
    private final LogViewModel log;
    private final Consumer<NodeId> client;
    private final Consumer<Question> why;

    /**
     * @param client opens the client for requests at a node
     * @param why asks why something is as it is
     */
    LabActions(
            HandsOnViewModel hands,
            LabViewModel lab,
            LogViewModel log,
            Consumer<NodeId> client,
            Consumer<Question> why) {
        this.client = client;
        this.why = why;
        this.hands = hands;
        this.lab = lab;
        this.log = log;
    }

    @Override
    public void handle(long id, MessageAction action) {
        hands.handle(id, action);
    }

    @Override
    public void act(Action action) {
        hands.act(action);
    }

    @Override
    public void why(Question question) {
        why.accept(question);
    }

    @Override
    public void askAsClient(NodeId node) {
        client.accept(node);
    }

    @Override
    public void copyCommand(NodeId node) {
        port(lab.shownProperty().get(), node).ifPresent(port -> {
            String command = "redis-cli -p " + port;
            ClipboardContent content = new ClipboardContent();
            content.putString(command);
            Clipboard.getSystemClipboard().setContent(content);
            log.add("Copied: " + command);
        });
    }

    private static OptionalInt port(Snapshot snapshot, NodeId name) {
        return snapshot.gateways().stream()
                .filter(gateway -> gateway.id().equals(name))
                .map(GatewayState::clientPort)
                .findFirst()
                .orElseGet(() -> snapshot.node(name).clientPort());
    }
}
