package sosad.app.view.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import sosad.app.history.Phase;
import sosad.app.lab.Lab;
import sosad.app.lab.live.LiveState;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.scenario.Scenario;
import sosad.app.settings.SettingsFile;
import sosad.app.view.Controls;
import sosad.app.view.FocusHome;
import sosad.app.view.Keys;
import sosad.app.view.Theme;
import sosad.app.view.WindowActions;
import sosad.app.view.bar.TopBar;
import sosad.app.view.stage.StagePane;
import sosad.app.view.stage.message.FlightStrip;
import sosad.app.view.tables.TablesPane;
import sosad.app.view.timeline.TimelinePane;
import sosad.app.view.tools.ToolPane;
import sosad.app.viewmodel.ClientViewModel;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.HandsOnViewModel;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.LiveClientsViewModel;
import sosad.app.viewmodel.LiveViewModel;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.SettingsViewModel;
import sosad.app.viewmodel.faults.FaultsViewModel;
import sosad.app.viewmodel.history.LogViewModel;
import sosad.app.viewmodel.lesson.Announcements;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.app.viewmodel.lesson.ExpectationsViewModel;
import sosad.app.viewmodel.lesson.FileReload;
import sosad.app.viewmodel.lesson.LessonLink;
import sosad.app.viewmodel.lesson.NewClusterViewModel;
import sosad.app.viewmodel.lesson.OpenerViewModel;
import sosad.app.viewmodel.lesson.RemoteControl;
import sosad.app.viewmodel.lesson.ScenarioFiles;
import sosad.app.viewmodel.tables.TablesViewModel;

/** The window: the bar, the panes, and what lies over them. */
public final class LabWindow implements WindowActions {
    private static final String PRODUCT = "SOSAD Lab";
    private static final String SCENARIOS = "Scenarios (YAML)";
    private static final String PLANS = "Fault plans (YAML)";

    private final LabViewModel lab;
    private final PlaybackViewModel playback;
    final OpenerViewModel opener;
    private final FileReload reload;
    private final LiveViewModel live;
    private final HandsOnViewModel hands;
    private final SettingsViewModel settings;
    private final LiveClientsViewModel clients;
    private final StagePane stage = new StagePane();
    private final FlightStrip flight = new FlightStrip(stage::openMessage);
    private final TimelinePane timeline = new TimelinePane();
    private final TopBar bar;
    final TablesPane tables;
    final ToolPane tools;
    private final WorkArea work;
    private final RemoteControl remote;
    private final ProjectorView projector;
    private final BorderPane panes = new BorderPane();
    private final StackPane middle = new StackPane();
    private final NewClusterForm newCluster;
    private final HelpOverlay help = new HelpOverlay();
    private final Appearance appearance = new Appearance();
    private final Scene scene;
    private boolean laidOut;

