package sosad.app.view.tables;

import java.util.List;
import sosad.app.viewmodel.tables.TablesViewModel;

/** One way of showing what the nodes hold. */
interface Tabular {
    /** Shows the tables as they are now. */
    void show(TablesViewModel tables);

    /** Returns what the columns are called. */
    List<String> heading();

    /** Returns all rows, in the order in which they are read. */
    List<TextRow> rows();

    /** Returns the places of the selected ones among these, in order. */
    List<Integer> selected();

    /** Selects the row at {@code place} alone, and brings it into sight. */
    void select(int place);

    /** Selects nothing. */
    void clearSelection();

    /** Moves the keyboard to what is selected, or to the beginning. */
    void focusSelected();

    /**
     * A row as text.
     *
     * @param cells one for each column; none if there is nothing to copy
     * @param sought what can be found in it: the key and the values of entries
     */
    record TextRow(List<String> cells, List<String> sought) {
        public TextRow {
            cells = List.copyOf(cells);
            sought = List.copyOf(sought);
        }
    }
}
