package sosad.app.view.tables;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.history.NodeState;
import sosad.app.view.Controls;
import sosad.app.view.NodeBadge;
import sosad.app.viewmodel.Line;
import sosad.app.viewmodel.NodeTable;
import sosad.model.NodeId;

/** The table of one node: its name, how much it holds, its rows, its entries. */
final class NodeColumn extends VBox {
    private final NodeBadge badge;
    private final Label summary = Controls.label("", "node-summary");
    private final ListView<Line> lines = new ListView<>();
    private final BooleanSupplier animated;

    NodeColumn(NodeId node, BooleanSupplier animated) {
        this.animated = animated;
        getStyleClass().add("node-column");
        badge = new NodeBadge(node);
        HBox head = new HBox(badge, summary);
        head.getStyleClass().add("node-column-head");
        lines.getStyleClass().add("lines");
        lines.setCellFactory(list -> new LineCell(animated));
        lines.setAccessibleText("Table of node " + node);
        setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(head, lines);
    }

    void show(NodeTable table) {
        summary.setText(table.summary());
        badge.setHollow(table.status() == NodeState.Status.DEAD);
        getStyleClass().removeAll("dead", "paused");
        switch (table.status()) {
            case DEAD -> getStyleClass().add("dead");
            case PAUSED -> getStyleClass().add("paused");
            case UP -> {}
        }
        List<Line> wanted = table.lines();
        if (!lines.getItems().equals(wanted)) {
            if (animated.getAsBoolean()) {
                replace(wanted);
            } else {
                lines.getItems().setAll(wanted);
            }
        }
    }

    /** Keeps the lines that stay as they are, so that a cell knows whether its line is new. */
    private void replace(List<Line> wanted) {
        List<Line> items = lines.getItems();
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
