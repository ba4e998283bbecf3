package sosad.app.view.branches;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import sosad.app.lab.Branch;
import sosad.app.lab.BranchId;
import sosad.app.view.Controls;
import sosad.app.view.LazyTooltip;
import sosad.app.viewmodel.branches.BranchRow;

/** A branch: a dot where it leaves another, its title, where it begins and how long it is. */
final class BranchCell extends ListCell<BranchRow> {
    private static final double INDENT_EM = 1.6;

    private final BiConsumer<BranchId, String> rename;
    private final Region indent = new Region();
    private final Region dot = new Region();
    private final Label title = Controls.label("", "branch-title");
    private final TextField field = new TextField();
    private final Label here = Controls.fixedLabel("you are here", "chip", "branch-here");
    private final Label origin = Controls.label("", "muted");
    private final Label extent = Controls.fixedLabel("", "muted");
    private final HBox all = new HBox(indent, dot, title, field, here, origin, Controls.spring(), extent);

    /**
     * @param jump goes to the branch that is selected
     * @param rename gives a branch another title
     */
    BranchCell(Runnable jump, BiConsumer<BranchId, String> rename) {
        this.rename = rename;
        getStyleClass().add("branch");
        dot.getStyleClass().add("branch-dot");
        dot.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        dot.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        all.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        origin.setMinWidth(0);
        field.getStyleClass().add("branch-title-field");
        Controls.name(field, "Title of the branch", "Enter keeps the title, Esc the one before");
        Controls.show(field, false);
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                endEdit();
            }
        });
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (!isEmpty() && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                jump.run();
            }
        });
    }

    /** Lets the title be changed in its place. */
    void edit() {
        field.setText(getItem().title());
        Controls.show(title, false);
        Controls.show(field, true);
        field.requestFocus();
        field.selectAll();
    }

    private void typed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                String wanted = field.getText().strip();
                boolean isTitle = !wanted.isEmpty() && wanted.length() <= Branch.MAX_TITLE_LENGTH;
                if (isTitle && !isEmpty()) {
                    rename.accept(getItem().branch().id(), wanted);
                    getListView().requestFocus();
                } else {
                    Controls.state(field, "error", true);
                }
            }
            case ESCAPE -> getListView().requestFocus();
            default -> Controls.state(field, "error", false);
        }
        event.consume(); // while one types, no key is a command
    }

    private void endEdit() {
        Controls.state(field, "error", false);
        Controls.show(field, false);
        Controls.show(title, true);
    }

    @Override
    protected void updateItem(BranchRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty ? null : all);
        Controls.state(this, "present", !empty && row.isPresent());
        if (empty) {
            setAccessibleText(null);
            LazyTooltip.of(this).setText("");
            return;
        }
        indent.setStyle("-fx-min-width: " + row.depth() * INDENT_EM + "em;");
        Controls.state(dot, "root", row.parent().isEmpty());
        title.setText(row.title());
        origin.setText(row.origin());
        extent.setText(row.extent());
        Controls.show(here, row.isPresent());
        setAccessibleText(row.sentence());
        LazyTooltip.of(this).setText(row.sentence() + ". Double click or Enter goes there.");
    }
}
