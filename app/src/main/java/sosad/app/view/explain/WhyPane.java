package sosad.app.view.explain;

import static sosad.model.PlainFormat.format;

import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.app.view.Keys;
import sosad.app.viewmodel.Counted;
import sosad.app.viewmodel.explain.WhyAnswer;
import sosad.app.viewmodel.explain.WhyStatus;
import sosad.app.viewmodel.explain.WhyViewModel;

/**
 * The question and its answer: what made it so, whether anything will still change it, and what would have made it
 * otherwise. It scrolls where there is little height; its heading stays.
 */
public final class WhyPane extends VBox {
    private static final String HOW =
            "Every node holds the newest of every entry. To ask why something is so, choose a cell, a row, a message "
                    + "or a link, and press %s.";

    private final WhyViewModel why;
    private final Label title = Controls.label("", "why-title");
    private final Label count = Controls.fixedLabel("", "muted");
    private final WhyLines lines;
    private final ProspectBox prospect = new ProspectBox();
    private final ChangeBox change;
    private final Label note = Controls.label("", "why-note");
    private final ProgressIndicator progress = new ProgressIndicator();
    private final HBox waiting = new HBox(progress, Controls.label("Repeating the run to find out…", "muted"));
    private final HBox head;
    private final VBox body;
    private final ScrollPane scroll;
    private boolean away;

    /**
     * @param showMoment shows the moment with this index
     * @param ended is run when the user ends it
     */
    public WhyPane(WhyViewModel why, IntConsumer showMoment, Runnable ended) {
        this.why = why;
        getStyleClass().add("why-pane");
        setAccessibleRole(AccessibleRole.PARENT);
        lines = new WhyLines(showMoment);
        change = new ChangeBox(why);
        note.setWrapText(true);
        title.setWrapText(true);
        title.setMinWidth(0);
        IconButton close = new IconButton(Feather.X, "End Why (" + Keys.NOW.display() + ")", ended);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        head = new HBox(title, count, close);
        head.getStyleClass().add("why-head");
        head.setAlignment(Pos.TOP_LEFT);
        waiting.getStyleClass().add("why-waiting");
        waiting.setAlignment(Pos.CENTER_LEFT);
        body = new VBox(waiting, note, lines, prospect, change);
        body.getStyleClass().add("why-body");
        scroll = new ScrollPane(body);
        scroll.getStyleClass().add("why-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        why.titleProperty().subscribe(words -> {
            title.setText(words);
            setAccessibleText(words);
        });
        why.statusProperty().subscribe(status -> refresh());
        why.answerProperty().subscribe(answer -> {
            refresh();
            scroll.setVvalue(0);
        });
        why.slowProperty().subscribe(slow -> refresh());
    }

    /** Sets whether the answer is read elsewhere. */
    public void setAway(boolean newAway) {
        away = newAway;
        refresh();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** As high as all of it; what scrolls would ask for less. */
    @Override
    protected double computePrefHeight(double width) {
        double inner = Math.max(1, (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset());
        return Math.ceil(snappedTopInset()
                + head.prefHeight(inner)
                + getSpacing()
                + body.prefHeight(inner)
                + snappedBottomInset());
    }

    /** It gives way only where it may not be as high as that. */
    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), getMaxHeight());
    }

    private void refresh() {
        WhyStatus status = why.statusProperty().get();
        WhyAnswer answer = why.answerProperty().get();
        Controls.show(this, status != WhyStatus.CLOSED && !away);
        boolean isAnswered = status == WhyStatus.ANSWERED && answer != null;
        Controls.show(waiting, status == WhyStatus.ASKING && why.slowProperty().get());
        Controls.show(note, status == WhyStatus.FAILED || status == WhyStatus.HINT);
        note.setText(
                status == WhyStatus.HINT
                        ? HOW.formatted(Keys.WHY.display())
                        : why.failureProperty().get());
        Controls.state(note, "failed", status == WhyStatus.FAILED);
        Controls.show(lines, isAnswered);
        Controls.show(prospect, isAnswered);
        count.setText(isAnswered ? format("%s of %,d", Counted.of(answer.lit(), "event"), answer.of()) : "");
        if (isAnswered) {
            lines.show(answer.lines());
            prospect.show(answer.prospect());
        }
    }
}
