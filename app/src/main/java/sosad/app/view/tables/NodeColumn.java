package sosad.app.view.tables;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.history.NodeState;
import sosad.app.view.Controls;
import sosad.app.view.NodeBadge;
import sosad.app.viewmodel.tables.NodeTable;
import sosad.model.NodeId;

/** The table of one node: its name, how much it holds, its rows, its entries. */
final class NodeColumn extends VBox {
    private final NodeBadge badge;
    private final Label summary = Controls.label("", "node-summary");
    private final ListView<PlacedLine> lines = new ListView<>();
    private NodeTable shown;

    NodeColumn(NodeId node, BooleanSupplier animated) {
        getStyleClass().add("node-column");
        badge = new NodeBadge(node);
        HBox head = new HBox(badge, summary);
        head.getStyleClass().add("node-column-head");
        lines.getStyleClass().add("lines");
        lines.setCellFactory(list -> new LineCell(animated));
        lines.setAccessibleText("Table of node " + node);
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(head, lines);
    }

    /** Shows {@code table}, unless it is shown already. */
    void show(NodeTable table) {
        if (table.equals(shown)) {
            return;
        }
        shown = table;
        lines.getSelectionModel().clearSelection();
        summary.setText(table.summary());
        badge.setHollow(table.status() == NodeState.Status.DEAD);
        getStyleClass().removeAll("dead", "paused");
        switch (table.status()) {
            case DEAD -> getStyleClass().add("dead");
            case PAUSED -> getStyleClass().add("paused");
            case UP -> {}
        }
        replace(PlacedLine.of(table.lines()));
    }

    /** Returns its lines. */
    ListView<?> lines() {
        return lines;
    }

    /** Keeps the lines that stay as they are: their cells are not touched, and a cell knows whether its line is new. */
    private void replace(List<PlacedLine> wanted) {
        List<PlacedLine> items = lines.getItems();
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= items.size()) {
                items.add(wanted.get(i));
            } else if (!items.get(i).equals(wanted.get(i))) {
                items.set(i, wanted.get(i));
            }
        }
        if (items.size() > wanted.size()) {
            items.subList(wanted.size(), items.size()).clear();
        }
    }
}
