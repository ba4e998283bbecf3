package sosad.app.view.tables;

import sosad.app.viewmodel.tables.TablesViewModel;

/** One way of showing what the nodes hold. */
interface Tabular {
    /** Shows the tables as they are now. */
    void show(TablesViewModel tables);
}
