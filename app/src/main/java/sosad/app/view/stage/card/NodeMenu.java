package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.explain.Question;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.app.view.Controls;
import sosad.app.view.StageActions;
import sosad.app.view.stage.card.NodeRequests.Form;
import sosad.app.viewmodel.explain.QuestionText;
import sosad.app.viewmodel.tables.Lacks;
import sosad.model.Link;
import sosad.model.NodeId;

/** The actions on a node, as a menu. */
final class NodeMenu extends ContextMenu {
    /** More than these would not fit on a screen. */
    private static final int MAX_QUESTIONS = 16;

    private final NodeId node;
    private final NodeRequests requests;
    private final Map<MenuItem, Action> items = new LinkedHashMap<>();
    private final MenuItem wipe;
    private final MenuItem client;
    private final MenuItem push;
    private final MenuItem sync;
    private final MenuItem expect;
    private final Menu links = new Menu("Link to", FontIcon.of(Feather.LINK));
    private final MenuItem group;
    private final MenuItem cutOff;
    private final MenuItem mendOff;
    private final MenuItem copy;
    private final Menu why = new Menu("Why?", FontIcon.of(Feather.HELP_CIRCLE));
    private final ObjectProperty<StageActions> actions;
    private CardState state;

    NodeMenu(NodeId node, List<NodeId> peers, ObjectProperty<StageActions> actions, NodeRequests requests) {
        this.node = node;
        this.requests = requests;
        this.actions = actions;
        client = item("Put, get, delete…", Feather.TERMINAL, () -> actions.get().askAsClient(node));
        push = form("Push…", Feather.UPLOAD, Form.PUSH);
        sync = form("Sync…", Feather.REPEAT, Form.SYNC);
        expect = form("Expect…", Feather.CHECK_SQUARE, Form.EXPECT);
        MenuItem skew = form("Set the clock…", Feather.CLOCK, Form.SKEW);
        getItems().addAll(why, new SeparatorMenuItem(), client, push, sync, expect, skew, new SeparatorMenuItem());
        add("Start", Feather.PLAY, new Action.Start(node, false), actions);
        wipe = add("Start with an empty store", Feather.PLAY, new Action.Start(node, true), actions);
        add("Pause", Feather.PAUSE, new Action.Pause(node), actions);
        add("Resume", Feather.PLAY, new Action.Resume(node), actions);
        add("Kill", Feather.POWER, new Action.Kill(node), actions);
        for (NodeId peer : peers) {
            links.getItems().add(Controls.item(peer + "…", () -> requests.open(new Link(node, peer))));
        }
        links.setVisible(!peers.isEmpty());
        group = item("", Feather.PLUS, () -> requests.toggleInGroup(node));
        cutOff = item("", Feather.SCISSORS, requests::cutOff);
        mendOff = item("", Feather.LINK, requests::mendOff);
        copy = item(
                "Copy the redis-cli command", Feather.COPY, () -> actions.get().copyCommand(node));
        getItems().addAll(items.keySet());
        getItems().addAll(new SeparatorMenuItem(), links, group, cutOff, mendOff, new SeparatorMenuItem(), copy);
        setOnShowing(showing -> {
            update();
            offerQuestions();
        });
    }

    private MenuItem form(String name, Feather symbol, Form form) {
        return item(name, symbol, () -> requests.open(node, form));
    }

    private MenuItem add(String name, Feather symbol, Action action, ObjectProperty<StageActions> actions) {
        MenuItem item = item(name, symbol, () -> actions.get().act(action));
        items.put(item, action);
        return item;
    }

    private static MenuItem item(String name, Feather symbol, Runnable chosen) {
        MenuItem item = Controls.item(name, chosen);
        item.setGraphic(FontIcon.of(symbol));
        return item;
    }

    void update(CardState newState) {
        state = newState;
        update();
    }

    /** What the node lacks, then its rows, then what it holds. */
    private void offerQuestions() {
        Snapshot at = state.snapshot();
        List<Question> questions = new ArrayList<>(Lacks.of(at, node));
        state.node().rows().keySet().forEach(peer -> questions.add(new Question.OfRow(node, peer)));
        state.node().entries().forEach(entry -> questions.add(new Question.OfEntry(node, entry.key())));
        why.getItems()
                .setAll(questions.stream()
                        .distinct()
                        .limit(MAX_QUESTIONS)
                        .map(question -> Controls.item(QuestionText.of(question, at), () -> actions.get()
                                .why(question)))
                        .toList());
        why.setVisible(!questions.isEmpty());
    }

    private void update() {
        items.forEach((item, action) -> item.setVisible(state.allows(action)));
        wipe.setVisible(wipe.isVisible() && requests.hasDisks());
        copy.setVisible(state.node().hasProcess());
        boolean inSteps = !state.snapshot().isLive();
        client.setVisible(state.allows(new Action.Push(node, Optional.empty(), Fates.NONE)));
        for (MenuItem sends : List.of(push, sync)) {
            sends.setVisible(inSteps && client.isVisible());
        }
        expect.setVisible(inSteps);
        Set<NodeId> chosen = requests.group();
        group.setText(chosen.contains(node) ? "Take out of the group (G)" : "Choose for a group (G)");
        List<NodeId> others = new ArrayList<>(
                state.snapshot().nodes().stream().map(one -> one.id()).toList());
        others.removeAll(chosen);
        String names = chosen.stream().map(NodeId::name).sorted().collect(Collectors.joining(", "));
        cutOff.setText("Cut %s off from the others".formatted(names));
        mendOff.setText("Mend %s with the others".formatted(names));
        cutOff.setVisible(!chosen.isEmpty() && !others.isEmpty());
        mendOff.setVisible(cutOff.isVisible());
    }
}
