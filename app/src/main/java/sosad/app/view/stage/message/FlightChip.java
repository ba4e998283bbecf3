package sosad.app.view.stage.message;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import sosad.app.explain.Question;
import sosad.app.history.Message;
import sosad.app.history.text.MessageText;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.view.NodeColours;
import sosad.model.NodeId;

/** A message in the order of delivery: its number, its link, and its kind. */
final class FlightChip extends HBox implements Askable {
    private final NodeId sender;
    private long id;
    private final Label number = Controls.fixedLabel("", "number");
    private final Label link = Controls.fixedLabel("", "link");
    private final Label kind = Controls.fixedLabel("", "kind");
    private final LazyTooltip tooltip = LazyTooltip.of(this);

    FlightChip(NodeId sender) {
        this.sender = sender;
        getStyleClass().add("flight-chip");
        NodeColours.mark(this, sender);
        getChildren().addAll(number, link, kind);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.BUTTON);
    }

    @Override
    public Optional<Question> question() {
        return Optional.of(new Question.OfMessage(id));
    }

    long id() {
        return id;
    }

    NodeId sender() {
        return sender;
    }

    /** Shows a message of its sender. */
    void show(Message message, int place, int of) {
        id = message.id();
        link.setText(message.from() + " → " + message.to());
        number.setText(Integer.toString(place));
        kind.setText(MessageForm.kind(message));
        Controls.state(this, "corrupt", message.corrupt());
        String sentence = MessageText.of(message);
        setAccessibleText(format("%d of %d in flight: %s", place, of, sentence));
        tooltip.setText(sentence + "\nDrag it, or Alt+Left and Alt+Right, to deliver it earlier or later.");
    }

    /** Shows or hides the kind of message; a corrupt one stays marked. */
    void brief(boolean now) {
        Controls.show(kind, !now);
    }

    void dragged(boolean now) {
        Controls.state(this, "dragged", now);
        setViewOrder(now ? -1 : 0);
    }
}
