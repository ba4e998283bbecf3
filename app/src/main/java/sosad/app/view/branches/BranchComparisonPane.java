package sosad.app.view.branches;

import static sosad.model.PlainFormat.format;

import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.TabStrip;
import sosad.app.view.Theme;
import sosad.app.view.timeline.TimelinePane;
import sosad.app.viewmodel.branches.BranchComparison;
import sosad.app.viewmodel.branches.BranchesViewModel;

/**
 * Two branches side by side in the place of the cluster: where they differ first, both tables at one T, both diagrams
 * with the events lit that the other has not. Left and Right choose T.
 */
public final class BranchComparisonPane extends VBox {
    private final Label sentence = Controls.label("", "comparison-sentence");
    private final Label differ = Controls.label("", "comparison-differ");
    private final Label time = Controls.fixedLabel("", "comparison-time");
    private final Button earlier = Controls.iconButton(Feather.CHEVRON_LEFT, "The T before", "Left", () -> move(-1));
    private final Button later = Controls.iconButton(Feather.CHEVRON_RIGHT, "The next T", "Right", () -> move(1));
    private final Button first = Controls.button(
            "First difference", Feather.SKIP_BACK, "Show T of the first event that differs", this::first);
    private final TabStrip tabs = new TabStrip();
    private final ComparisonTable table = new ComparisonTable();
    private final BranchDiagram leftDiagram;
    private final BranchDiagram rightDiagram;
    private final BranchDiagrams diagrams;
    private BranchComparison comparison;
    private int at;

    /** @param unit by how much everything is larger than usual */
    public BranchComparisonPane(BranchesViewModel model, ObservableDoubleValue unit) {
        getStyleClass().add("comparison");
        getStylesheets().add(Theme.sheet("branches/branches.css"));
        leftDiagram = new BranchDiagram(unit);
        rightDiagram = new BranchDiagram(unit);
        follow(leftDiagram);
        follow(rightDiagram);
        tabs.add("Entries", Keys.MATRIX);
        tabs.add("Rows", Keys.PER_NODE);
        tabs.selectedProperty().addListener((property, old, index) -> showTime());
        Button close = Controls.iconButton(Feather.X, "Back to the cluster", Keys.NOW, model::endComparison);
        first.setMinWidth(USE_PREF_SIZE);
        differ.setMinWidth(0);
        HBox head = new HBox(tabs, earlier, time, later, first, differ, Controls.spring(), close);
        head.getStyleClass().add("comparison-head");
        head.setAlignment(Pos.CENTER_LEFT);
        diagrams = new BranchDiagrams(leftDiagram, rightDiagram, unit);
        sentence.setMinHeight(USE_PREF_SIZE);
        table.setMinHeight(0);
        VBox.setVgrow(table, Priority.SOMETIMES);
        VBox.setVgrow(diagrams, Priority.ALWAYS);
        getChildren().addAll(head, sentence, table, diagrams);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Controls.show(this, false);
        model.comparisonProperty().addListener((property, old, now) -> show(old, now));
    }

    private void follow(BranchDiagram diagram) {
        diagram.timeline().selectedProperty().addListener((property, old, snapshot) -> {
            if (snapshot != null && comparison != null && snapshot.time() != shownTime()) {
                showTime(comparison.times().indexOf(snapshot.time()));
            }
        });
    }

    private void show(BranchComparison old, BranchComparison now) {
        comparison = now;
        Controls.show(this, now != null);
        if (now == null) {
            return;
        }
        sentence.setText(now.sentence());
        setAccessibleText(now.sentence());
        leftDiagram.show(now.left(), now.own(now.left()));
        rightDiagram.show(now.right(), now.own(now.right()));
        diagrams.setNodes(Math.max(
                BranchComparison.nodes(now.left()).size(),
                BranchComparison.nodes(now.right()).size()));
        table.setBranches(now.left(), now.right());
        showTime(old == null || at >= now.times().size() ? now.times().size() - 1 : at);
        if (old == null) {
            leftDiagram.timeline().overview(now.firstOwn(now.left()));
            rightDiagram.timeline().overview(now.firstOwn(now.right()));
            table.requestFocus();
        }
    }

    private long shownTime() {
        return comparison.times().get(at);
    }

    private void move(int step) {
        showTime(Math.max(0, Math.min(comparison.times().size() - 1, at + step)));
    }

    private void first() {
        showTime(comparison.times().indexOf(comparison.firstDifference()));
    }

    private void showTime(int index) {
        at = Math.max(0, index);
        showTime();
    }

    private void showTime() {
        if (comparison == null) {
            return;
        }
        long now = shownTime();
        time.setText(format("T = %d", now));
        earlier.setDisable(at == 0);
        later.setDisable(at == comparison.times().size() - 1);
        String words = comparison.difference(now);
        differ.setText(words);
        Controls.style(differ, "same", comparison.isSame(now));
        boolean isEntries = tabs.selectedProperty().get() == 0;
        table.show(isEntries ? comparison.entries(now) : comparison.rows(now));
        leftDiagram.show(comparison.left(), now);
        rightDiagram.show(comparison.right(), now);
    }

    private void pressed(KeyEvent event) {
        if (comparison == null || isInDiagram(event) || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(-1);
            case RIGHT -> move(1);
            case HOME -> showTime(0);
            case END -> showTime(comparison.times().size() - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** There the arrows choose a moment. */
    private static boolean isInDiagram(KeyEvent event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && !(node instanceof TimelinePane)) {
            node = node.getParent();
        }
        return node != null;
    }
}
