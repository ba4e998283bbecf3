package sosad.app.view.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.compare.CompareTable;
import sosad.app.compare.CompareTable.TableLine;
import sosad.app.compare.MeanComparison;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.compare.CompareViewModel;

/** The table: a line for each rule and each ghost, the best figure of each column marked. A line is explained. */
final class CompareTableView extends TableView<TableLine> {
    /** The size of text, in pixels; what follows is in ems. */
    private static final double USUAL_TYPE = 13;

    private static final double NAME_WIDTH = 12.8;
    private static final double FIGURE_WIDTH = 2.6;
    private static final double HEAD_HEIGHT = 3;
    private static final double LINE_HEIGHT = 2;
    private static final double CHARACTER_WIDTH = 0.6;
    private static final double CELL_PADDING = 0.8;

    /** In a wide window columns are so much wider at most. */
    private static final double MAX_STRETCH = 1.5;

    private final ObservableDoubleValue unit;
    private List<CompareTable.TableColumn> columns = List.of();
    private List<TableLine> lines = List.of();

    /** @param unit by how much everything is larger than usual */
    CompareTableView(CompareViewModel model, ObservableDoubleValue unit) {
        this.unit = unit;
        getStyleClass().addAll("plain-table", "compare-table");
        setAccessibleText("The rules compared");
        setPlaceholder(Controls.label("Run (F5) to see what each rule loses and sends", "muted"));
        model.shownProperty().subscribe(this::show);
        widthProperty().addListener((property, old, width) -> fit());
        unit.addListener((property, old, now) -> fit());
        getSelectionModel().selectedItemProperty().addListener((property, old, line) -> model.selectedProperty()
                .set(Optional.ofNullable(line).map(TableLine::row)));
    }

    private void show(Optional<MeanComparison> comparison) {
        if (comparison.isEmpty()) {
            getItems().clear();
            lines = List.of();
            setPrefHeight(USE_COMPUTED_SIZE);
            return;
        }
        CompareTable table = CompareTable.of(comparison.get());
        if (!table.columns().equals(columns)) {
            columns = table.columns();
            makeColumns();
        }
        int selected = getSelectionModel().getSelectedIndex();
        getItems().setAll(table.lines());
        lines = table.lines();
        fit();
        getSelectionModel().select(selected);
    }

    private void makeColumns() {
        List<TableColumn<TableLine, ?>> made = new ArrayList<>();
        TableColumn<TableLine, TableLine> name = new TableColumn<>("rule");
        name.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        name.setCellFactory(column -> new NameCell());
        name.setSortable(false);
        name.setReorderable(false);
        made.add(name);
        for (int i = 0; i < columns.size(); i++) {
            made.add(figure(i));
        }
        getColumns().setAll(made);
    }

    private TableColumn<TableLine, CompareTable.TableCell> figure(int index) {
        TableColumn<TableLine, CompareTable.TableCell> column = new TableColumn<>();
        Label head = Controls.fixedLabel(columns.get(index).title(), "muted");
        head.setAccessibleHelp(columns.get(index).figure().explanation());
        LazyTooltip.of(head).setText(columns.get(index).figure().explanation());
        column.setGraphic(head);
        column.getStyleClass().add("figure-column");
        column.setCellValueFactory(
                line -> new ReadOnlyObjectWrapper<>(line.getValue().cells().get(index)));
        column.setCellFactory(made -> new FigureCell());
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** A column is as wide as what stands in it, and wider where there is room. */
    private void fit() {
        if (!lines.isEmpty()) {
            setPrefHeight((HEAD_HEIGHT + lines.size() * LINE_HEIGHT) * em());
        }
        double[] widths = new double[columns.size()];
        double all = NAME_WIDTH;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(i);
            all += widths[i];
        }
        double stretch = Math.max(1, Math.min(MAX_STRETCH, (getWidth() / em() - 1) / all));
        for (int i = 0; i < widths.length; i++) {
            getColumns().get(1 + i).setPrefWidth(Math.floor(widths[i] * stretch * em()));
        }
        if (!columns.isEmpty()) {
            getColumns().get(0).setPrefWidth(Math.floor(NAME_WIDTH * stretch * em()));
        }
    }

    /** The width of a column, in ems. */
    private double width(int index) {
        int longest = lines.stream()
                .mapToInt(line -> line.cells().get(index).text().length())
                .max()
                .orElse(0);
        int characters = Math.max(longest, columns.get(index).title().length());
        return Math.max(FIGURE_WIDTH, characters * CHARACTER_WIDTH + CELL_PADDING);
    }

    private double em() {
        return USUAL_TYPE * unit.get();
    }

    /** The name of a rule, or of a ghost. */
    private static final class NameCell extends TableCell<TableLine, TableLine> {
        private final Label name = Controls.label("");

        @Override
        protected void updateItem(TableLine line, boolean empty) {
            super.updateItem(line, empty);
            name.setText(empty ? "" : line.row().name());
            setGraphic(empty ? null : name);
            Controls.state(name, "ghost", !empty && line.row().kind() == RowKind.GHOST);
        }
    }

    /** A figure. */
    private static final class FigureCell extends TableCell<TableLine, CompareTable.TableCell> {
        FigureCell() {
            getStyleClass().add("figure");
        }

        @Override
        protected void updateItem(CompareTable.TableCell cell, boolean empty) {
            super.updateItem(cell, empty);
            setText(empty ? null : cell.text());
            Controls.state(this, "best", !empty && cell.isBest());
        }
    }
}
