package sosad.app.view.tables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.explain.Question;
import sosad.app.history.NodeState;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.view.NodeBadge;
import sosad.app.viewmodel.explain.WhyStatus;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.tables.Matrix;
import sosad.app.viewmodel.tables.MatrixCell;
import sosad.app.viewmodel.tables.TablesViewModel;
import sosad.model.NodeId;

/**
 * Every key against every node; stale and absent ones are marked by sign, word and colour. The arrow keys go from cell
 * to cell, and of each one can ask why.
 */
final class MatrixTable extends VBox implements Tabular, Askable {
    private static final String NAME = "Keys against nodes";
    private static final double KEY_WIDTH = 110;
    private static final double CELL_WIDTH = 120;
    private static final double SCROLL_BAR = 12;

    private final TableView<Matrix.MatrixRow> table = new TableView<>();
    private List<NodeState.Status> statuses = List.of();
    private List<NodeId> names = List.of();
    private final WhyViewModel why;
    private final MatrixLegend legend = new MatrixLegend();

    /** The column of the cell that has the keyboard, from 0. */
    private int pointed;

    MatrixTable(WhyViewModel why) {
        this.why = why;
        getStyleClass().add("matrix");
        table.getStyleClass().addAll("plain-table", "matrix-table");
        table.setAccessibleText(NAME);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label("nothing stored yet"));
        setVgrow(table, Priority.ALWAYS);
        table.widthProperty().addListener((property, old, width) -> spread());
        getChildren().addAll(table, legend);
        why.statusProperty().subscribe(status -> Controls.show(legend, status == WhyStatus.CLOSED));
        why.questionProperty().addListener((property, old, question) -> markCells());
        table.focusedProperty().addListener((property, old, focused) -> markCells());
        table.getFocusModel().focusedIndexProperty().addListener((property, old, row) -> markCells());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
    }

    private void pressed(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> point(pointed - 1);
            case RIGHT -> point(pointed + 1);
            case ENTER -> question().ifPresent(why::ask);
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** The mouse points at cells, too. */
    private void clicked(MouseEvent press) {
        for (Node node = press.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof MatrixCellView cell) {
                cell.question().ifPresent(question -> pointed = names.indexOf(question.at()));
            }
        }
        markCells();
    }

    private void point(int column) {
        pointed = Math.max(0, Math.min(names.size() - 1, column));
        if (pointed >= 0) {
            table.scrollToColumnIndex(pointed + 1);
        }
        markCells();
    }

    @Override
    public Optional<Question> question() {
        int row = table.getFocusModel().getFocusedIndex();
        boolean isCell = row >= 0 && row < table.getItems().size() && pointed < names.size();
        return isCell
                ? Optional.of(new Question.OfEntry(
                        names.get(pointed), table.getItems().get(row).key()))
                : Optional.empty();
    }

    /** Rings the cell that is asked about, and the one that has the keyboard, which is also said. */
    private void markCells() {
        table.lookupAll(".matrix-cell").forEach(cell -> mark((MatrixCellView) cell));
        Optional<Question> focused = table.isFocused() ? question() : Optional.empty();
        table.setAccessibleText(focused.map(question -> (Question.OfEntry) question)
                .map(cell -> "%s at %s, %s"
                        .formatted(
                                cell.key(),
                                cell.at(),
                                text(table.getItems()
                                        .get(table.getFocusModel().getFocusedIndex())
                                        .cells()
                                        .get(pointed))))
                .map(cell -> NAME + ", " + cell)
                .orElse(NAME));
    }

    private void mark(MatrixCellView cell) {
        Question asked = why.questionProperty().get();
        Optional<Question> own = cell.question().map(Question.class::cast);
        Controls.state(cell, "asked", asked != null && own.filter(asked::equals).isPresent());
        Controls.state(cell, "pointed", own.isPresent() && table.isFocused() && own.equals(question()));
    }

    @Override
    public void show(TablesViewModel tables) {
        Matrix matrix = tables.matrix();
        List<NodeState.Status> now =
                matrix.nodes().stream().map(NodeState::status).toList();
        if (!matrix.names().equals(names) || !now.equals(statuses)) {
            names = matrix.names();
            statuses = now;
            makeColumns(matrix);
        }
        clearSelection();
        int row = table.getFocusModel().getFocusedIndex();
        table.getItems().setAll(matrix.rows());
        table.getFocusModel().focus(Math.min(Math.max(0, row), matrix.rows().size() - 1));
    }

    @Override
    public List<String> heading() {
        return Stream.concat(Stream.of("Key"), names.stream().map(NodeId::name)).toList();
    }

    @Override
    public List<TextRow> rows() {
        return table.getItems().stream().map(MatrixTable::text).toList();
    }

    private static TextRow text(Matrix.MatrixRow row) {
        Stream<String> cells = row.cells().stream().map(MatrixTable::text);
        Stream<String> values = row.cells().stream().map(MatrixCell::text);
        String key = row.key().text();
        return new TextRow(
                Stream.concat(Stream.of(key), cells).toList(),
                Stream.concat(Stream.of(key), values).toList());
    }

    /** A cell in words, as it is marked on screen. */
    private static String text(MatrixCell cell) {
        boolean isNewest = cell.state() == MatrixCell.State.CURRENT;
        return (cell.text() + " " + (isNewest ? "" : cell.state().word())).strip();
    }

    @Override
    public List<Integer> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedIndices());
    }

    @Override
    public void select(int place) {
        table.getSelectionModel().clearAndSelect(place);
        table.scrollTo(place);
    }

    @Override
    public void clearSelection() {
        table.getSelectionModel().clearSelection();
    }

    @Override
    public void focusSelected() {
        table.requestFocus();
    }

    private void makeColumns(Matrix matrix) {
        TableColumn<Matrix.MatrixRow, String> keys = new TableColumn<>("Key");
        keys.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().key().text()));
        plain(keys, KEY_WIDTH);
        table.getColumns().clear();
        table.getColumns().add(keys);
        for (int i = 0; i < matrix.nodes().size(); i++) {
            int index = i;
            TableColumn<Matrix.MatrixRow, MatrixCell> column = new TableColumn<>();
            column.setGraphic(head(matrix.nodes().get(i)));
            column.setCellValueFactory(
                    row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(index)));
            column.setCellFactory(unused -> new MatrixCellView(names.get(index), why, this::mark));
            plain(column, CELL_WIDTH);
            table.getColumns().add(column);
        }
        spread();
    }

    private void plain(TableColumn<?, ?> column, double width) {
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(width);
        column.setPrefWidth(width);
    }

    /** The nodes share the room; where there is too little, the table scrolls sideways. */
    private void spread() {
        double room = table.getWidth() - KEY_WIDTH - SCROLL_BAR;
        double each = Math.max(CELL_WIDTH, Math.floor(room / Math.max(1, names.size())));
        table.getColumns().stream().skip(1).forEach(column -> column.setPrefWidth(each));
    }

    private static Label head(NodeState node) {
        NodeBadge badge = new NodeBadge(node.id());
        badge.setHollow(!node.hasProcess());
        Label head = Controls.label(
                switch (node.status()) {
                    case UP -> "";
                    case PAUSED -> "paused";
                    case DEAD -> "dead";
                },
                "muted");
        head.setGraphic(badge);
        return head;
    }
}
