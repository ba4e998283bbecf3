package sosad.app.view.stage;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import sosad.app.history.Message;
import sosad.app.history.Sentences;
import sosad.app.view.NodeColours;

/** A message in the order of delivery: its number, its link, and its kind. */
final class FlightChip extends HBox {
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final PseudoClass CORRUPT = PseudoClass.getPseudoClass("corrupt");

    private final long id;
    private final Label number = Labels.of("", "number");
    private final Label kind = Labels.of("", "kind");
    private final Tooltip tooltip = new Tooltip();

    FlightChip(Message message) {
        this.id = message.id();
        getStyleClass().addAll("flight-chip", NodeColours.styleClass(message.from()));
        getChildren().addAll(number, Labels.of(message.from() + " → " + message.to(), "link"), kind);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, tooltip);
    }

    long id() {
        return id;
    }

    void show(Message message, int place, int of) {
        number.setText(Integer.toString(place));
        kind.setText(MessageForm.kind(message));
        pseudoClassStateChanged(CORRUPT, message.corrupt());
        String sentence = Sentences.of(message);
        setAccessibleText("%d of %d in flight: %s".formatted(place, of, sentence));
        tooltip.setText(sentence + "\nDrag it, or Alt+Left and Alt+Right, to deliver it earlier or later.");
    }

    /** Whether it leaves out what kind of message it is; a corrupt one stays marked. */
    void brief(boolean now) {
        kind.setVisible(!now);
        kind.setManaged(!now);
    }

    void dragged(boolean now) {
        pseudoClassStateChanged(DRAGGED, now);
        setViewOrder(now ? -1 : 0);
    }
}
