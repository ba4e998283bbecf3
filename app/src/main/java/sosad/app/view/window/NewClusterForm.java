package sosad.app.view.window;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.lesson.NewClusterViewModel;
import sosad.message.Launch.StoreKind;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/**
 * The form for a cluster of one's own, below the picker that it belongs to; the rest of the window stays usable beside
 * it. Enter begins, Esc closes.
 */
final class NewClusterForm extends VBox {
    private final NewClusterViewModel cluster;
    private final TextField title = new TextField();
    private final GridPane grid = new GridPane();
    private final Label problem = Controls.label("", "field-error");
    private Node focusedBefore;

    NewClusterForm(NewClusterViewModel cluster) {
        this.cluster = cluster;
        getStyleClass().addAll("overlay-card", "new-cluster");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText("New cluster");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinHeight(0);
        grid.getStyleClass().add("new-cluster-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields);
        row("Title", field(title, "Title", "What it is called in the picker and in a file", cluster.titleProperty()));
        row("Nodes", nodes());
        row(
                "Gateways",
                choice(
                        "Gateways",
                        "How many gateways stand before the nodes",
                        NewClusterViewModel.gatewayCounts(),
                        String::valueOf,
                        cluster.gatewaysProperty()));
        row(
                "Rule",
                choice(
                        "Rule",
                        "What a sync contains",
                        List.of(Content.values()),
                        EnumNames::of,
                        cluster.contentProperty()));
        row(
                "Timestamps",
                choice(
                        "Timestamps",
                        "The timestamps that changes carry: each its own, or one for all of a message",
                        List.of(Timestamps.values()),
                        EnumNames::of,
                        cluster.timestampsProperty()));
        row(
                "Schedule",
                choice(
                        "Schedule",
                        "Where a sync goes: to all peers together, or rolling, to one each time",
                        List.of(Schedule.values()),
                        EnumNames::of,
                        cluster.scheduleProperty()));
        row(
                "Store",
                choice(
                        "Store",
                        "Whether a node that was killed comes back empty, or with what it held",
                        List.of(StoreKind.values()),
                        EnumNames::of,
                        cluster.storeProperty()));
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(cluster.problemProperty());
        problem.getStyleClass().add("new-cluster-problem");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.getStyleClass().add("help-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setMinViewportHeight(0);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), scroll, problem, buttons());
        Controls.show(this, false);
    }

    private HBox head() {
        HBox head = new HBox(
                Controls.label("New cluster", "pane-title"),
                Controls.spring(),
                Controls.iconButton(Feather.X, "Close", Keys.NOW, this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox nodes() {
        TextField names =
                field(new TextField(), "Nodes", "1 to 26 names with blanks between them", cluster.nodesProperty());
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox row = new HBox(
                names,
                small(Feather.MINUS, "Remove the last node", cluster::removeNode),
                small(Feather.PLUS, "Add a node", cluster::addNode));
        row.getStyleClass().add("client-row");
        return row;
    }

    private static Button small(Feather icon, String name, Runnable action) {
        Button button = Controls.button(null, icon, name, action);
        button.setAccessibleText(name);
        button.getStyleClass().add("icon-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private TextField field(TextField field, String name, String tooltip, Property<String> value) {
        field.textProperty().bindBidirectional(value);
        field.setOnAction(enter -> begin());
        Controls.name(field, name, tooltip + " (Enter begins)");
        return field;
    }

    private static <T> ComboBox<T> choice(
            String name, String tooltip, List<T> items, Function<T, String> words, Property<T> value) {
        ComboBox<T> choice = Controls.choice(name, tooltip, FXCollections.observableArrayList(items), words, value);
        choice.setMaxWidth(Double.MAX_VALUE);
        return choice;
    }

    private void row(String name, Node control) {
        grid.addRow(grid.getRowCount(), Controls.label(name, "muted"), control);
    }

    private HBox buttons() {
        Button begin = Controls.button(
                "Begin", Feather.PLAY, "Start the nodes; everything is done by hand (Enter)", this::begin);
        begin.getStyleClass().add("accent");
        begin.disableProperty().bind(cluster.problemProperty().isNotEmpty());
        Button cancel = Controls.button("Cancel", Feather.X, "Leave the cluster that is there (Esc)", this::close);
        HBox buttons = new HBox(Controls.spring(), cancel, begin);
        buttons.getStyleClass().add("client-row");
        return buttons;
    }

    private void begin() {
        if (cluster.begin()) {
            close();
        }
    }

    /** Opens or closes. */
    void toggle() {
        if (isVisible()) {
            close();
        } else {
            focusedBefore = getScene().getFocusOwner();
            Controls.show(this, true);
            title.requestFocus();
            title.selectAll();
        }
    }

    void close() {
        if (isVisible()) {
            Controls.show(this, false);
            if (focusedBefore != null) {
                focusedBefore.requestFocus();
            }
        }
    }
}
