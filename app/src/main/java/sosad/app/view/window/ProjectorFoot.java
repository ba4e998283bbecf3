package sosad.app.view.window;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.NextStep;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.lesson.Markdown;
import sosad.app.viewmodel.lesson.Narration;
import sosad.app.viewmodel.lesson.NarrationSentences;
import sosad.app.viewmodel.lesson.RemoteControl;

/**
 * The foot of the projector's window: what the step is about, as far as it can be read there without scrolling, Back
 * and Next, and what can be seen in the stage's place.
 */
final class ProjectorFoot extends Region {
    /** The margin at each side, as a share of the width. */
    static final double SIDE = 1.0 / 32;

    private static final String KEYS_IN_WORDS = "Page Down · Page Up · W why · F1 keys · F11 leaves";

    private static final double NEXT = 200;
    private static final double BUTTON = 64;
    private static final double ICON = 30;
    private static final double GAP = 12;
    private static final double TOP = 14;
    private static final double KEYS = 34;
    private static final double BOTTOM = 8;

    private final VBox text = new VBox();
    private final Label title = Controls.label("", "projector-title");
    private final TextFlow told = new TextFlow();
    private final Label outcome = Controls.label("", "projector-outcome");
    private final Button back;
    private final Button next = new Button();
    private final HBox pages = new HBox();
    private final HBox keys = new HBox();
    private final Label hint = Controls.label(KEYS_IN_WORDS, "projector-hint");
    private final IntConsumer chosen;
    private Narration narration;
    private Narration fittedNarration;
    private double fittedWidth;
    private double scale = 1;
    private double fittedHeight;

    /** @param chosen takes the number of the page that the user chooses */
    ProjectorFoot(PlaybackViewModel playback, RemoteControl remote, IntConsumer chosen) {
        this.chosen = chosen;
        getStyleClass().add("projector-foot");
        title.setWrapText(true);
        told.getStyleClass().add("projector-told");
        text.getStyleClass().add("projector-text");
        outcome.setWrapText(true);
        text.getChildren().addAll(title, told, outcome);
        back = Controls.iconButton(Feather.CHEVRON_LEFT, "Back", Keys.BACK, remote::back);
        back.getStyleClass().setAll("button", "projector-back");
        back.disableProperty().bind(Bindings.not(remote.canGoBackProperty()));
        remote.leadsBackProperty().subscribe(leads -> nameBack(leads ? "Previous lesson" : "Back"));
        next.getStyleClass().addAll("accent", "projector-next");
        next.setOnAction(event -> remote.next());
        playback.nextLabelProperty().subscribe(step -> showNext(step, remote));
        remote.leadsOnProperty()
                .subscribe(leads -> showNext(playback.nextLabelProperty().getValue(), remote));
        pages.getStyleClass().add("projector-pages");
        pages.setAlignment(Pos.CENTER_LEFT);
        keys.setAlignment(Pos.CENTER_RIGHT);
        keys.getChildren().add(hint);
        getChildren().addAll(text, back, next, pages, keys);
    }

    private void nameBack(String name) {
        Controls.name(back, name, name + " (" + Keys.BACK.display() + ")");
    }

    private void showNext(NextStep step, RemoteControl remote) {
        boolean leadsOn = step == NextStep.NOTHING && remote.leadsOnProperty().get();
        String meaning = leadsOn ? "Open the next lesson" : step.meaning();
        Controls.rename(next, leadsOn ? "Next lesson" : step.label(), meaning + " (" + Keys.NEXT.display() + ")");
        next.setOpacity(step.isPossible() || leadsOn ? 1 : 0.55);
    }

