package sosad.app.view.tools;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.history.Snapshot;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.lesson.ExpectationsViewModel;
import sosad.app.viewmodel.lesson.Judgement;
import sosad.app.viewmodel.lesson.Judgement.Verdict;
import sosad.app.viewmodel.lesson.Judgements;
import sosad.app.viewmodel.lesson.Provenance;

/**
 * The scenario's expectations, met or not, as they stand in its file: the first that is not met comes into sight by
 * itself. One that was judged shows its moment when it is clicked, or chosen and Enter pressed.
 */
final class ExpectationsPane extends VBox {
    private static final String NONE =
            "This scenario expects nothing. “expect” in a file, or Expect… in a node's menu, says what must be so.";

    private final ExpectationsViewModel model;
    private final Label summary = Controls.label("", "expectations-summary");
    private final Button jump = Controls.button(
            "Show it",
            Feather.CORNER_UP_LEFT,
            "Show the moment of the first one that is not met",
            this::showFirstMoment);
    private final ListView<Judgement> list = new ListView<>();
    private Optional<Judgement> first = Optional.empty();

    ExpectationsPane(ExpectationsViewModel model) {
        this.model = model;
        getStyleClass().add("expectations");
        summary.setMinWidth(0);
        jump.setMinWidth(USE_PREF_SIZE);
        jump.getStyleClass().add("expectations-jump");
        HBox head = new HBox(summary, jump);
        head.getStyleClass().add("expectations-head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.setMinHeight(0);
        list.setPrefHeight(0);
        Controls.name(list, "Expectations", "↑ and ↓ choose one, Enter shows its moment");
        Label none = Controls.label(NONE, "muted");
        none.setWrapText(true);
        list.setPlaceholder(none);
        list.setCellFactory(unused -> new Cell());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        model.judgementsProperty().subscribe(this::show);
        model.shownProperty().addListener((property, old, now) -> list.refresh());
        visibleProperty().addListener((property, old, now) -> list.refresh());
    }

    private void show(Judgements judgements) {
        String sentence = judgements.isEmpty() ? "" : judgements.sentence();
        summary.setText(judgements.isEmpty() ? "" : judgements.summary());
        Controls.name(summary, sentence, sentence);
        Optional<Judgement> broken = judgements.firstNotMet();
        Controls.style(summary, "unmet", broken.isPresent());
        Controls.show(jump, broken.isPresent());
        Controls.show(summary.getParent(), !judgements.isEmpty());
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (!list.getItems().equals(judgements.all())) {
            list.getItems().setAll(judgements.all());
            list.getSelectionModel().select(chosen < judgements.all().size() ? chosen : -1);
        }
        broken.ifPresent(one -> Controls.rename(
                jump,
                format("Show T = %d", one.time()),
                "Show the moment of the first expectation that is not met: " + one.words()));
        boolean isNew = !broken.map(Judgement::words).equals(first.map(Judgement::words));
        first = broken;
        if (isNew) {
            showFirst();
        }
    }

    /** Brings the first one that is not met into sight, else the first that is to come. */
    void showFirst() {
        int at = first.map(one -> list.getItems().indexOf(one)).orElse(-1);
        if (isVisible() && at >= 0) {
            list.layout();
            list.scrollTo(at);
        }
    }

    private void showFirstMoment() {
        first.ifPresent(model::show);
    }

    private void pressed(KeyEvent event) {
        Judgement chosen = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && chosen != null) {
            model.show(chosen);
            event.consume();
        }
    }

    /** Gives the keyboard to the list, with the first one chosen that is not met. */
    void focusList() {
        int at = first.map(one -> list.getItems().indexOf(one)).orElse(0);
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel().select(at);
        }
        list.requestFocus();
    }

    /** A verdict, T, what must be so, and what is so instead. */
    private final class Cell extends ListCell<Judgement> {
        private final Label verdict = Controls.fixedLabel("", "expectation-verdict");
        private final Label time = Controls.fixedLabel("", "log-time");
        private final Label words = Controls.label("", "expectation-words");
        private final Label found = Controls.label("", "expectation-found");
        private final Label origin = Controls.fixedLabel("", "chip", "off-script");
        private final HBox all = new HBox(verdict, time, words, found, Controls.spring(), origin);

        Cell() {
            getStyleClass().add("expectation");
            all.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            found.setMinWidth(0);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    model.show(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Judgement one, boolean empty) {
            super.updateItem(one, empty);
            setGraphic(empty ? null : all);
            boolean isShown = !empty && isShown(one);
            Controls.state(this, "shown", isShown);
            if (empty) {
                setAccessibleText(null);
                LazyTooltip.of(this).setText("");
                return;
            }
            show(one);
            String click = one.moment().isPresent() ? " Click or Enter shows the moment." : "";
            setAccessibleText(one.sentence());
            LazyTooltip.of(this).setText(one.sentence() + click);
        }

        private void show(Judgement one) {
            verdict.setText(one.verdict().word());
            verdict.setGraphic(Controls.icon(icon(one.verdict())));
            Controls.style(verdict, "met", one.verdict() == Verdict.MET);
            Controls.style(verdict, "unmet", one.verdict() == Verdict.NOT_MET);
            time.setText(format("T = %d", one.time()));
            words.setText(one.words());
            found.setText(one.found());
            Controls.show(found, !one.found().isEmpty());
            origin.setText(one.reservation().map(Provenance::word).orElse(""));
            Controls.show(origin, one.reservation().isPresent());
        }

        private boolean isShown(Judgement one) {
            Snapshot shown = model.shownProperty().get();
            return shown != null && one.moment().isPresent() && one.moment().getAsInt() == shown.index();
        }

        private static Feather icon(Verdict verdict) {
            return switch (verdict) {
                case MET -> Feather.CHECK;
                case NOT_MET -> Feather.X;
                case TO_COME -> Feather.MORE_HORIZONTAL;
                case NOT_JUDGED -> Feather.SLASH;
            };
        }
    }
}
