package sosad.app.view.tables;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;

/**
 * Finds entries in the table that is shown: the text to look for, how many have it, and the way from one to the next.
 */
final class TableFinder extends HBox {
    private final Supplier<Tabular> table;
    private final TextField text = new TextField();
    private final Label count = Controls.fixedLabel("", "find-count");
    private List<Integer> hits = List.of();
    private int at;

    /** @param table the table that is shown */
    TableFinder(Supplier<Tabular> table) {
        this.table = table;
        getStyleClass().add("table-finder");
        setAlignment(Pos.CENTER_LEFT);
        text.setPromptText("key or value");
        Controls.name(
                text,
                "Find",
                "Find among the entries: Enter goes to the next, Shift+Enter to the one before, Esc ends");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        text.textProperty().addListener((property, old, now) -> search());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren()
                .addAll(
                        text,
                        count,
                        Controls.iconButton(Feather.CHEVRON_UP, "Hit before", "Shift+Enter", () -> go(-1)),
                        Controls.iconButton(Feather.CHEVRON_DOWN, "Next hit", "Enter", () -> go(1)),
                        Controls.iconButton(Feather.X, "End the search", Keys.NOW, this::close));
        Controls.show(this, false);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            go(event.isShiftDown() ? -1 : 1);
        }
    }

    /** Opens it, or begins anew. */
    void open() {
        Controls.show(this, true);
        text.requestFocus();
        text.selectAll();
        search();
    }

    /**
     * Ends the search; what was found last stays selected, and has the keyboard.
     *
     * @return whether there was one
     */
    boolean close() {
        if (!isVisible()) {
            return false;
        }
        table.get().focusSelected();
        Controls.show(this, false);
        return true;
    }

    private void search() {
        at = 0;
        refresh();
    }

    /** Searches again: the table is another one, or shows something else. */
    void refresh() {
        if (!isVisible()) {
            return;
        }
        String wanted = text.getText().strip().toLowerCase(Locale.ROOT);
        List<Tabular.TextRow> rows = table.get().rows();
        hits = IntStream.range(0, rows.size())
                .filter(place -> !wanted.isEmpty() && has(rows.get(place), wanted))
                .boxed()
                .toList();
        at = Math.min(at, Math.max(0, hits.size() - 1));
        show(wanted);
    }

    private static boolean has(Tabular.TextRow row, String wanted) {
        return row.sought().stream()
                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void go(int shift) {
        if (!hits.isEmpty()) {
            at = Math.floorMod(at + shift, hits.size());
            show(text.getText());
        }
    }

    private void show(String wanted) {
        String found = hits.isEmpty() ? "no hits" : format("%d of %d", at + 1, hits.size());
        count.setText(wanted.isEmpty() ? "" : found);
        text.setAccessibleText(wanted.isEmpty() ? "Find" : "Find, " + found);
        Controls.state(text, "wrong", !wanted.isEmpty() && hits.isEmpty());
        if (hits.isEmpty()) {
            table.get().clearSelection();
        } else {
            table.get().select(hits.get(at));
        }
    }
}
