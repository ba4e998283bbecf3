package sosad.app.view.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.tables.Line;
import sosad.app.viewmodel.tables.NodeTable;
import sosad.app.viewmodel.tables.TablesViewModel;
import sosad.model.NodeId;

/** A column for each node, side by side; many scroll sideways, and those out of sight are not drawn. */
final class NodeTablesView extends ScrollPane implements Tabular {
    private final HBox columns = new HBox();
    private final BooleanSupplier animated;
    private final WhyViewModel why;
    private List<NodeId> nodes = List.of();
    private List<NodeTable> tables = List.of();

    NodeTablesView(BooleanSupplier animated, WhyViewModel why) {
        this.animated = animated;
        this.why = why;
        getStyleClass().add("node-tables");
        columns.getStyleClass().add("node-columns");
        setContent(columns);
        setFitToHeight(true);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        hvalueProperty().addListener(scrolled -> showWhatIsInSight());
        viewportBoundsProperty().addListener(resized -> showWhatIsInSight());
        columns.widthProperty().addListener(laidOut -> showWhatIsInSight());
    }

    @Override
    public void show(TablesViewModel model) {
        show(model.nodeTables());
    }

    void show(List<NodeTable> newTables) {
        tables = newTables;
        List<NodeId> names = tables.stream().map(NodeTable::node).toList();
        if (!names.equals(nodes)) {
            nodes = names;
            List<NodeColumn> made = new ArrayList<>();
            for (NodeId node : names) {
                NodeColumn column = new NodeColumn(node, animated, why);
                HBox.setHgrow(column, Priority.ALWAYS);
                made.add(column);
            }
            columns.getChildren().setAll(made);
            made.get(made.size() - 1).getStyleClass().add("last");
        }
        showWhatIsInSight();
    }

    private void showWhatIsInSight() {
        for (int i = 0; i < tables.size(); i++) {
            NodeColumn column = column(i);
            if (isInSight(column)) {
                column.show(tables.get(i));
            }
        }
    }

    @Override
    public List<String> heading() {
        return List.of("Node", "Key", "Value");
    }

    @Override
    public List<TextRow> rows() {
        return tables.stream()
                .flatMap(table -> table.lines().stream().map(line -> text(table.node(), line)))
                .toList();
    }

    private static TextRow text(NodeId node, Line line) {
        boolean isNote = line.kind() == Line.Kind.NOTE;
        return new TextRow(
                isNote ? List.of() : List.of(node.name(), line.key(), line.value()),
                line.isEntry() ? List.of(line.key(), line.value()) : List.of());
    }

    private NodeColumn column(int index) {
        return (NodeColumn) columns.getChildren().get(index);
    }

    @Override
    public List<Integer> selected() {
        List<Integer> places = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < tables.size(); i++) {
            for (int line : column(i).lines().getSelectionModel().getSelectedIndices()) {
                places.add(first + line);
            }
            first += tables.get(i).lines().size();
        }
        return places;
    }

    @Override
    public void select(int place) {
        clearSelection();
        int line = place;
        int index = 0;
        while (line >= tables.get(index).lines().size()) {
            line -= tables.get(index).lines().size();
            index++;
        }
        NodeColumn column = column(index);
        Bounds bounds = column.getBoundsInParent();
        double hidden = columns.getWidth() - getViewportBounds().getWidth();
        if (hidden > 0 && !isWhollyInSight(bounds)) {
            setHvalue(Math.max(0, Math.min(1, bounds.getMinX() / hidden)));
        }
        column.show(tables.get(index));
        column.lines().getSelectionModel().clearAndSelect(line);
        column.lines().scrollTo(line);
    }

    @Override
    public void clearSelection() {
        for (int i = 0; i < tables.size(); i++) {
            column(i).lines().getSelectionModel().clearSelection();
        }
    }

    @Override
    public void focusSelected() {
        int index = IntStream.range(0, tables.size())
                .filter(i -> !column(i).lines().getSelectionModel().isEmpty())
                .findFirst()
                .orElse(0);
        column(index).lines().requestFocus();
    }

    private boolean isWhollyInSight(Bounds place) {
        double width = getViewportBounds().getWidth();
        double left = getHvalue() * Math.max(0, columns.getWidth() - width);
        return place.getMinX() >= left - 1 && place.getMaxX() <= left + width + 1;
    }

    private boolean isInSight(NodeColumn column) {
        double width = getViewportBounds().getWidth();
        double left = getHvalue() * Math.max(0, columns.getWidth() - width);
        Bounds place = column.getBoundsInParent();
        return place.getMaxX() >= left && place.getMinX() <= left + width;
    }
}
