package sosad.app.view.tools;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.scenario.Access;
import sosad.app.view.Controls;
import sosad.app.viewmodel.ClientCommand;
import sosad.app.viewmodel.ClientViewModel;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;

/** A client of a node or gateway, and the commands that can be given to a node by hand. */
final class ClientPane extends VBox {
    private static final String READ_TIP = "local: what the node holds; find: asks its peers for what it lacks;"
            + " newest: asks all peers and repairs those that hold something older";

    private static final String REFUSED = "refused";

    private final ClientViewModel client;
    private final ComboBox<ReadMode> readMode;
    private final TextField key = new TextField();
    private final TextField value = new TextField();
    private final Label reply = Controls.label("", "reply");
    private final Label latency = Controls.label("", "latency");
    private final List<List<Region>> groups;
    private final List<Button> byHand;
    private boolean inRows;
    private boolean brief;
    private double wordsWidth;
    private final VBox keyField;
    private final VBox valueField;

    ClientPane(ClientViewModel client) {
        this.client = client;
        getStyleClass().add("client");
        setMinWidth(0);
        ComboBox<ClientCommand> command = Controls.choice(
                "Operation",
                "What to ask of the node",
                FXCollections.observableArrayList(ClientCommand.values()),
                ClientCommand::word,
                client.commandProperty());
        ComboBox<Access> access = Controls.choice(
                "Where",
                "The node that is asked, or the gateway",
                client.accesses(),
                Access::toString,
                client.accessProperty());
        readMode = Controls.choice(
                "Read",
                READ_TIP,
                FXCollections.observableArrayList(ReadMode.values()),
                EnumNames::of,
                client.readModeProperty());
        keyField = field(key, "key", "Key", client.keyErrorProperty());
        valueField = field(value, "value", "Value", client.valueErrorProperty());
        key.setOnAction(enter -> sendOrAskForValue());
        value.setOnAction(enter -> client.send());
        key.textProperty().bindBidirectional(client.keyProperty());
        value.textProperty().bindBidirectional(client.valueProperty());
        HBox.setHgrow(keyField, Priority.SOMETIMES);
        HBox.setHgrow(valueField, Priority.ALWAYS);
        Button send = new Button("Send");
        send.getStyleClass().add("outlined");
        send.disableProperty().bind(client.sendingProperty());
        send.setOnAction(event -> client.send());
        Controls.name(send, "Send", "Send the request to the node (Enter in a field)");
        Button push = byHand("Push", Feather.UPLOAD, "push what its clients wrote to all its peers", client::push);
        Button sync = byHand("Sync", Feather.REPEAT, "sync by the rule in force", client::sync);
        Button tick = Controls.button(
                "Tick", Feather.CLOCK, "T advances by 1; what is in flight is delivered first", client::tick);
        Region line = new Region();
        line.getStyleClass().add("upright-line");
        VBox answer = under(
                new FieldBubble(client.replyProperty().map(got -> got.isError() ? got.text() : "")),
                new VBox(reply, latency),
                "answer");
        reply.setMinWidth(0);
        for (Region fixed : List.of(send, push, sync, tick, latency)) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        byHand = List.of(push, sync, tick);
        groups = List.of(
                List.of(command, access, readMode),
                List.of(keyField, valueField, send),
                List.of(answer),
                List.of(line, push, sync, tick));
        setInRows(false);
        client.commandProperty().addListener((property, old, now) -> showFields());
        client.accessProperty().subscribe(this::showFields);
        showFields();
        push.disableProperty().bind(client.accessProperty().map(Access::viaGateway));
        sync.disableProperty().bind(client.accessProperty().map(Access::viaGateway));
        client.replyProperty().addListener((property, old, now) -> show(now));
        // A past to which the nodes cannot go back cannot be changed.
        disableProperty().bind(client.lockedProperty());
    }

    /** Sets whether it takes the height of several rows, where there is less width. */
    void setInRows(boolean newInRows) {
        inRows = newInRows;
        getChildren().clear();
        Controls.show(groups.get(3).get(0), !inRows);
        if (inRows) {
            groups.forEach(group -> getChildren().add(row(group)));
        } else {
            getChildren().add(row(groups.stream().flatMap(List::stream).toList()));
        }
    }

    /** Where the strip is narrow its last buttons show their icons alone. */
    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        Region row = (Region) getChildren().get(0);
        double worded = row.minWidth(-1) + (brief ? wordsWidth : 0);
        boolean isNarrow = !inRows && worded > room;
        if (isNarrow != brief) {
            brief = isNarrow;
            byHand.forEach(
                    button -> button.setContentDisplay(brief ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
            wordsWidth = worded - row.minWidth(-1);
        }
        super.layoutChildren();
    }

    private static HBox row(List<Region> controls) {
        HBox row = new HBox(controls.toArray(Region[]::new));
        row.getStyleClass().add("client-row");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    /** A value is only put; how far a read goes is only asked where it is read, and not through a gateway. */
    private void showFields() {
        ClientCommand command = client.commandProperty().get();
        Access access = client.accessProperty().get();
        Controls.show(valueField, command == ClientCommand.PUT);
        Controls.show(readMode, command == ClientCommand.GET && access != null && !access.viaGateway());
    }

    /** An empty value is written only from its own field or by the button: by somebody who has seen it. */
    private void sendOrAskForValue() {
        if (client.lacksValue()) {
            value.requestFocus();
        } else {
            client.send();
        }
    }

    /** Gives the keyboard to the key's field. */
    void focusKey() {
        key.requestFocus();
    }

    private Button byHand(String name, Feather icon, String what, Runnable action) {
        Button button = Controls.button(name, icon, "", action);
        client.accessProperty()
                .subscribe(access -> Controls.name(
                        button, name, "Let %s %s".formatted(access == null ? "the node" : access.name(), what)));
        return button;
    }

    private static VBox field(TextField field, String prompt, String name, ObservableValue<String> broken) {
        field.setPromptText(prompt);
        field.getStyleClass().add("mono-field");
        broken.subscribe(rule -> {
            Controls.state(field, "wrong", !rule.isEmpty());
            Controls.name(field, name + (rule.isEmpty() ? "" : ", " + rule), rule.isEmpty() ? name : rule);
        });
        return under(new FieldBubble(broken), field, "field");
    }

    private static VBox under(FieldBubble bubble, Region content, String style) {
        VBox box = new VBox(content) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                bubble.place();
            }
        };
        box.getChildren().add(bubble);
        box.getStyleClass().add(style);
        return box;
    }

    private void show(ClientViewModel.Reply answer) {
        reply.setText(answer.isError() ? REFUSED : answer.text());
        latency.setText(answer.latency());
        Controls.show(latency, !answer.latency().isEmpty());
        Controls.style(reply, "is-error", answer.isError());
        Controls.name(reply, answer.text() + " " + answer.latency(), answer.text());
    }
}
