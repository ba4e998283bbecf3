package sosad.app.view.stage.message;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import sosad.app.history.Message;
import sosad.app.view.Controls;
import sosad.app.view.NodeColours;
import sosad.protocol.EnumNames;

/** Messages that lie in one stack, counted; a click or Enter opens their list, in which each can be chosen. */
public final class MessageStack extends Button {
    private final StackOf what;
    private final LongConsumer opener;
    private final ContextMenu list = new ContextMenu();
    private List<Message> messages = List.of();

    /** @param opener opens the message with this number */
    MessageStack(StackOf what, LongConsumer opener) {
        this.what = what;
        this.opener = opener;
        getStyleClass()
                .addAll(
                        "message-stack",
                        what.from().map(NodeColours::styleClass).orElse("of-all"));
        what.fate().ifPresent(fate -> Controls.state(this, EnumNames.of(fate), true));
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setOnAction(click -> open());
    }

    boolean hasAny(Set<Long> ids) {
        return messages.stream().anyMatch(message -> ids.contains(message.id()));
    }

    void show(List<Message> newMessages) {
        if (newMessages.equals(messages)) {
            return;
        }
        messages = List.copyOf(newMessages);
        list.hide();
        setText(Integer.toString(messages.size()));
        String words = messages.size() == 1
                ? "1 message%s: open it".formatted(what.words())
                : format("%d messages%s: open their list", messages.size(), what.words());
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
