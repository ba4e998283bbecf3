package sosad.app.view.stage;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Sentences;
import sosad.app.view.NodeColours;

/** A message on its link. */
final class MessageBox extends StackPane {
    private static final Map<Fate, PseudoClass> FATES = new EnumMap<>(Fate.class);

    static {
        for (Fate fate : Fate.values()) {
            FATES.put(fate, PseudoClass.getPseudoClass(fate.name().toLowerCase(Locale.ROOT)));
        }
    }

    private final Label kind = Labels.of("", "kind");
    private final Label header = Labels.of("", "header");
    private final Label changes = Labels.of("", "changes");
    private final HBox top = new HBox(kind, header);
    private final FontIcon markIcon = new FontIcon();
    private final Label mark = Labels.of("", "mark");
    private final Tooltip tooltip = new Tooltip();
    private Message message;
    private MessageForm form = MessageForm.FULL;
    private double unit;

    MessageBox(Message message) {
        getStyleClass().addAll("stage-message", NodeColours.styleClass(message.from()));
        top.getStyleClass().add("top");
        VBox text = new VBox(top, changes);
        text.getStyleClass().add("text");
        mark.setManaged(false);
        Region frame = new Region();
        frame.getStyleClass().add("frame");
        getChildren().addAll(frame, text, mark);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, tooltip);
        show(message);
    }

    Message message() {
        return message;
    }

    MessageForm form() {
        return form;
    }

    void show(Message newMessage) {
        if (newMessage.equals(message)) {
            return;
        }
        message = newMessage;
        FATES.forEach((fate, pseudoClass) -> pseudoClassStateChanged(pseudoClass, fate == newMessage.fate()));
        setAccessibleText(Sentences.of(newMessage));
        setAccessibleHelp(Sentences.explain(newMessage));
        tooltip.setText(Sentences.of(newMessage));
        kind.setText(MessageForm.kind(newMessage));
        header.setText(MessageForm.header(newMessage));
        changes.setText(text());
        markWith(newMessage);
    }

    /** Shows as much as {@code newForm} says; measured right after. */
    void form(MessageForm newForm, double newUnit) {
        if (newForm == form && newUnit == unit) {
            return;
        }
        form = newForm;
        unit = newUnit;
        top.setVisible(newForm == MessageForm.FULL);
        top.setManaged(newForm == MessageForm.FULL);
        changes.setText(text());
        Icons.size(markIcon, 11 * newUnit);
        // Applying style to all boxes at every layout would cost more than everything else.
        applyCss();
    }

    private String text() {
        return form == MessageForm.DOT
                ? Integer.toString(message.update().changes().size())
                : MessageForm.changes(message);
    }

    private void markWith(Message shown) {
        Feather symbol =
                switch (shown.fate()) {
                    case LOST, DISCARDED -> Feather.X;
                    case HELD -> Feather.PAUSE;
                    case WAITING -> Feather.CLOCK;
                    case IN_FLIGHT, DELIVERED -> null;
                };
        if (symbol != null) {
            markIcon.setIconCode(symbol);
        }
        mark.setGraphic(symbol == null ? null : markIcon);
        mark.setText(symbol == null && shown.copies() > 1 ? "×" + shown.copies() : "");
        mark.setVisible(symbol != null || shown.copies() > 1);
        mark.setAlignment(Pos.CENTER);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        mark.autosize();
        mark.relocate(Math.rint(getWidth() - mark.getWidth() * 0.45), Math.rint(-mark.getHeight() * 0.5));
    }
}
