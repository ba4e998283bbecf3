package sosad.app.view.stage.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.Preconditions;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.app.view.Controls;
import sosad.app.view.StageActions;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/** Lets a node push or sync, to chosen peers, a sync with chosen keys. */
public final class SendForm extends StageForm {
    /** Most chosen names that stand on the button. */
    private static final int MAX_NAMED = 3;

    private final NodeId node;
    private final boolean sync;
    private final String usually;
    private final FlowPane peers = choices("To");
    private final FlowPane keys = choices("Keys");
    private final Label allKeys = Controls.label("none chosen: what the rule says", "muted");
    private final Label problem = Controls.label("", "field-error");
    private final Button send;
    private List<Key> held = List.of();

    /**
     * @param sync whether it syncs, else it pushes
     * @param inTurn whether a sync without chosen peers goes to one, the next in turn
     * @param done called when it was sent
     */
    public SendForm(
            NodeId node, List<NodeId> others, boolean sync, boolean inTurn, StageActions actions, Runnable done) {
        super("%s %s".formatted(node, sync ? "syncs" : "pushes"), Set.of(node));
        this.node = node;
        this.sync = sync;
        usually = sync && inTurn ? "the next peer in turn" : "all peers";
        send = Controls.button("", sync ? Feather.REPEAT : Feather.UPLOAD, "", () -> {
            Action action = action();
            done.run();
            actions.act(action);
        });
        send.getStyleClass().add("accent");
        send.setMinWidth(USE_PREF_SIZE);
        others.forEach(peer -> peers.getChildren().add(choice(peer.name(), peer)));
        getChildren().addAll(line("To", peers, Controls.label("none chosen: " + usually, "muted")));
        if (sync) {
            getChildren().addAll(line("Keys", keys, allKeys));
        }
        problem.setWrapText(true);
        getChildren().addAll(send, problem);
        count();
    }

    private static FlowPane choices(String name) {
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("choices");
        choices.setAccessibleText(name);
        return choices;
    }

    private static List<Node> line(String name, FlowPane choices, Label whenNone) {
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("choices-scroll");
        Label question = Controls.fixedLabel(name, "question");
        FlowPane head = new FlowPane(question, whenNone);
        head.getStyleClass().add("handlings");
        return List.of(head, scroll);
    }

    private CheckBox choice(String text, Object value) {
        CheckBox choice = new CheckBox(text);
        choice.setMnemonicParsing(false);
        choice.setUserData(value);
        choice.setAccessibleText(text);
        choice.selectedProperty().addListener((property, old, now) -> count());
        return choice;
    }

    private static <T> List<T> chosen(FlowPane choices, Class<T> type) {
        return choices.getChildren().stream()
                .map(CheckBox.class::cast)
                .filter(CheckBox::isSelected)
                .map(choice -> type.cast(choice.getUserData()))
                .toList();
    }

    private static <T> Optional<List<T>> ifAny(List<T> chosen) {
        return Optional.of(chosen).filter(some -> !some.isEmpty());
    }

    private Action action() {
        Optional<List<NodeId>> to = ifAny(chosen(peers, NodeId.class));
        return sync
                ? new Action.Sync(node, to, ifAny(chosen(keys, Key.class)), Fates.NONE)
                : new Action.Push(node, to, Fates.NONE);
    }

    /** The button says what it does. */
    private void count() {
        String to = words(chosen(peers, NodeId.class), NodeId::name, "peers").orElse(usually);
        String what = sync
                ? words(chosen(keys, Key.class), Key::text, "keys")
                        .map(words -> " " + words)
                        .orElse("")
                : "";
        Controls.rename(
                send,
                "%s%s to %s".formatted(sync ? "Sync" : "Push", what, to),
                sync
                        ? "It sends of these keys what the rule would send"
                        : "It sends what its clients wrote since its last push");
    }

    private static <T> Optional<String> words(List<T> chosen, Function<T, String> name, String many) {
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                chosen.size() > MAX_NAMED
                        ? chosen.size() + " " + many
                        : String.join(", ", chosen.stream().map(name).toList()));
    }

    @Override
    void show(Snapshot now) {
        List<Key> holds =
                now.node(node).entries().stream().map(Entry::key).distinct().toList();
        if (!holds.equals(held)) {
            held = holds;
            List<Key> before = chosen(keys, Key.class);
            List<CheckBox> boxes = new ArrayList<>();
            for (Key key : holds) {
                CheckBox box = choice(key.text(), key);
                box.setSelected(before.contains(key));
                boxes.add(box);
            }
            keys.getChildren().setAll(boxes);
        }
        allKeys.setText(holds.isEmpty() ? "it holds nothing" : "none chosen: what the rule says");
        Optional<String> unmet = Preconditions.unmet(now, action());
        send.setDisable(unmet.isPresent());
        problem.setText(unmet.map(why -> why + ".").orElse(""));
        Controls.show(problem, unmet.isPresent());
    }

    @Override
    void focusFirst() {
        (peers.getChildren().isEmpty() ? send : peers.getChildren().get(0)).requestFocus();
    }
}
