package sosad.app.view.branches;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import sosad.app.lab.Branch;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.view.NodeBadge;
import sosad.app.viewmodel.branches.BranchComparison;
import sosad.app.viewmodel.branches.ComparedRow;
import sosad.app.viewmodel.branches.ComparedRow.ComparedCell;
import sosad.model.NodeId;

/** The tables of two branches, line by line; a cell that differs has a mark and a ground of its own. */
final class ComparisonTable extends TableView<ComparedRow> {
    private static final double NAME_WIDTH = 100;
    private static final double CELL_WIDTH = 92;
    private static final double SCROLL_BAR = 14;
    private static final double TITLE_MARGIN = 16;
    private static final double ROW_EM = 2.2;
    private static final double HEAD_EM = 5.6;

    private String heading = "";

    ComparisonTable() {
        getStyleClass().add("plain-table");
        setAccessibleText("The tables of both branches");
        setPlaceholder(new Label("nothing stored yet"));
        widthProperty().addListener((property, old, width) -> spread());
    }

    void setBranches(Branch left, Branch right) {
        String wanted = left.id() + left.title() + "|" + right.id() + right.title();
        if (wanted.equals(heading)) {
            return;
        }
        heading = wanted;
        TableColumn<ComparedRow, String> names = new TableColumn<>("");
        names.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().name()));
        plain(names, NAME_WIDTH);
        getColumns().clear();
        getColumns().add(names);
        getColumns().add(group(left, ComparedRow::left, false));
        getColumns().add(group(right, ComparedRow::right, true));
        spread();
    }

    private static void plain(TableColumn<?, ?> column, double width) {
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(width);
        column.setPrefWidth(width);
    }

    private static TableColumn<ComparedRow, ComparedCell> group(
            Branch branch, Function<ComparedRow, List<ComparedCell>> cells, boolean isRight) {
        TableColumn<ComparedRow, ComparedCell> group = new TableColumn<>();
        Label title = Controls.label(branch.title(), "comparison-table-title");
        title.setMinWidth(0);
        LazyTooltip.of(title).setText(branch.title());
        group.setGraphic(title);
        group.setSortable(false);
        group.setReorderable(false);
        List<NodeId> nodes = BranchComparison.nodes(branch);
        for (int i = 0; i < nodes.size(); i++) {
            int index = i;
            TableColumn<ComparedRow, ComparedCell> column = new TableColumn<>();
            column.setGraphic(new NodeBadge(nodes.get(i)));
            column.setCellValueFactory(row -> {
                List<ComparedCell> all = cells.apply(row.getValue());
                return new ReadOnlyObjectWrapper<>(index < all.size() ? all.get(index) : new ComparedCell("", false));
            });
            column.setCellFactory(unused -> new Cell());
            if (isRight && i == 0) {
                column.getStyleClass().add("comparison-right-edge");
            }
            plain(column, CELL_WIDTH);
            group.getColumns().add(column);
        }
        return group;
    }

    /** The nodes share the room; where there is too little, the table scrolls sideways. */
    private void spread() {
        List<TableColumn<ComparedRow, ?>> cells = getColumns().stream()
                .skip(1)
                .<TableColumn<ComparedRow, ?>>flatMap(group -> group.getColumns().stream())
                .toList();
        double room = getWidth() - NAME_WIDTH - SCROLL_BAR;
        double each = Math.max(CELL_WIDTH, Math.floor(room / Math.max(1, cells.size())));
        cells.forEach(column -> column.setPrefWidth(each));
        getColumns().stream().skip(1).forEach(group -> {
            double width = each * group.getColumns().size() - TITLE_MARGIN;
            ((Label) group.getGraphic()).setMaxWidth(width);
        });
    }

    void show(List<ComparedRow> rows) {
        getItems().setAll(rows);
        setStyle(format("-fx-pref-height: %.1fem;", HEAD_EM + ROW_EM * Math.max(2, rows.size())));
    }

    /** What a node has, with a mark if the same node of the other branch has something else. */
    private static final class Cell extends TableCell<ComparedRow, ComparedCell> {
        private final Region mark = new Region();
        private final Label text = Controls.label("");
        private final HBox both = new HBox(text, mark);

        Cell() {
            both.getStyleClass().add("compared-cell");
            mark.getStyleClass().add("compared-mark");
        }

        @Override
        protected void updateItem(ComparedCell cell, boolean empty) {
            super.updateItem(cell, empty);
            boolean isThere = !empty && cell != null;
            setGraphic(isThere ? both : null);
            Controls.state(this, "differs", isThere && cell.differs());
            if (isThere) {
                text.setText(cell.text());
                Controls.style(text, "nothing", cell.text().equals("absent"));
                Controls.show(mark, cell.differs());
                setAccessibleText(cell.text() + (cell.differs() ? ", differs" : ""));
            }
        }
    }
}
