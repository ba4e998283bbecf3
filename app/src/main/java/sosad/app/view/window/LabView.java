package sosad.app.view.window;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.export.ExportKind;
import sosad.app.history.Phase;
import sosad.app.lab.Lab;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.WindowActions;
import sosad.app.view.WindowView;
import sosad.app.view.bar.TopBar;
import sosad.app.view.branches.BranchComparisonPane;
import sosad.app.view.explain.BandSwitch;
import sosad.app.view.explain.WhyPane;
import sosad.app.view.stage.StagePane;
import sosad.app.view.stage.message.FlightStrip;
import sosad.app.view.tables.TablesPane;
import sosad.app.view.timeline.TimelinePane;
import sosad.app.view.tools.ToolPane;
import sosad.app.view.watch.RunGauges;
import sosad.app.viewmodel.ClientViewModel;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.LiveClientsViewModel;
import sosad.app.viewmodel.LiveViewModel;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.SettingsViewModel;
import sosad.app.viewmodel.branches.BranchesViewModel;
import sosad.app.viewmodel.explain.HealingBandViewModel;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.faults.FaultsViewModel;
import sosad.app.viewmodel.history.LogViewModel;
import sosad.app.viewmodel.lesson.ExpectationsViewModel;
import sosad.app.viewmodel.lesson.NewClusterViewModel;
import sosad.app.viewmodel.lesson.OpenerViewModel;
import sosad.app.viewmodel.lesson.RemoteControl;
import sosad.app.viewmodel.tables.TablesViewModel;
import sosad.app.viewmodel.watch.ReviewViewModel;
import sosad.app.viewmodel.watch.WatchViewModel;

/** The Lab: the bar, the panes, and what lies over them; or in their place the window for projectors. */
final class LabView implements WindowView {
    final OpenerViewModel opener;
    final TablesPane tables;
    final ToolPane tools;
    final StagePane stage = new StagePane();
    final PlaybackViewModel playback;
    final LiveViewModel live;
    final HandsOnViewModel hands;
    final WhyViewModel why;
    final HealingBandViewModel healing;
    final BranchesViewModel branches;
    final WatchViewModel watch;
    private final LabViewModel lab;
    private final Appearance appearance;
    private final WindowActions window;
    final LiveClientsViewModel clients;
    private final FlightStrip flight = new FlightStrip(stage::openMessage);
    private final TimelinePane timeline = new TimelinePane();
    private final TopBar bar;
    private final WorkArea work;
    private final RemoteControl remote;
    private final ProjectorView projector;
    private final BorderPane panes = new BorderPane();
    private final StackPane middle = new StackPane();
    private final NewClusterForm newCluster;
    private final WhyAsking asking;
    private final WhyPane answer;
    private final Map<Keys, Runnable> keys;

