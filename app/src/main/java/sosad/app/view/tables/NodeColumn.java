package sosad.app.view.tables;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.explain.Question;
import sosad.app.history.NodeState;
import sosad.app.view.Askable;
import sosad.app.view.Controls;
import sosad.app.view.NodeBadge;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.tables.NodeTable;
import sosad.model.NodeId;

/** The table of one node: its name, how much it holds and lacks, its rows, its entries. */
final class NodeColumn extends VBox implements Askable {
    private final NodeBadge badge;
    private final Label summary = Controls.label("", "node-summary");
    private final Button lacks = new Button();
    private final HBox head;
    private final ListView<PlacedLine> lines = new ListView<>();
    private NodeTable shown;

    NodeColumn(NodeId node, BooleanSupplier animated, WhyViewModel why) {
        getStyleClass().add("node-column");
        badge = new NodeBadge(node);
        head = new HBox(badge, summary, lacks);
        head.getStyleClass().add("node-column-head");
        lines.getStyleClass().add("lines");
        lines.setCellFactory(list -> new LineCell(animated, why));
        lines.setAccessibleText("Table of node " + node);
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        summary.setMinWidth(USE_PREF_SIZE);
        lacks.getStyleClass().setAll("button", "lacks-button");
        lacks.setOnAction(click -> WhyMenu.ask(why, why.lacks(node), lacks));
        lines.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && question().isPresent()) {
                question().ifPresent(why::ask);
                key.consume();
            }
        });
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
        boolean lacksAll = table.entries().isEmpty() && table.status() == NodeState.Status.UP && table.lacks() > 0;
        summary.setText(table.summary());
        Controls.show(summary, !lacksAll);
        Controls.show(lacks, table.lacks() > 0);
        lacks.setText(format(lacksAll ? "lacks all %d" : "lacks %d", table.lacks()));
        Controls.name(
                lacks, format("%s lacks %d: why?", table.node(), table.lacks()), "Why? Ask it of what is lacking");
        badge.setHollow(table.status() == NodeState.Status.DEAD);
        getStyleClass().removeAll("dead", "paused");
        switch (table.status()) {
            case DEAD -> getStyleClass().add("dead");
            case PAUSED -> getStyleClass().add("paused");
            case UP -> {}
        }
        replace(PlacedLine.of(table.lines()));
    }

    /** Where there is no room for both, what it lacks is not said here; the node on the stage says and asks it, too. */
    @Override
    protected void layoutChildren() {
        double wanted = head.snappedLeftInset() + head.snappedRightInset();
        for (Node part : head.getChildren()) {
            wanted += part.isManaged() ? part.prefWidth(-1) + head.getSpacing() : 0;
        }
        lacks.setVisible(lacks.isManaged()
                && wanted - head.getSpacing() <= getWidth() - snappedLeftInset() - snappedRightInset() + 0.5);
        super.layoutChildren();
    }

    @Override
    public Optional<Question> question() {
        return Optional.ofNullable(lines.getFocusModel().getFocusedItem())
                .flatMap(placed -> placed.line().question());
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
