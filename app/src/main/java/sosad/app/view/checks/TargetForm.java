package sosad.app.view.checks;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.Counted;
import sosad.app.viewmodel.checks.TargetViewModel;
import sosad.app.viewmodel.checks.TargetViewModel.Kind;
import sosad.message.Launch.StoreKind;
import sosad.protocol.EnumNames;
import sosad.protocol.Rules.Content;

/** The form for what is checked: a fresh cluster, the one on stage, or other servers. */
final class TargetForm extends VBox {
    private final TargetViewModel target;
    private final ChecksActions window;
    private final Map<Kind, RadioButton> kinds = new EnumMap<>(Kind.class);
    private final Map<Kind, Node> details = new EnumMap<>(Kind.class);
    private Node focusedBefore;

    TargetForm(TargetViewModel target, ChecksActions window) {
        this.target = target;
        this.window = window;
        getStyleClass().addAll("pane", "new-cluster", "target-form");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText("What is checked");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        details.put(Kind.FRESH, fresh());
        details.put(Kind.STAGE, stage());
        details.put(Kind.FOREIGN, foreign());
        getChildren().add(head());
        ToggleGroup group = new ToggleGroup();
        for (Kind kind : Kind.values()) {
            RadioButton button = new RadioButton(kind.words());
            button.setToggleGroup(group);
            button.setOnAction(event -> target.kindProperty().set(kind));
            Controls.name(button, kind.words(), kind.words() + " (arrow keys choose)");
            kinds.put(kind, button);
            getChildren().addAll(button, details.get(kind));
        }
        group.selectedToggleProperty()
                .addListener((property, old, now) -> kinds.forEach((kind, button) -> {
                    if (button.equals(now)) {
                        target.kindProperty().set(kind);
                    }
                }));
        getChildren().addAll(time(), problem(), buttons());
        target.kindProperty().subscribe(this::show);
        Controls.show(this, false);
    }

    private void show(Kind chosen) {
        kinds.get(chosen).setSelected(true);
        details.forEach((kind, node) -> Controls.show(node, kind == chosen));
    }

    private HBox head() {
        HBox head = new HBox(
                Controls.label("What is checked", "pane-title"),
                Controls.spring(),
                Controls.iconButton(Feather.X, "Close", Keys.NOW, this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private GridPane fresh() {
        GridPane grid = grid();
        row(
                grid,
                "Nodes",
                choice("Nodes", "How many nodes", TargetViewModel.nodeCounts(), this::number, target.nodesProperty()));
        row(
                grid,
                "Gateways",
                choice(
                        "Gateways",
                        "How many gateways before them; checks of gateways are skipped without",
                        TargetViewModel.gatewayCounts(),
                        this::number,
                        target.gatewaysProperty()));
        row(
                grid,
                "Rule",
                choice(
                        "Rule",
                        "What a sync contains",
                        List.of(Content.values()),
                        EnumNames::of,
                        target.contentProperty()));
        row(
                grid,
                "Store",
                choice(
                        "Store",
                        "Whether a node that was killed comes back empty, or with what it held",
                        List.of(StoreKind.values()),
                        EnumNames::of,
                        target.storeProperty()));
        return grid;
    }

    private String number(Integer number) {
        return Integer.toString(number);
    }

    private VBox stage() {
        Label why = text("When a check ends, every fault is healed, yours too. What its clients wrote stays.");
        Button live = Controls.button(
                "Go live", Feather.ACTIVITY, "Let the nodes on stage run by their own clocks", window::goLive);
        HBox offer = new HBox(live);
        target.live().addListener((property, old, now) -> Controls.show(offer, !now));
        Controls.show(offer, !target.live().get());
        VBox stage = new VBox(why, offer);
        stage.getStyleClass().addAll("target-details", "target-texts");
        return stage;
    }

    private GridPane foreign() {
        GridPane grid = grid();
        TextField addresses = new TextField();
        addresses.setPromptText("127.0.0.1:6379");
        addresses.getStyleClass().add("mono-field");
        addresses.textProperty().bindBidirectional(target.addressesProperty());
        Controls.name(addresses, "Servers", "HOST:PORT, several with commas between them");
        TextField file = new TextField();
        file.setPromptText("none wanted");
        file.getStyleClass().add("mono-field");
        file.textProperty().bindBidirectional(target.passwordFileProperty());
        Controls.name(file, "Password file", "A file whose first line is the password of the servers");
        Button browse = Controls.button(null, Feather.FOLDER, "Choose the file", this::browse);
        browse.setAccessibleText("Choose the password file");
        browse.getStyleClass().add("icon-button");
        browse.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(file, Priority.ALWAYS);
        HBox files = new HBox(file, browse);
        files.getStyleClass().add("client-row");
        row(grid, "Servers", addresses);
        row(grid, "Password file", files);
        grid.add(text("Checks write keys that begin with “check” there."), 0, 2, 2, 1);
        return grid;
    }

    private void browse() {
        window.choosePasswordFile()
                .ifPresent(file -> target.passwordFileProperty().set(file.toString()));
    }

    private HBox time() {
        ComboBox<Duration> time = choice(
                "Time",
                "How long all checks take together, about; each has its share",
                TargetViewModel.DURATIONS,
                TargetForm::words,
                target.durationProperty());
        HBox row = new HBox(Controls.fixedLabel("All together take about", "muted"), time);
        row.getStyleClass().addAll("client-row", "target-time");
        return row;
    }

    private static String words(Duration time) {
        return time.toSecondsPart() == 0
                ? Counted.of(time.toMinutes(), "minute")
                : Counted.of(time.toSeconds(), "second");
    }

    private Label problem() {
        Label problem = text("");
        problem.getStyleClass().add("new-cluster-problem");
        problem.textProperty().bind(target.problemProperty());
        return problem;
    }

    private HBox buttons() {
        Button done =
                Controls.button("Done", Feather.CHECK, "Close the form; Run all then runs against this", this::close);
        done.getStyleClass().add("accent");
        done.setDefaultButton(false);
        HBox buttons = new HBox(Controls.spring(), done);
        buttons.getStyleClass().add("client-row");
        return buttons;
    }

    private static Label text(String words) {
        Label label = Controls.label(words, "muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("new-cluster-grid", "target-details");
        return grid;
    }

    private static void row(GridPane grid, String name, Node control) {
        GridPane.setHgrow(control, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), Controls.fixedLabel(name, "muted"), control);
    }

    private static <T> ComboBox<T> choice(
            String name, String tooltip, List<T> items, Function<T, String> words, Property<T> value) {
        return Controls.choice(name, tooltip, FXCollections.observableArrayList(items), words, value);
    }

    /** Opens or closes. */
    void toggle() {
        if (isVisible()) {
            close();
        } else {
            focusedBefore = getScene().getFocusOwner();
            Controls.show(this, true);
            kinds.get(target.kindProperty().get()).requestFocus();
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
