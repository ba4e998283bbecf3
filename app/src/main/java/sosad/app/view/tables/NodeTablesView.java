package sosad.app.view.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sosad.app.viewmodel.NodeTable;
import sosad.app.viewmodel.TablesViewModel;
import sosad.model.NodeId;

/** A column for each node, side by side; many scroll sideways. */
final class NodeTablesView extends ScrollPane implements Tabular {
    private final HBox columns = new HBox();
    private final BooleanSupplier animated;
    private List<NodeId> nodes = List.of();

    NodeTablesView(BooleanSupplier animated) {
        this.animated = animated;
        getStyleClass().add("node-tables");
        columns.getStyleClass().add("node-columns");
        setContent(columns);
        setFitToHeight(true);
        setFitToWidth(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    @Override
    public void show(TablesViewModel tables) {
        List<NodeTable> shown = tables.nodeTables();
        List<NodeId> names = shown.stream().map(NodeTable::node).toList();
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
        for (int i = 0; i < shown.size(); i++) {
            ((NodeColumn) columns.getChildren().get(i)).show(shown.get(i));
        }
    }
}
