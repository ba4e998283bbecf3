package sosad.app.view.tools;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.scenario.Access;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.TabStrip;
import sosad.app.view.WindowActions;
import sosad.app.view.branches.BranchesPane;
import sosad.app.view.tools.faults.FaultsPane;
import sosad.app.viewmodel.ClientViewModel;
import sosad.app.viewmodel.branches.BranchesViewModel;
import sosad.app.viewmodel.faults.FaultsViewModel;
import sosad.app.viewmodel.history.LogViewModel;
import sosad.app.viewmodel.lesson.ExpectationsViewModel;
import sosad.app.viewmodel.watch.WatchViewModel;
import sosad.model.Link;
import sosad.model.NodeId;

/** The one tool pane: a client, the faults, the expectations, the branches, the breakpoints, the log. It folds. */
public final class ToolPane extends HBox {
    private static final int CLIENT = 0;
    private static final int FAULTS = 1;
    private static final int EXPECTATIONS = 2;
    private static final int BRANCHES = 3;
    private static final int WATCH = 4;
    private static final int LOG = 5;

    /** Below this width the strip has no room for all words. */
    private static final double NARROW = 1050;

    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final TabStrip tabs = new TabStrip();
    private final ClientViewModel clientModel;
    private final ClientPane client;
    private final FaultsPane faults;
    private final ExpectationsPane expectations;
    private final BranchesPane branches;
    private final WatchPane watch;
    private final LogPane log;
    private final StackPane content;
    private final VBox stacked = new VBox();
    private final Button fold;
    private final ReadOnlyBooleanWrapper tall = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper folded = new ReadOnlyBooleanWrapper();

    public ToolPane(
            ClientViewModel clientModel,
            FaultsViewModel faultsModel,
            ExpectationsViewModel expectationsModel,
            BranchesViewModel branchesModel,
            WatchViewModel watchModel,
            LogViewModel logModel,
            WindowActions files) {
        getStyleClass().addAll("pane", "tool-pane");
        this.clientModel = clientModel;
        client = new ClientPane(clientModel);
        faults = new FaultsPane(faultsModel, files);
        expectations = new ExpectationsPane(expectationsModel);
        branches = new BranchesPane(branchesModel);
        watch = new WatchPane(watchModel);
        log = new LogPane(logModel);
        tabs.add("Client", Keys.CLIENT);
        tabs.add("Faults", Keys.FAULTS);
        tabs.add(ExpectationsMark.NAME, Keys.EXPECTATIONS);
        tabs.add(BranchesMark.NAME, Keys.BRANCHES);
        tabs.add("Watch", Keys.WATCH);
        tabs.add("Log", Keys.LOG);
        ExpectationsMark.on(tabs.tab(EXPECTATIONS), expectationsModel);
        BranchesMark.on(tabs.tab(BRANCHES), branchesModel, narrow);
        WatchPane.count(tabs.tab(WATCH), watchModel);
        widthProperty().subscribe(this::fit);
        tabs.setMinWidth(USE_PREF_SIZE);
        fold = Controls.iconButton(Feather.CHEVRON_DOWN, "Fold", Keys.TOOLS, this::toggle);
        fold.getStyleClass().add("quiet");
        content = new StackPane(client, faults, expectations, branches, watch, log);
        content.setMinWidth(0);
        HBox.setHgrow(content, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        stacked.getStyleClass().add("tools-stacked");
        HBox.setHgrow(stacked, Priority.ALWAYS);
        getChildren().addAll(tabs, content, fold);
        tabs.selectedProperty().addListener((property, old, index) -> update());
        folded.addListener((property, old, now) -> update());
        update();
    }

    /**
     * Sets whether it has a pane of its own, with more height and less width than the strip: then its tabs lie on top.
     */
    public void setAlone(boolean alone) {
        if (alone) {
            folded.set(false);
        }
        stacked.getChildren().clear();
        if (alone) {
            stacked.getChildren().addAll(tabs, content);
            getChildren().setAll(stacked);
        } else {
            getChildren().setAll(tabs, content, fold);
        }
        client.setInRows(alone);
    }

    /** Opens the client and gives it the keyboard. */
    public void openClient() {
        open(CLIENT);
        client.focusKey();
    }

    /** Opens the client for requests at this node. */
    public void openClientAt(NodeId node) {
        clientModel.accessProperty().set(Access.at(node));
        openClient();
    }

    /** Opens the faults and gives them the keyboard. */
    public void openFaults() {
        open(FAULTS);
        faults.focusFirst();
    }

    /** Opens the faults for what is to be done to this link. */
    public void openFaultsOf(Link link) {
        openFaults();
        faults.choose(link);
    }

    /** Opens the expectations and gives them the keyboard. */
    public void openExpectations() {
        open(EXPECTATIONS);
        expectations.focusList();
    }

    /** Opens the branches and gives them the keyboard. */
    public void openBranches() {
        open(BRANCHES);
        branches.focusList();
    }

    /** Opens the breakpoints and gives the keyboard to the field for one more. */
    public void openWatch() {
        open(WATCH);
        watch.focusField();
    }

    /** Opens the log. */
    public void openLog() {
        open(LOG);
    }

    private void open(int tab) {
        folded.set(false);
        tabs.select(tab);
    }

    /** Folds or unfolds. */
    public void toggle() {
        fold(!folded.get());
    }

    /** Shows the tabs alone, or the tool as well. */
    public void fold(boolean alone) {
        folded.set(alone);
    }

    private void fit() {
        narrow.set(getWidth() < NARROW && getWidth() > 0);
        Controls.style(this, "narrow", narrow.get());
    }

    private void update() {
        int tab = tabs.selectedProperty().get();
        Controls.style(this, "folded", folded.get());
        Controls.show(client, !folded.get() && tab == CLIENT);
        Controls.show(faults, !folded.get() && tab == FAULTS);
        Controls.show(expectations, !folded.get() && tab == EXPECTATIONS);
        Controls.show(branches, !folded.get() && tab == BRANCHES);
        Controls.show(watch, !folded.get() && tab == WATCH);
        Controls.show(log, !folded.get() && tab == LOG);
        tall.set(!folded.get() && tab != CLIENT);
        log.showNewest();
        expectations.showFirst();
        fold.setGraphic(Controls.icon(folded.get() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        Controls.name(
                fold,
                folded.get() ? "Unfold the tools" : "Fold the tools",
                (folded.get() ? "Unfold" : "Fold") + " (" + Keys.TOOLS.display() + ")");
    }

    /** Returns whether the tool shown wants more height than a strip. */
    public ReadOnlyBooleanProperty tallProperty() {
        return tall.getReadOnlyProperty();
    }

    /** Returns whether only the tabs are shown. */
    public ReadOnlyBooleanProperty foldedProperty() {
        return folded.getReadOnlyProperty();
    }
}
