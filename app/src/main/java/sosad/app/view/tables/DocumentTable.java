package sosad.app.view.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import sosad.app.explain.Question;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.tables.DocumentRow;
import sosad.app.viewmodel.tables.Line;
import sosad.app.viewmodel.tables.TablesViewModel;
import sosad.model.NodeId;

/** The table as the document prints it: time, server, key, value. */
final class DocumentTable extends TableView<DocumentRow> implements Tabular, Askable {
    DocumentTable(WhyViewModel why) {
        getStyleClass().addAll("plain-table", "document-table");
        setAccessibleText("The document's table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("no node is up"));
        column("Time", 1, row -> Long.toString(row.time()));
        column("Server", 1.2, DocumentRow::server);
        column("Key", 3, row -> row.line().key());
        column("Value", 3, row -> row.line().value());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(table -> new Row(why));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && question().isPresent()) {
                question().ifPresent(why::ask);
                key.consume();
            }
        });
    }

    @Override
    public Optional<Question> question() {
        return Optional.ofNullable(getFocusModel().getFocusedItem())
                .flatMap(row -> row.line().question());
    }

    private void column(String name, double share, Function<DocumentRow, String> text) {
        TableColumn<DocumentRow, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(60 * share);
        column.setMinWidth(56);
        getColumns().add(column);
    }

    @Override
    public void show(TablesViewModel tables) {
        clearSelection();
        getItems().setAll(tables.documentRows());
    }

    @Override
    public List<String> heading() {
        return getColumns().stream().map(TableColumn::getText).toList();
    }

    @Override
    public List<TextRow> rows() {
        return getItems().stream().map(DocumentTable::text).toList();
    }

    private static TextRow text(DocumentRow row) {
        Line line = row.line();
        return new TextRow(
                List.of(Long.toString(row.time()), row.server(), line.key(), line.value()),
                line.isEntry() ? List.of(line.key(), line.value()) : List.of());
    }

    @Override
    public List<Integer> selected() {
        return List.copyOf(getSelectionModel().getSelectedIndices());
    }

    @Override
    public void select(int place) {
        getSelectionModel().clearAndSelect(place);
        scrollTo(place);
    }

    @Override
    public void clearSelection() {
        getSelectionModel().clearSelection();
    }

    @Override
    public void focusSelected() {
        requestFocus();
    }

    /**
     * Marks changed rows and the beginning of each server; can be asked about what it says and what its server lacks.
     */
    private static final class Row extends TableRow<DocumentRow> {
        Row(WhyViewModel why) {
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2) {
                    question().forEach(why::ask);
                }
            });
            setOnContextMenuRequested(request -> {
                if (getItem() != null) {
                    Stream<Question> all = Stream.concat(
                            question(), why.lacks(new NodeId(getItem().server())).stream());
                    WhyMenu.show(why, all, this, request.getScreenX(), request.getScreenY());
                }
                request.consume();
            });
        }

        private Stream<Question> question() {
            return getItem() == null ? Stream.empty() : getItem().line().question().stream();
        }

        @Override
        protected void updateItem(DocumentRow row, boolean empty) {
            super.updateItem(row, empty);
            Controls.state(this, "changed", !empty && row.line().changed());
            Controls.state(this, "first-of-server", !empty && row.first() && getIndex() > 0);
        }
    }
}
