package sosad.app.view.tools;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import sosad.app.view.Controls;
import sosad.app.viewmodel.history.LogLine;
import sosad.app.viewmodel.history.LogViewModel;

/** The log of events, in sentences, the newest at the bottom. */
final class LogPane extends StackPane {
    private final ListView<LogLine> list;

    LogPane(LogViewModel log) {
        getStyleClass().add("log");
        list = new ListView<>(log.lines());
        list.setAccessibleText("Log");
        // The tool pane's height decides, not the number of lines.
        list.setMinHeight(0);
        list.setPrefHeight(0);
        list.setPlaceholder(Controls.label("Nothing has happened yet.", "muted"));
        list.setCellFactory(unused -> new Cell());
        log.lines().addListener((ListChangeListener<LogLine>) change -> showNewest());
        getChildren().add(list);
    }

    /** Scrolls to the end, if the log is shown. */
    void showNewest() {
        if (isVisible() && !list.getItems().isEmpty()) {
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
            setPrefWidth(0);
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