    /**
     * @param listener the listener of that lab
     * @param settingsFile keeps what the window remembers; empty: it remembers nothing
     * @param background reads and writes files
     * @param fx runs what it is given on the window's thread, in order
     */
    public LabWindow(
            Lab engine,
            FxLabListener listener,
            List<BundledScenario> bundled,
            ScenarioFiles files,
            Optional<SettingsFile> settingsFile,
            Executor background,
            Executor fx) {
        LogViewModel log = new LogViewModel();
        settings = new SettingsViewModel(settingsFile, log, background, fx);
        lab = new LabViewModel(engine, listener, log, task -> fx.execute(() -> showing(task)));
        opener = new OpenerViewModel(lab, bundled, files, background, fx);
        playback = new PlaybackViewModel(lab, engine, new StageMotion(this::travel));
        reload = new FileReload(lab, opener, files, fx);
        playback.speedProperty().bindBidirectional(settings.speedProperty());
        playback.animatedProperty().bindBidirectional(settings.movingProperty());
        opener.fileProperty().addListener((property, old, file) -> file.ifPresent(settings::opened));
        remote = new RemoteControl(playback, opener);
        live = new LiveViewModel(lab, engine, playback);
        clients = new LiveClientsViewModel(lab, engine);
        bar = new TopBar(lab, playback, live, opener, settings, this);
        NextPulse nextFrame = new NextPulse(Runnable::run);
        tables = new TablesPane(
                new TablesViewModel(lab, opener),
                () -> playback.animatedProperty().get() && !lab.clocksRun().get(),
                nextFrame);
        hands = new HandsOnViewModel(lab, engine, log);
        ClientViewModel client = new ClientViewModel(lab, engine);
        client.stepReadsProperty().bind(playback.stepReadsProperty());
        tools = new ToolPane(client, new FaultsViewModel(lab, hands, live), new ExpectationsViewModel(lab), log, this);
        bindStage(new LabActions(hands, lab, log, tools::openClientAt));
        bindTimeline();
        TimelineArea timelineArea = new TimelineArea(timeline, lab.shownProperty());
        lab.clocksRun().addListener((property, old, run) -> timelineArea.setLive(run));
        ClientsFoot clientsFoot = new ClientsFoot(clients, stage.groupBar().visibleProperty());
        work = new WorkArea(
                new StageArea(stage, flight, stage.groupBar(), clientsFoot, lab, this::follow, nextFrame),
                tables,
                timelineArea,
                tools);
        work.crampedProperty().addListener((property, old, cramped) -> tools.fold(cramped));
        tools.tallProperty().addListener((property, old, tall) -> work.setTallTools(tall));
        lab.clocksRun().addListener((property, old, run) -> work.setRoomyStage(run));
        stage.popoverAreaProperty().set(work);
        tools.foldedProperty().addListener((property, old, folded) -> work.requestLayout());
        projector = new ProjectorView(
                lab,
                playback,
                remote,
                List.of(
                        new ProjectorView.Page("Tables", tables, () -> tables.select(0)),
                        new ProjectorView.Page("Matrix", tables, () -> tables.select(2)),
                        new ProjectorView.Page("Time line", timelineArea, timeline::requestFocus),
                        new ProjectorView.Page("Client", tools, tools::openClient),
                        new ProjectorView.Page("Expectations", tools, tools::openExpectations)));
        newCluster = new NewClusterForm(new NewClusterViewModel(lab));
        scene = new Scene(root(), 1440, 900);
        scene.addPostLayoutPulseListener(() -> laidOut = false);
        appearance.applyTo(scene);
        appearance.projectorProperty().addListener((property, old, on) -> {
            showProjector(on);
        });
        appearance.textPercentProperty().bind(settings.textPercentProperty());
        appearance.unitProperty().subscribe(unit -> {
            work.setUnit(unit.doubleValue());
            timelineArea.setUnit(unit.doubleValue());
        });
        stage.unitProperty().bind(appearance.unitProperty());
        settings.darkProperty().subscribe(dark -> {
            appearance.themeProperty().set(dark ? Theme.DARK : Theme.LIGHT);
            bar.showTheme(dark);
        });
        listenToKeys();
        listenToDrops();
        stage.requestFocus();
    }