    /** Names what can be seen, in order. */
    void setPages(List<String> names) {
        pages.getChildren().setAll(Controls.fixedLabel("Alt +", "projector-hint"));
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            ToggleButton button = new ToggleButton(i + 1 + " " + names.get(i));
            button.getStyleClass().setAll("projector-page");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> chosen.accept(index));
            Controls.name(button, names.get(i), names.get(i) + " (Alt+" + (i + 1) + ")");
            pages.getChildren().add(button);
        }
    }

    /** Marks the page that is shown. */
    void mark(int index) {
        for (int i = 1; i < pages.getChildren().size(); i++) {
            ((ToggleButton) pages.getChildren().get(i)).setSelected(i == index + 1);
        }
    }

    /** Sets how much larger than in a window of 1280 by 720 pixels everything is. */
    void setScale(double newScale) {
        scale = newScale;
        back.getGraphic().setStyle(format("-fx-icon-size: %.0fpx;", ICON * scale));
        fittedNarration = null;
    }

    /**
     * Says which keys go on with an answer, while one is read here.
     *
     * @param position which part of it is shown; empty: there is one alone
     */
    void showReading(boolean isReading, String position) {
        String answer =
                position.isEmpty() ? "W next question · Esc ends Why" : position + " · W goes on · Esc ends Why";
        hint.setText(isReading ? answer : KEYS_IN_WORDS);
        requestLayout();
    }

    void show(Narration newNarration) {
        if (!newNarration.equals(narration)) {
            narration = newNarration;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double side = Math.rint(getWidth() * SIDE);
        double right = getWidth() - side;
        double gap = GAP * scale;
        double top = TOP * scale;
        double button = Math.rint(BUTTON * scale);
        double wide = Math.rint(NEXT * scale);
        next.resizeRelocate(right - wide, 1.5 * top, wide, button);
        back.resizeRelocate(right - wide - gap - button, 1.5 * top, button, button);
        double width = right - wide - button - 3 * gap - side;
        double low = KEYS * scale;
        double keysAt = getHeight() - BOTTOM - low;
        fit(width, keysAt - top);
        text.resizeRelocate(side, top, width, keysAt - top);
        double pagesWidth = Math.ceil(pages.prefWidth(-1));
        pages.resizeRelocate(side, keysAt, pagesWidth, low);
        double keysWidth = Math.ceil(keys.prefWidth(-1));
        keys.setVisible(keysWidth <= right - side - pagesWidth - 2 * gap);
        keys.resizeRelocate(right - keysWidth, keysAt, keysWidth, low);
    }

    /** Shows the title and as many whole sentences as there is room for, in the larger type if all fit in it. */
    private void fit(double width, double height) {
        boolean isFitted = narration == null
                || (narration.equals(fittedNarration) && width == fittedWidth && height == fittedHeight);
        if (isFitted) {
            return;
        }
        fittedNarration = narration;
        fittedWidth = width;
        fittedHeight = height;
        List<List<Markdown.Span>> sentences = NarrationSentences.of(narration.blocks());
        title.setText(narration.title());
        Controls.show(title, !narration.title().isEmpty());
        Controls.show(outcome, narration.outcome().isPresent());
        narration.outcome().ifPresent(this::tell);
        for (String size : List.of("large", "small")) {
            text.getStyleClass().removeAll("large", "small");
            text.getStyleClass().add(size);
            tell(sentences, sentences.size());
            if (isRoom(width, height)) {
                return;
            }
        }
        for (int count = sentences.size() - 1; count >= 0; count--) {
            tell(sentences, count);
            if (isRoom(width, height)) {
                return;
            }
        }
    }

    private boolean isRoom(double width, double height) {
        text.applyCss();
        return text.prefHeight(width) <= height;
    }

    private void tell(List<List<Markdown.Span>> sentences, int count) {
        told.getChildren().clear();
        narration.doubt().ifPresent(why -> told.getChildren().add(doubt(why)));
        for (List<Markdown.Span> sentence : sentences.subList(0, count)) {
            for (Markdown.Span span : sentence) {
                told.getChildren().add(MarkdownText.text(span.text(), span.style()));
            }
        }
        Controls.style(text, "doubtful", narration.doubt().isPresent());
        Controls.show(told, !told.getChildren().isEmpty());
    }

    private void tell(Narration.Outcome end) {
        boolean isBroken = end.firstNotMet().isPresent();
        outcome.setText(end.sentence());
        outcome.setGraphic(Controls.icon(isBroken ? Feather.X_CIRCLE : Feather.CHECK_CIRCLE));
        Controls.style(outcome, "unmet", isBroken);
    }

    private static Text doubt(String why) {
        Text text = new Text(why + " ");
        text.getStyleClass().add("told-doubt");
        return text;
    }
}
