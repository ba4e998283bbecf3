package sosad.app.view.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import sosad.app.view.Controls;
import sosad.app.viewmodel.lesson.Markdown;
import sosad.app.viewmodel.lesson.Narration;

/** The narration of the step: as high as its text, and scrolling where that would be too high. */
public final class NarrationView extends Region {
    private final VBox paragraphs = new VBox();
    private final StackPane gauge = new StackPane();
    private final ScrollPane scroll = new ScrollPane(paragraphs);
    private final Region more = new Region();
    private final OutcomeLine outcome;
    private final MarkdownText text;
    private Narration shown;

    /**
     * @param openLink opens a web page
     * @param showMoment shows the moment with this index
     */
    public NarrationView(Consumer<String> openLink, IntConsumer showMoment) {
        outcome = new OutcomeLine(showMoment);
        text = new MarkdownText(openLink);
        getStyleClass().add("narration");
        paragraphs.getStyleClass().add("paragraphs");
        scroll.getStyleClass().add("narration-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("Narration; ↑ and ↓ scroll");
        gauge.setVisible(false);
        more.getStyleClass().add("narration-more");
        more.setMouseTransparent(true);
        scroll.vvalueProperty().addListener((property, old, now) -> showWhetherMore());
        scroll.heightProperty().addListener((property, old, now) -> showWhetherMore());
        paragraphs.heightProperty().addListener((property, old, now) -> showWhetherMore());
        getChildren().addAll(gauge, scroll, more, outcome);
    }

    /** Shows {@code narration} from its beginning, unless it is shown already. */
    public void show(Narration narration) {
        if (narration.equals(shown)) {
            return;
        }
        shown = narration;
        fill(paragraphs, narration);
        outcome.show(narration.outcome());
        Controls.style(paragraphs, "doubtful", narration.doubt().isPresent());
        scroll.setVvalue(0);
        Controls.show(this, !narration.isEmpty());
        requestLayout();
    }

    /** Keeps room for the longest of these, so that what stands above does not jump from step to step. */
    public void keepRoomFor(List<Narration> narrations) {
        gauge.getChildren().clear();
        for (Narration narration : narrations) {
            VBox measured = new VBox();
            measured.getStyleClass().add("paragraphs");
            fill(measured, narration);
            narration.outcome().ifPresent(longest -> {
                OutcomeLine line = new OutcomeLine(moment -> {});
                line.show(Optional.of(longest));
                measured.getChildren().add(line);
            });
            gauge.getChildren().add(measured);
        }
    }

    private void fill(VBox box, Narration narration) {
        box.getChildren().clear();
        narration.doubt().ifPresent(why -> box.getChildren().add(new TextFlow(doubt(why))));
        boolean titleLeads = !narration.title().isEmpty();
        List<Markdown.Block> blocks = narration.blocks();
        if (titleLeads && (blocks.isEmpty() || !isPlain(blocks.get(0)))) {
            box.getChildren().add(new TextFlow(title(narration.title())));
            titleLeads = false;
        }
        for (Markdown.Block block : blocks) {
            Region shown = text.of(block);
            if (titleLeads) {
                ((TextFlow) shown).getChildren().add(0, title(narration.title() + closing(narration.title())));
                titleLeads = false;
            }
            box.getChildren().add(shown);
        }
    }

    /** Returns whether a title can lead it in its own line. */
    private static boolean isPlain(Markdown.Block block) {
        return block instanceof Markdown.Paragraph paragraph && paragraph.depth() == 0;
    }

    private static String closing(String title) {
        return title.endsWith(".") || title.endsWith("!") || title.endsWith("?") ? " " : ". ";
    }

    private static Text doubt(String why) {
        Text text = new Text(why);
        text.getStyleClass().add("told-doubt");
        return text;
    }

    private static Text title(String title) {
        return MarkdownText.text(title, Markdown.Style.BOLD);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double inner = Math.max(1, (width < 0 ? getWidth() : width) - insets.getLeft() - insets.getRight());
        double height = Math.max(paragraphs.prefHeight(inner) + outcomeHeight(inner), gauge.prefHeight(inner));
        return Math.ceil(height) + insets.getTop() + insets.getBottom();
    }

    /** Returns the room that the outcome takes, with the gap above it; it is never scrolled away. */
    private double outcomeHeight(double width) {
        return outcome.isManaged() ? Math.ceil(outcome.prefHeight(width)) + paragraphs.getSpacing() : 0;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double below = outcomeHeight(width);
        if (outcome.isManaged()) {
            double high = below - paragraphs.getSpacing();
            outcome.resizeRelocate(insets.getLeft(), getHeight() - insets.getBottom() - high, width, high);
        }
        layoutInArea(
                scroll,
                insets.getLeft(),
                insets.getTop(),
                width,
                Math.max(0, getHeight() - insets.getTop() - insets.getBottom() - below),
                0,
                HPos.LEFT,
                VPos.TOP);
        double fade = Math.min(getHeight(), more.prefHeight(-1));
        more.resizeRelocate(
                1,
                getHeight() - fade - (below > 0 ? below + insets.getBottom() : 0),
                getWidth() - insets.getRight() - 8,
                fade);
        showWhetherMore();
    }

    /** Fades the text out at the bottom while more of it follows; Tab goes to what scrolls. */
    private void showWhetherMore() {
        boolean scrolls = paragraphs.getHeight() > scroll.getHeight() + 1;
        more.setVisible(scroll.getVvalue() < 0.99 && scrolls);
        scroll.setFocusTraversable(scrolls);
    }
}
