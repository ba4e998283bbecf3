package sosad.app.view.checks;

import java.util.Map;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Keys;
import sosad.app.view.Theme;
import sosad.app.view.WindowView;
import sosad.app.viewmodel.checks.ChecksViewModel;

/** The view Checks: the list at the left, what came of the selected check at the right. */
public final class ChecksView implements WindowView {
    private static final double LIST_SHARE = 44;

    private final ChecksViewModel checks;
    private final ChecksActions window;
    private final ObservableDoubleValue unit;
    private BorderPane root;
    private CheckListPane list;
    private ChecksBar bar;
    private TargetForm target;

    /**
     * @param window does what the view cannot do itself
     * @param unit by how much everything is larger than usual
     */
    public ChecksView(ChecksViewModel checks, ChecksActions window, ObservableDoubleValue unit) {
        this.checks = checks;
        this.window = window;
        this.unit = unit;
    }

    private void make() {
        CheckPictures pictures = new CheckPictures();
        pictures.unitProperty().bind(unit);
        list = new CheckListPane(checks, unit);
        target = new TargetForm(checks.target(), window);
        bar = new ChecksBar(checks, window, target::toggle, unit);
        GridPane panes = new GridPane();
        panes.getStyleClass().add("checks-panes");
        panes.getColumnConstraints().addAll(column(LIST_SHARE), column(100 - LIST_SHARE));
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setPercentHeight(100);
        panes.getRowConstraints().add(row);
        panes.addRow(0, list, new CheckDetail(checks, window, pictures));
        checks.totalsProperty().addListener((property, old, now) -> {
            if (checks.statusProperty().get().isBusy()) {
                pictures.refresh(checks.selectedProperty().get());
            }
        });
        StackPane.setAlignment(target, Pos.TOP_RIGHT);
        StackPane middle = new StackPane(panes, target);
        middle.setMinSize(0, 0);
        root = new BorderPane(middle);
        root.setTop(bar);
        root.setMinSize(0, 0);
        root.getStyleClass().add("checks");
        root.getStylesheets().add(Theme.sheet("checks/checks.css"));
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setMinWidth(0);
        return column;
    }

    @Override
    public String title() {
        return "Checks";
    }

    @Override
    public Feather icon() {
        return Feather.CHECK_SQUARE;
    }

    @Override
    public Keys key() {
        return Keys.CHECKS_VIEW;
    }

    @Override
    public Region node() {
        if (root == null) {
            make();
        }
        return root;
    }

    @Override
    public Node home() {
        node();
        return list.list();
    }

    @Override
    public Map<Keys, Runnable> keys() {
        return Map.of(
                Keys.RESTART, checks::runAll,
                Keys.CLIENTS, checks::stop,
                Keys.SAVE, bar::openReports,
                Keys.OPEN, target::toggle,
                Keys.NOW, this::leave);
    }

    private void leave() {
        if (target.isVisible()) {
            target.close();
        } else {
            checks.dismiss();
        }
    }
}
