package sosad.app.view.tables;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import sosad.app.view.Controls;
import sosad.app.viewmodel.tables.DocumentRow;
import sosad.app.viewmodel.tables.TablesViewModel;

/** The table as the document prints it: time, server, key, value. */
final class DocumentTable extends TableView<DocumentRow> implements Tabular {
    DocumentTable() {
        getStyleClass().addAll("plain-table", "document-table");
        setAccessibleText("The document's table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("no node is up"));
        column("Time", 1, row -> Long.toString(row.time()));
        column("Server", 1.2, DocumentRow::server);
        column("Key", 3, row -> row.line().key());
        column("Value", 3, row -> row.line().value());
        setRowFactory(table -> new Row());
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
        getItems().setAll(tables.documentRows());
    }

    /** Marks changed rows and the beginning of each server. */
    private static final class Row extends TableRow<DocumentRow> {
        @Override
        protected void updateItem(DocumentRow row, boolean empty) {
            super.updateItem(row, empty);
            Controls.state(this, "changed", !empty && row.line().changed());
            Controls.state(this, "first-of-server", !empty && row.first() && getIndex() > 0);
        }
    }
}
