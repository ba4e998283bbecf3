package sosad.app.view.stage.message;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.explain.Question;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.text.MessageText;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.view.NodeColours;

/** A message on its link. */
public final class MessageBox extends StackPane implements Askable {
    private static final Map<Fate, PseudoClass> FATES = new EnumMap<>(Fate.class);

    static {
        for (Fate fate : Fate.values()) {
            FATES.put(fate, PseudoClass.getPseudoClass(fate.name().toLowerCase(Locale.ROOT)));
        }
    }

    private final Label kind = Controls.fixedLabel("", "kind");
    private final Label header = Controls.fixedLabel("", "header");
    private final Label changes = Controls.fixedLabel("", "changes");
    private final HBox top = new HBox(kind, header);
    private final FontIcon markIcon = new FontIcon();
    private final Label mark = Controls.fixedLabel("", "mark");
    private final LazyTooltip tooltip = LazyTooltip.of(this);
    private final Map<MessageForm, Dimension2D> sizes = new EnumMap<>(MessageForm.class);
    private final boolean forRoom;
    private Message message;
    private MessageForm form = MessageForm.FULL;
    private double unit;

    public MessageBox(Message message) {
        this(message, false);
    }

    /** @param forRoom whether it names its destination in place of its header, and only looks */
    MessageBox(Message message, boolean forRoom) {
        this.forRoom = forRoom;
        getStyleClass().add("stage-message");
        NodeColours.mark(this, message.from());
        top.getStyleClass().add("top");
        VBox text = new VBox(top, changes);
        text.getStyleClass().add("text");
        mark.setManaged(false);
        Region frame = new Region();
        frame.getStyleClass().add("frame");
        getChildren().addAll(frame, text, mark);
        setFocusTraversable(!forRoom);
        setAccessibleRole(forRoom ? AccessibleRole.TEXT : AccessibleRole.BUTTON);
        Controls.show(header, !forRoom);
        show(message);
    }

    public Message message() {
        return message;
    }

    @Override
    public Optional<Question> question() {
        return Optional.of(new Question.OfMessage(message.id()));
    }

    MessageForm form() {
        return form;
    }

    void show(Message newMessage) {
        if (newMessage.equals(message)) {
            return;
        }
        message = newMessage;
        sizes.clear();
        FATES.forEach((fate, pseudoClass) -> pseudoClassStateChanged(pseudoClass, fate == newMessage.fate()));
        boolean corrupt = newMessage.corrupt() && !newMessage.fate().isFinal();
        Controls.state(this, "corrupt", corrupt);
        setAccessibleText(MessageText.of(newMessage));
        setAccessibleHelp(MessageText.explain(newMessage));
        tooltip.setText(MessageText.of(newMessage));
        kind.setText(forRoom ? MessageForm.kindAndDestination(newMessage) : MessageForm.kind(newMessage));
        header.setText(MessageForm.header(newMessage));
        Controls.show(header, !forRoom && newMessage.update().isPresent());
        changes.setText(text());
        markWith(newMessage);
    }

    /**
     * Returns how large it is if it shows as much as {@code wanted} says. Measured once; to measure, it may take that
     * form until {@link #form} is called.
     */
    Dimension2D size(MessageForm wanted, double newUnit) {
        if (newUnit != unit) {
            sizes.clear();
        }
        return sizes.computeIfAbsent(wanted, form -> {
            form(form, newUnit);
            return new Dimension2D(Math.ceil(prefWidth(-1)), Math.ceil(prefHeight(-1)));
        });
    }

    /** Shows as much as {@code newForm} says. */
    void form(MessageForm newForm, double newUnit) {
        if (newForm == form && newUnit == unit) {
            return;
        }
        form = newForm;
        unit = newUnit;
        Controls.show(top, newForm == MessageForm.FULL);
        changes.setText(text());
        Controls.size(markIcon, 11 * newUnit);
        // Applying style to all boxes at every layout would cost more than everything else.
        applyCss();
    }

    private String text() {
        return form == MessageForm.DOT ? Integer.toString(message.entries().size()) : MessageForm.changes(message);
    }

    private void markWith(Message shown) {
        Optional<Feather> symbol = symbol(shown);
        symbol.ifPresent(markIcon::setIconCode);
        String text = symbol.isPresent() ? "" : markText(shown);
        mark.setGraphic(symbol.isPresent() ? markIcon : null);
        mark.setText(text);
        mark.setVisible(symbol.isPresent() || !text.isEmpty());
        mark.setAlignment(Pos.CENTER);
        requestLayout();
    }

    private static Optional<Feather> symbol(Message shown) {
        return switch (shown.fate()) {
            case LOST, DISCARDED -> Optional.of(Feather.X);
            case HELD -> shown.isDelayed() ? Optional.empty() : Optional.of(Feather.PAUSE);
            case WAITING -> Optional.of(Feather.CLOCK);
            case IN_FLIGHT -> shown.corrupt() ? Optional.of(Feather.ZAP) : Optional.empty();
            case DELIVERED -> Optional.empty();
        };
    }

    /** Returns how many steps more it stays, or how many times it arrives. */
    private static String markText(Message shown) {
        if (shown.isDelayed()) {
            return "+" + shown.stepsLeft();
        }
        return shown.copies() > 1 ? "×" + shown.copies() : "";
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        mark.autosize();
        mark.relocate(Math.rint(getWidth() - mark.getWidth() * 0.45), Math.rint(-mark.getHeight() * 0.5));
    }
}
