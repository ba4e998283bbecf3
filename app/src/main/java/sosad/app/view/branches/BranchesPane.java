package sosad.app.view.branches;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.lab.BranchId;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.Theme;
import sosad.app.viewmodel.Counted;
import sosad.app.viewmodel.branches.BranchRow;
import sosad.app.viewmodel.branches.BranchesViewModel;

/**
 * The branches of the lesson, each below the one that it left. A double click or Enter goes to a branch, R renames it,
 * Delete takes it away, C shows it beside the one on which the run stands, or two that are selected side by side.
 */
public final class BranchesPane extends VBox {
    private static final String NONE = "Choose a moment in the time line and do something there: that begins a branch.";

    private final BranchesViewModel model;
    private final ListView<BranchRow> list = new ListView<>();
    private final Label summary = Controls.label("", "branches-summary");
    private final Button jump;
    private final Button forward;
    private final Button compare;
    private final Button rename;
    private final Button delete;

    public BranchesPane(BranchesViewModel model) {
        this.model = model;
        getStyleClass().add("branches");
        getStylesheets().add(Theme.sheet("branches/branches.css"));
        jump = Controls.button("Jump", Feather.CORNER_UP_LEFT, "Go to the end of the branch (Enter)", this::jump);
        forward = Controls.button(
                "Forward",
                Feather.CHEVRON_RIGHT,
                "Do again what Back has left behind on this branch (" + Keys.FORWARD.display() + ")",
                model::forward);
        compare = Controls.button(
                "Compare", Feather.COLUMNS, "Show two branches side by side: select one or two (C)", this::compare);
        rename = Controls.button("Rename", Feather.EDIT_2, "Give the branch another title (R)", this::rename);
        delete = Controls.button("Delete", Feather.TRASH_2, "Take the branch away (Delete)", this::delete);
        List<Button> buttons = List.of(jump, forward, compare, rename, delete);
        buttons.forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        summary.setMinWidth(0);
        HBox head = new HBox(summary, Controls.spring());
        head.getChildren().addAll(buttons);
        head.getStyleClass().add("branches-head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.setMinHeight(0);
        list.setPrefHeight(0);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(unused -> new BranchCell(this::jump, model::rename));
        Controls.name(
                list,
                "Branches",
                "↑ and ↓ choose one, Enter goes there, R renames it, Delete takes it away, C compares");
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<BranchRow>) change -> allow());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
        model.rows().addListener((ListChangeListener<BranchRow>) change -> show());
        model.canGoForwardProperty().subscribe(can -> forward.setDisable(!can));
        show();
    }

    private void show() {
        List<BranchId> chosen =
                selected().stream().map(row -> row.branch().id()).toList();
        boolean editing = list.lookup(".branch-title-field") != null
                && list.lookup(".branch-title-field").isFocused();
        if (editing && list.getItems().size() == model.rows().size()) {
            return; // what is typed stays; the next change shows the rest
        }
        list.getItems().setAll(model.rows());
        for (int i = 0; i < list.getItems().size(); i++) {
            if (chosen.contains(list.getItems().get(i).branch().id())) {
                list.getSelectionModel().select(i);
            }
        }
        int count = model.rows().size();
        summary.setText(count > 1 ? Counted.of(count, "branch") : NONE);
        allow();
    }

    private List<BranchRow> selected() {
        return List.copyOf(list.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .toList());
    }

    private Optional<BranchRow> one() {
        return selected().size() == 1 ? Optional.of(selected().get(0)) : Optional.empty();
    }

    private void allow() {
        List<BranchRow> rows = selected();
        jump.setDisable(rows.size() != 1);
        rename.setDisable(rows.size() != 1);
        delete.setDisable(rows.size() != 1);
        boolean isBesidePresent = rows.size() == 1 && !rows.get(0).isPresent();
        compare.setDisable(!isBesidePresent && rows.size() != 2);
    }

    private void pressed(KeyEvent event) {
        Runnable action = actionOf(event.getCode());
        if (action != null && !event.isShortcutDown() && !event.isAltDown()) {
            action.run();
            event.consume();
        }
    }

    /** Once it is typed: the letter would else be the new title's first. */
    private void typed(KeyEvent event) {
        if (event.getCharacter().equalsIgnoreCase("r")) {
            rename();
            event.consume();
        }
    }

    private Runnable actionOf(KeyCode key) {
        return switch (key) {
            case ENTER -> this::jump;
            case C -> this::compare;
            case DELETE -> this::delete;
            default -> null;
        };
    }

    private void jump() {
        one().ifPresent(model::jump);
    }

    private void delete() {
        one().ifPresent(model::delete);
    }

    private void rename() {
        one().ifPresent(row -> {
            int index = list.getItems().indexOf(row);
            list.scrollTo(index);
            list.layout();
            list.lookupAll(".branch").stream()
                    .filter(BranchCell.class::isInstance)
                    .map(BranchCell.class::cast)
                    .filter(cell -> !cell.isEmpty() && cell.getIndex() == index)
                    .findFirst()
                    .ifPresent(BranchCell::edit);
        });
    }

    private void compare() {
        List<BranchRow> rows = selected();
        if (rows.size() == 2) {
            model.compare(rows.get(0).branch(), rows.get(1).branch());
        } else {
            one().ifPresent(row -> model.compareWithPresent(row.branch()));
        }
    }

    /** Gives the keyboard to the list. */
    public void focusList() {
        if (list.getSelectionModel().isEmpty()) {
            list.getItems().stream()
                    .filter(BranchRow::isPresent)
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
        list.requestFocus();
    }
}
