package sosad.app.view.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sosad.app.viewmodel.tables.NodeTable;
import sosad.app.viewmodel.tables.TablesViewModel;
import sosad.model.NodeId;

/** A column for each node, side by side; many scroll sideways, and those out of sight are not drawn. */
final class NodeTablesView extends ScrollPane implements Tabular {
    private final HBox columns = new HBox();
    private final BooleanSupplier animated;
    private List<NodeId> nodes = List.of();
    private List<NodeTable> tables = List.of();

    NodeTablesView(BooleanSupplier animated) {
        this.animated = animated;
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
                NodeColumn column = new NodeColumn(node, animated);
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
            NodeColumn column = (NodeColumn) columns.getChildren().get(i);
            if (isInSight(column)) {
                column.show(tables.get(i));
            }
        }
    }

    private boolean isInSight(NodeColumn column) {
        double width = getViewportBounds().getWidth();
        double left = getHvalue() * Math.max(0, columns.getWidth() - width);
        Bounds place = column.getBoundsInParent();
        return place.getMaxX() >= left && place.getMinX() <= left + width;
    }
}
