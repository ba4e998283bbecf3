package sosad.app.view.stage.message;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import sosad.app.history.Message;
import sosad.app.view.Controls;
import sosad.app.view.NodeColours;
import sosad.model.NodeId;

/** The messages of one sender, counted; a click or Enter opens their list, in which each can be chosen. */
public final class MessageStack extends Button {
    private final NodeId sender;
    private final LongConsumer opener;
    private final ContextMenu list = new ContextMenu();
    private List<Message> messages = List.of();

    /** @param opener opens the message with this number */
    public MessageStack(NodeId sender, LongConsumer opener) {
        this.sender = sender;
        this.opener = opener;
        getStyleClass().addAll("message-stack", NodeColours.styleClass(sender));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setOnAction(click -> open());
    }

    void show(List<Message> newMessages) {
        if (newMessages.equals(messages)) {
            return;
        }
        messages = List.copyOf(newMessages);
        list.hide();
        setText(Integer.toString(messages.size()));
        String words = messages.size() == 1
                ? "1 message from %s: open it".formatted(sender)
                : format("%d messages from %s: open their list", messages.size(), sender);
        Controls.name(this, words, words);
    }

    private void open() {
        if (messages.size() == 1) {
            opener.accept(messages.get(0).id());
            return;
        }
        list.getItems().setAll(messages.stream().map(this::item).toList());
        list.show(this, Side.BOTTOM, 0, 0);
    }

    private MenuItem item(Message message) {
        return Controls.item(
                "%s → %s  %s, %s"
                        .formatted(
                                message.from(), message.to(), MessageForm.kind(message), MessageForm.changes(message)),
                () -> opener.accept(message.id()));
    }
}
