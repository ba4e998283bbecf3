package sosad.app.view.tools;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sosad.app.view.Controls;
import sosad.app.view.FxThread;
import sosad.app.viewmodel.history.LogLine;
import sosad.app.viewmodel.history.LogViewModel;

/** The log of events, in sentences, the newest at the bottom; beside it what nodes have sent each other. */
final class LogPane extends HBox {
    private final ListView<LogLine> list;
    private boolean following = true;

    LogPane(LogViewModel log) {
        getStyleClass().add("log");
        list = new ListView<>(log.lines());
        list.setAccessibleText("Log");
        // The tool pane's height decides, not the number of lines.
        list.setMinHeight(0);
        list.setPrefHeight(0);
        list.setPlaceholder(Controls.label("Nothing has happened yet.", "muted"));
        list.setCellFactory(unused -> new Cell());
        // The list itself learns of a new line after this listener, which is there first.
        log.lines().addListener((ListChangeListener<LogLine>) change -> new FxThread().execute(this::follow));
        list.heightProperty().addListener(changed -> new FxThread().execute(this::follow));
        for (EventType<? extends InputEvent> moves : List.of(
                ScrollEvent.SCROLL, KeyEvent.KEY_PRESSED, MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_RELEASED)) {
            list.addEventFilter(moves, event -> new FxThread().execute(this::noticeReader));
        }
        SentTable sent = new SentTable();
        log.sentProperty().subscribe(now -> {
            if (isVisible()) {
                sent.show(now);
            }
        });
        visibleProperty().subscribe(shown -> sent.show(log.sentProperty().get()));
        ScrollPane scroll = new ScrollPane(sent);
        scroll.getStyleClass().add("sent-scroll");
        scroll.setMinWidth(USE_PREF_SIZE);
        scroll.setMinHeight(0);
        scroll.setPrefHeight(0);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setHgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, scroll);
    }

    /** Somebody who has scrolled up is reading; the newest are followed again once they are in sight. */
    private void noticeReader() {
        list.layout();
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getLastVisibleCell() != null) {
            following = flow.getLastVisibleCell().getIndex() >= list.getItems().size() - 1;
        }
    }

    private void follow() {
        if (following) {
            showNewest();
        }
    }

    /** Scrolls to the end, if the log is shown. */
    void showNewest() {
        following = true;
        if (isVisible() && !list.getItems().isEmpty()) {
            list.layout(); // only then does it know how many lines there are
            list.scrollTo(list.getItems().size() - 1);
            list.layout(); // and only then how high the last ones are
            list.scrollTo(list.getItems().size() - 1);
        }
    }

    /** A time and a sentence. */
    private static final class Cell extends ListCell<LogLine> {
        private final Label time = Controls.label("", "log-time");
        private final Label text = Controls.label("", "log-text");
        private final HBox both = new HBox(time, text);

        Cell() {
            getStyleClass().add("log-cell");
            time.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMinWidth(0);
            text.setWrapText(true);
            setPrefWidth(0);
        }

        /** As high as the sentence is at this width: a cell's own rule takes it for one line. */
        @Override
        protected double computePrefHeight(double width) {
            double inside = width - snappedLeftInset() - snappedRightInset();
            return isEmpty() || width < 0
                    ? super.computePrefHeight(width)
                    : snapSizeY(snappedTopInset() + both.prefHeight(inside) + snappedBottomInset());
        }

        @Override
        protected void updateItem(LogLine line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty ? null : both);
            if (!empty) {
                time.setText(line.time());
                text.setText(line.text());
                setAccessibleText(line.time() + " " + line.text());
            }
        }
    }
}
