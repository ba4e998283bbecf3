package sosad.app.view.tables;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sosad.app.history.Snapshot;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.TabStrip;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.lesson.Provenance;
import sosad.app.viewmodel.tables.TablesViewModel;

/** The tables at the moment shown: per node, as the document prints them, keys against nodes. */
public final class TablesPane extends VBox {
    /** The interval at which the tables of a live cluster are drawn. */
    private static final long LIVE_NANOS = 500_000_000;

    /** The share of the height that an answer takes at most. */
    private static final double MAX_ANSWER = 0.62;

    private final TablesViewModel tables;
    private final TabStrip tabs = new TabStrip();
    private final Label chip = Controls.fixedLabel("", "chip", "provenance");
    private final Button past = new Button();
    private final List<Tabular> views;
    private final TableFinder finder = new TableFinder(this::shownView);
    private final Executor nextFrame;
    private long shownNanos = System.nanoTime() - LIVE_NANOS;

    /**
     * @param answer stands below the tables while something is asked
     * @param animated whether what changes fades in
     * @param nextFrame runs what it is given on the window's thread, in the next frame
     */
    public TablesPane(
            TablesViewModel tables, WhyViewModel why, Region answer, BooleanSupplier animated, Executor nextFrame) {
        this.tables = tables;
        this.nextFrame = nextFrame;
        getStyleClass().addAll("pane", "tables-pane");
        views = List.of(new NodeTablesView(animated, why), new DocumentTable(why), new MatrixTable(why));
        tabs.add("Per node", Keys.PER_NODE);
        tabs.add("Document’s table", Keys.DOCUMENT);
        tabs.add("Matrix", Keys.MATRIX);
        past.getStyleClass().setAll("button", "past-chip");
        past.setOnAction(event -> tables.showPresent());
        Controls.name(past, "Back to now", "These tables show the past: back to now (" + Keys.NOW.display() + ")");
        HBox head = new HBox(tabs, Controls.spring(), past, chip);
        head.getStyleClass().add("tables-head");
        past.setMinWidth(USE_PREF_SIZE);
        StackPane content = new StackPane();
        content.getStyleClass().add("tables-content");
        views.forEach(view -> content.getChildren().add((Node) view));
        setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        answer.maxHeightProperty().bind(heightProperty().multiply(MAX_ANSWER));
        getChildren().addAll(head, finder, content, answer);
        addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(copyItems());
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, request -> {
            menu.show(this, request.getScreenX(), request.getScreenY());
            request.consume();
        });
        tabs.selectedProperty().addListener((property, old, index) -> select());
        tables.snapshotProperty().addListener((property, old, snapshot) -> show(snapshot));
        tables.provenanceProperty().subscribe(now -> show(now));
        tables.pastProperty().subscribe(isPast -> Controls.show(past, isPast));
        select();
    }

    /** Shows the view at {@code index}, from 0. */
    public void select(int index) {
        tabs.select(index);
    }

    /** Lets entries be found in the table that is shown. */
    public void find() {
        finder.open();
    }

    /**
     * Ends the search.
     *
     * @return whether there was one
     */
    public boolean endFind() {
        return finder.close();
    }

    /** A field for text has copied its own before this. */
    private void copy(KeyEvent event) {
        if (Keys.COPY.matches(event) && !(event.getTarget() instanceof TextInputControl)) {
            copy(CopiedText.of(shownView()));
            event.consume();
        }
    }

    /** Returns what copies the table that is shown, in other forms. */
    List<MenuItem> copyItems() {
        return List.of(
                Controls.item("Copy as Markdown", () -> copy(CopiedText.markdown(shownView()))),
                Controls.item("Copy as CSV", () -> copy(CopiedText.csv(shownView()))));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void select() {
        for (int i = 0; i < views.size(); i++) {
            ((Node) views.get(i)).setVisible(i == tabs.selectedProperty().get());
        }
        showTables();
    }

    private void showTables() {
        shownView().show(tables);
        finder.refresh();
    }

    private Tabular shownView() {
        return views.get(tabs.selectedProperty().get());
    }

    /** A live cluster's tables change faster than anybody reads them; they leave this frame to the stage. */
    private void show(Snapshot snapshot) {
        past.setText("past · T = " + snapshot.time());
        long now = System.nanoTime();
        if (!snapshot.isLive()) {
            showTables();
        } else if (now - shownNanos >= LIVE_NANOS) {
            shownNanos = now;
            nextFrame.execute(this::showTables);
        }
    }

    private void show(Provenance provenance) {
        chip.setText(provenance.word());
        Controls.name(chip, provenance.word(), provenance.meaning());
        Controls.style(chip, "off-script", provenance == Provenance.OFF_SCRIPT || provenance == Provenance.VOID);
    }
}