    /**
     * @param openLink opens what a link in a lesson's text leads to
     * @param background runs what takes longer
     * @param fx runs what it is given on the window's thread, in order
     */
    LabView(
            Lab engine,
            LabViewModel lab,
            OpenerViewModel opener,
            LogViewModel log,
            SettingsViewModel settings,
            Appearance appearance,
            WindowActions window,
            Consumer<String> openLink,
            Executor background,
            Executor fx) {
        this.lab = lab;
        this.opener = opener;
        this.appearance = appearance;
        this.window = window;
        playback = new PlaybackViewModel(lab, engine, new StageMotion(this::travel));
        playback.speedProperty().bindBidirectional(settings.speedProperty());
        playback.animatedProperty().bindBidirectional(settings.movingProperty());
        remote = new RemoteControl(playback, opener);
        live = new LiveViewModel(lab, engine, playback);
        clients = new LiveClientsViewModel(lab, engine);
        hands = new HandsOnViewModel(lab, engine);
        why = new WhyViewModel(lab, engine, fx);
        watch = new WatchViewModel(lab, engine, playback);
        asking = new WhyAsking(why, stage);
        healing = new HealingBandViewModel(lab, engine, why.questionProperty(), fx);
        BandSwitch band = new BandSwitch(healing);
        why.setBeside(watch::offer);
        bar = new TopBar(lab, playback, live, opener, settings, window);
        settings.darkProperty().subscribe(bar::showTheme);
        Executor nextFrame = new NextPulse(Runnable::run);
        answer = new WhyPane(why, lab::showMoment, asking::end);
        tables = new TablesPane(
                new TablesViewModel(lab, opener),
                why,
                answer,
                () -> playback.animatedProperty().get() && !lab.clocksRun().get(),
                nextFrame);
        ClientViewModel client = new ClientViewModel(lab, engine);
        client.stepReadsProperty().bind(playback.stepReadsProperty());
        branches = new BranchesViewModel(lab, engine, playback);
        tools = new ToolPane(
                client,
                new FaultsViewModel(lab, hands, live),
                new ExpectationsViewModel(lab),
                branches,
                watch,
                log,
                window);
        PaneBindings panesOfLab = new PaneBindings(lab, playback);
        panesOfLab.bind(stage, flight, new LabActions(hands, lab, log, tools::openClientAt, why::ask));
        panesOfLab.bind(timeline, appearance.unitProperty());
        panesOfLab.bind(why, stage, timeline);
        timeline.bandProperty().bind(healing.bandProperty());
        panesOfLab.bind(timeline, settings.timeDownProperty());
        stage.linkChoiceProperty().set(tools::openFaultsOf);
        TakeAwayMenu.listenTo(timeline, window, ExportKind.SVG, ExportKind.PNG, ExportKind.MERMAID);
        stage.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asking::offer);
        TakeAwayMenu.listenTo(stage, window, ExportKind.STAGE_SVG, ExportKind.STAGE_PNG);
        TimelineArea timelineArea = new TimelineArea(timeline, lab.shownProperty(), band);
        ClientsFoot clientsFoot = new ClientsFoot(clients, stage.groupBar().visibleProperty());
        work = new WorkArea(
                new StageArea(
                        stage,
                        flight,
                        stage.groupBar(),
                        clientsFoot,
                        new RunGauges(new ReviewViewModel(lab, background, fx)),
                        lab,
                        openLink,
                        nextFrame),
                tables,
                timelineArea,
                tools);
        BranchComparisonPane comparison = new BranchComparisonPane(branches, appearance.unitProperty());
        work.setCover(comparison);
        timelineArea.offer(lab, playback::standHere);
        keepRoom(timelineArea);
        projector = new ProjectorView(lab, playback, remote, why, pages(timelineArea));
        newCluster = new NewClusterForm(new NewClusterViewModel(lab));
        keys = keyActions();
        fill();
        appearance.projectorProperty().addListener((property, old, on) -> showProjector(on));
    }

    /** Keeps each pane as large as what it shows and the size of the text demand. */
    private void keepRoom(TimelineArea timelineArea) {
        work.crampedProperty().addListener((property, old, cramped) -> tools.fold(cramped));
        tools.tallProperty().addListener((property, old, tall) -> work.setTallTools(tall));
        healing.bandProperty().addListener((property, old, band) -> work.setBanded(band != null));
        tools.foldedProperty().addListener((property, old, folded) -> work.requestLayout());
        lab.clocksRun().addListener((property, old, run) -> {
            timelineArea.setLive(run);
            work.setRoomyStage(run);
        });
        stage.popoverAreaProperty().set(work);
        stage.unitProperty().bind(appearance.unitProperty());
        appearance.unitProperty().subscribe(unit -> {
            work.setUnit(unit.doubleValue());
            timelineArea.setUnit(unit.doubleValue());
        });
    }

    private List<ProjectorView.Page> pages(TimelineArea timelineArea) {
        return List.of(
                new ProjectorView.Page("Tables", tables, () -> tables.select(0)),
                new ProjectorView.Page("Matrix", tables, () -> tables.select(2)),
                new ProjectorView.Page("Time line", timelineArea, timeline::requestFocus),
                new ProjectorView.Page("Client", tools, tools::openClient),
                new ProjectorView.Page("Expectations", tools, tools::openExpectations));
    }

    private void fill() {
        BannerView banner = new BannerView(lab);
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        StackPane.setAlignment(newCluster, Pos.TOP_LEFT);
        middle.getChildren()
                .setAll(work, new StatusOverlay(lab, playback::restart, window::openFile), newCluster, banner);
        panes.setCenter(middle);
        panes.setTop(bar);
        panes.setMinSize(0, 0);
        panes.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, asking::offer);
    }

    /** Puts the one window in the other's place; the panes go with it. */
    private void showProjector(boolean on) {
        Controls.show(bar, !on);
        tools.setAlone(on);
        answer.setAway(on);
        if (on) {
            middle.getChildren().set(0, projector);
            projector.openStage();
        } else {
            projector.release();
            work.takePanes();
            middle.getChildren().set(0, work);
            stage.requestFocus();
        }
    }

    private CompletionStage<Void> travel(long message) {
        return isProjecting() ? projector.travel(message) : stage.travel(message);
    }

    private boolean isProjecting() {
        return appearance.projectorProperty().get();
    }

    private Map<Keys, Runnable> keyActions() {
        Map<Keys, Runnable> actions = new EnumMap<>(Keys.class);
        actions.put(Keys.NEXT, () -> choose(remote::next, playback::next));
        actions.put(Keys.BACK, () -> choose(remote::back, playback::back));
        actions.put(Keys.PLAY, playback::togglePlay);
        actions.put(Keys.RUN_ON, playback::toggleRunOn);
        actions.put(Keys.RESTART, playback::restart);
        actions.put(Keys.CLOCKS, live::toggle);
        actions.put(Keys.CLIENTS, clients::toggle);
        actions.put(Keys.SLOWER_CLIENTS, () -> clients.changeRate(false));
        actions.put(Keys.FASTER_CLIENTS, () -> clients.changeRate(true));
        actions.put(Keys.OPEN, window::openFile);
        actions.put(Keys.SAVE, window::saveRun);
        actions.put(Keys.SAVE_AS, window::saveRunAs);
        actions.put(Keys.NEW_CLUSTER, newCluster::toggle);
        actions.put(Keys.NEXT_LESSON, () -> opener.openBeside(1));
        actions.put(Keys.PREVIOUS_LESSON, () -> opener.openBeside(-1));
        actions.put(Keys.NOW, this::leave);
        actions.put(Keys.WHY, this::ask);
        actions.put(Keys.SHOW_CHANGE, why::showChange);
        actions.put(Keys.HEALING, healing::chooseNext);
        actions.put(Keys.STOP_WHEN, () -> asking.subject().ifPresent(watch::addFor));
        actions.put(Keys.PER_NODE, () -> tables.select(0));
        actions.put(Keys.DOCUMENT, () -> tables.select(1));
        actions.put(Keys.MATRIX, () -> tables.select(2));
        actions.put(Keys.FIND, this::find);
        actions.put(Keys.CLIENT, tools::openClient);
        actions.put(Keys.FAULTS, tools::openFaults);
        actions.put(Keys.EXPECTATIONS, () -> choose(() -> projector.open(5), tools::openExpectations));
        actions.put(Keys.BRANCHES, tools::openBranches);
        actions.put(Keys.FORWARD, playback::forward);
        actions.put(Keys.STAND_HERE, playback::standHere);
        actions.put(Keys.WATCH, tools::openWatch);
        actions.put(Keys.LOG, tools::openLog);
        actions.put(Keys.TOOLS, tools::toggle);
        actions.put(Keys.STAGE_PAGE, () -> openPage(0));
        actions.put(Keys.TABLES_PAGE, () -> openPage(1));
        actions.put(Keys.MATRIX_PAGE, () -> openPage(2));
        actions.put(Keys.TIMELINE_PAGE, () -> openPage(3));
        actions.put(Keys.CLIENT_PAGE, () -> openPage(4));
        return actions;
    }

    private void choose(Runnable whenProjecting, Runnable otherwise) {
        (isProjecting() ? whenProjecting : otherwise).run();
    }

    /** In projector mode the same key goes on with the answer. */
    private void ask() {
        if (asking.isNew() || !isProjecting() || !projector.readOn()) {
            asking.ask();
        }
    }

    private void openPage(int index) {
        if (isProjecting()) {
            projector.open(index);
        }
    }

    /** In the time line, if the keyboard is there; else in the tables. */
    private void find() {
        if (timeline.hasKeyboard()) {
            timeline.find();
        } else {
            openPage(1);
            tables.find();
        }
    }

    private void leave() {
        if (newCluster.isVisible()) {
            newCluster.close();
        } else if (branches.endComparison()) {
            stage.requestFocus();
        } else if (flight.giveUpDrag() || stage.close() || stage.clearGroup() || tables.endFind() || timeline.leave()) {
            // that was what Escape was for
            return;
        } else if (asking.end()) {
            return;
        } else if (lab.bannerProperty().get() != null) {
            lab.dismiss();
        } else {
            lab.showPresent();
        }
    }

    /** Opens the form for a cluster of one's own, or closes it. */
    void toggleNewCluster() {
        newCluster.toggle();
    }

    /** Returns the lesson and T, for those who look for the window among others; empty if no lesson is open. */
    ObservableValue<String> lessonProperty() {
        return Bindings.createStringBinding(
                () -> {
                    String lesson = opener.titleProperty().get();
                    boolean isSteps = lab.statusProperty().get() == LabStatus.READY
                            && lab.shownProperty().get().phase() != Phase.LIVE;
                    return lesson.isEmpty() || !isSteps
                            ? lesson
                            : lesson + ", T = " + lab.shownProperty().get().time();
                },
                opener.titleProperty(),
                lab.statusProperty(),
                lab.shownProperty());
    }

    @Override
    public String title() {
        return "Lab";
    }

    @Override
    public Feather icon() {
        return Feather.SHARE_2;
    }

    @Override
    public Keys key() {
        return Keys.LAB_VIEW;
    }

    @Override
    public Region node() {
        return panes;
    }

    @Override
    public Map<Keys, Runnable> keys() {
        return keys;
    }

    @Override
    public Node home() {
        return stage;
    }

    /** The lesson stands where it is until one comes back; a live cluster runs on. */
    @Override
    public void hidden() {
        playback.halt();
    }
}