    /**
     * Lays out what a command has changed at once: the next frame then has only to be painted when its time comes. Of
     * several commands before one frame the first is; the frame lays out the rest.
     */
    private void showing(Runnable outcome) {
        outcome.run();
        if (!laidOut) {
            laidOut = true;
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private StackPane root() {
        BannerView banner = new BannerView(lab);
        StackPane.setAlignment(banner, Pos.TOP_CENTER);
        StackPane.setAlignment(newCluster, Pos.TOP_LEFT);
        middle.getChildren()
                .setAll(work, new StatusOverlay(lab, playback::restart, this::openFile), newCluster, banner);
        panes.setCenter(middle);
        panes.setTop(bar);
        panes.setMinSize(0, 0);
        Announcements announcements = new Announcements(lab, playback);
        StackPane root = new StackPane(panes, help, new Announcer(announcements.textProperty(), stage));
        root.getStyleClass().add("window");
        return root;
    }

    /** Puts the one window in the other's place; the panes go with it. */
    private void showProjector(boolean on) {
        Controls.show(bar, !on);
        tools.setAlone(on);
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

    private void openExpectations() {
        if (isProjecting()) {
            projector.open(5);
        } else {
            tools.openExpectations();
        }
    }

    private void choose(Runnable whenProjecting, Runnable otherwise) {
        (isProjecting() ? whenProjecting : otherwise).run();
    }

    private void openPage(int index) {
        if (isProjecting()) {
            projector.open(index);
        }
    }

    /** Returns whether it is in projector mode, which wants the whole screen. */
    ReadOnlyBooleanProperty projectorProperty() {
        return appearance.projectorProperty();
    }

    private void bindStage(LabActions actions) {
        lab.shownProperty().addListener((property, old, snapshot) -> {
            stage.baselineProperty().set(lab.baselineProperty().get());
            stage.snapshotProperty().set(snapshot);
            flight.snapshotProperty().set(snapshot);
        });
        flight.pastProperty().bind(lab.pastProperty());
        flight.actionsProperty().set(actions);
        stage.pastProperty().bind(lab.pastProperty());
        stage.liveProperty().bind(lab.liveProperty());
        stage.linkChoiceProperty().set(tools::openFaultsOf);
        stage.planProperty().bind(lab.scenarioProperty().map(Scenario::cluster));
        stage.healthsProperty().bind(lab.healthsProperty());
        stage.speedProperty().bind(playback.speedProperty());
        stage.animatedProperty().bind(playback.animatedProperty());
        stage.actionsProperty().set(actions);
    }

    private void bindTimeline() {
        timeline.scenarioProperty().bind(lab.scenarioProperty());
        timeline.historyProperty().bind(lab.historyProperty());
        timeline.selectedProperty().bindBidirectional(lab.selectedProperty());
        timeline.unitProperty().bind(appearance.unitProperty());
        timeline.liveProperty()
                .bind(Bindings.createObjectBinding(this::liveTimeline, lab.clocksRun(), lab.liveProperty()));
    }

    private LiveTimeline liveTimeline() {
        LiveState state = lab.liveProperty().get();
        return !lab.clocksRun().get() ? null : state == null ? LiveTimeline.NONE : state.timeline();
    }

    private void listenToKeys() {
        Shortcuts keys = new Shortcuts();
        keys.on(Keys.NEXT, () -> choose(remote::next, playback::next));
        keys.on(Keys.BACK, () -> choose(remote::back, playback::back));
        keys.on(Keys.PLAY, playback::togglePlay);
        keys.on(Keys.RESTART, playback::restart);
        keys.on(Keys.CLOCKS, live::toggle);
        keys.on(Keys.CLIENTS, clients::toggle);
        keys.on(Keys.SLOWER_CLIENTS, () -> clients.changeRate(false));
        keys.on(Keys.FASTER_CLIENTS, () -> clients.changeRate(true));
        keys.on(Keys.OPEN, this::openFile);
        keys.on(Keys.SAVE, this::saveRun);
        keys.on(Keys.NEW_CLUSTER, this::newCluster);
        keys.on(Keys.NEXT_LESSON, () -> opener.openBeside(1));
        keys.on(Keys.PREVIOUS_LESSON, () -> opener.openBeside(-1));
        keys.on(Keys.NOW, this::leave);
        keys.on(Keys.PER_NODE, () -> tables.select(0));
        keys.on(Keys.DOCUMENT, () -> tables.select(1));
        keys.on(Keys.MATRIX, () -> tables.select(2));
        keys.on(Keys.FIND, this::find);
        keys.on(Keys.CLIENT, tools::openClient);
        keys.on(Keys.FAULTS, tools::openFaults);
        keys.on(Keys.EXPECTATIONS, this::openExpectations);
        keys.on(Keys.LOG, tools::openLog);
        keys.on(Keys.TOOLS, tools::toggle);
        keys.on(Keys.THEME, this::switchTheme);
        keys.on(Keys.LARGER, this::enlargeText);
        keys.on(Keys.SMALLER, settings::reduceText);
        keys.on(Keys.USUAL_SIZE, settings::resetText);
        keys.on(Keys.PROJECTOR, this::switchProjector);
        keys.on(Keys.STAGE_PAGE, () -> openPage(0));
        keys.on(Keys.TABLES_PAGE, () -> openPage(1));
        keys.on(Keys.MATRIX_PAGE, () -> openPage(2));
        keys.on(Keys.TIMELINE_PAGE, () -> openPage(3));
        keys.on(Keys.CLIENT_PAGE, () -> openPage(4));
        keys.on(Keys.HELP, this::toggleHelp);
        keys.listenTo(scene, FocusHome.of(scene, stage));
    }

    /** Opens the first of the scenarios that come with the application. */
    public void openFirst() {
        opener.open(opener.bundled().get(0));
    }

    /** Shows a scenario that the lab began to open before there was a window. */
    void opening(Scenario scenario, String name, Optional<Path> file, CompletionStage<Void> opened) {
        opener.opening(scenario, name, file, opened);
    }

    /** Opens a scenario file. */
    public void open(Path file) {
        opener.open(file);
    }

    private void follow(String address) {
        LessonLink.of(address).ifPresentOrElse(opener::follow, () -> Gui.openLink(address));
    }

    /** Looks whether the open file has changed on disk; to be called off the window's thread. */
    void lookAtFile() {
        reload.look();
    }

    /** A scenario file that is dropped on the window is opened. */
    private void listenToDrops() {
        scene.setOnDragOver(event -> {
            if (droppable(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragEntered(event ->
                Controls.state(scene.getRoot(), "dropping", droppable(event).isPresent()));
        scene.setOnDragExited(event -> Controls.state(scene.getRoot(), "dropping", false));
        scene.setOnDragDropped(event -> {
            Optional<Path> file = droppable(event);
            file.ifPresent(opener::open);
            event.setDropCompleted(file.isPresent());
            event.consume();
        });
    }

    /** Chips of messages are dragged, too; and of several files it is not clear which is meant. */
    private static Optional<Path> droppable(DragEvent event) {
        List<File> files =
                event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
        return files.size() == 1 ? Optional.of(files.get(0).toPath()) : Optional.empty();
    }

    @Override
    public void openRecent(Path file) {
        opener.open(file).whenComplete((opened, failure) -> {
            if (failure != null && Files.notExists(file)) {
                settings.missed(file);
            }
        });
    }

    /** One size beyond what the window has room for is remembered for a larger window, and no more than one. */
    private void enlargeText() {
        if (100 * appearance.unitProperty().get()
                >= settings.textPercentProperty().get()) {
            settings.enlargeText();
        }
    }

    private void find() {
        openPage(1);
        tables.find();
    }

    private void leave() {
        if (help.isVisible()) {
            help.close();
        } else if (newCluster.isVisible()) {
            newCluster.close();
        } else if (flight.giveUpDrag() || stage.close() || stage.clearGroup() || tables.endFind()) {
            // that was what Escape was for
            return;
        } else if (lab.bannerProperty().get() != null) {
            lab.dismiss();
        } else {
            lab.showPresent();
        }
    }

    @Override
    public void switchTheme() {
        settings.darkProperty().set(!settings.darkProperty().get());
    }

    @Override
    public void switchProjector() {
        appearance.projectorProperty().set(!appearance.projectorProperty().get());
    }

    @Override
    public void toggleHelp() {
        help.toggle();
    }

    @Override
    public void newCluster() {
        newCluster.toggle();
    }

    @Override
    public void openFile() {
        dialogs().open("Open a scenario", SCENARIOS).ifPresent(opener::open);
    }

    @Override
    public void saveRun() {
        dialogs().save("Save what was done", SCENARIOS).ifPresent(hands::save);
    }

    @Override
    public void openPlan() {
        dialogs().open("Open a fault plan", PLANS).ifPresent(live::openPlan);
    }

    @Override
    public void savePlan() {
        dialogs().save("Save what was done", PLANS).ifPresent(live::savePlan);
    }

    private FileDialogs dialogs() {
        return new FileDialogs((Stage) scene.getWindow(), settings);
    }

    public Scene scene() {
        return scene;
    }

    /** Returns the window's title: the lesson and T, for those who look for it among others. */
    ObservableValue<String> titleProperty() {
        return Bindings.createStringBinding(
                () -> {
                    String lesson = opener.titleProperty().get();
                    boolean isSteps = lab.statusProperty().get() == LabStatus.READY
                            && lab.shownProperty().get().phase() != Phase.LIVE;
                    String time = isSteps ? ", T = " + lab.shownProperty().get().time() : "";
                    return lesson.isEmpty() ? PRODUCT : lesson + time + " · " + PRODUCT;
                },
                opener.titleProperty(),
                lab.statusProperty(),
                lab.shownProperty());
    }

    public LabViewModel lab() {
        return lab;
    }

    /** Returns what the window remembers. */
    public SettingsViewModel settings() {
        return settings;
    }

    public PlaybackViewModel playback() {
        return playback;
    }
}
