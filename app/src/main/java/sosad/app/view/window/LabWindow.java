package sosad.app.view.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import sosad.app.check.suite.CheckCatalogue;
import sosad.app.check.suite.SuiteRunner;
import sosad.app.export.ExportKind;
import sosad.app.export.picture.PictureColours;
import sosad.app.lab.Lab;
import sosad.app.scenario.Scenario;
import sosad.app.settings.SettingsFile;
import sosad.app.view.FocusHome;
import sosad.app.view.Keys;
import sosad.app.view.Theme;
import sosad.app.view.WindowActions;
import sosad.app.view.WindowView;
import sosad.app.view.checks.ChecksView;
import sosad.app.view.compare.CompareView;
import sosad.app.view.measure.MeasureView;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.LabViewModel;
import sosad.app.viewmodel.PlaybackViewModel;
import sosad.app.viewmodel.SettingsViewModel;
import sosad.app.viewmodel.checks.ChecksSetup;
import sosad.app.viewmodel.checks.ChecksViewModel;
import sosad.app.viewmodel.checks.TargetViewModel;
import sosad.app.viewmodel.checks.UsualTargets;
import sosad.app.viewmodel.compare.CompareViewModel;
import sosad.app.viewmodel.explain.HealingBandViewModel;
import sosad.app.viewmodel.explain.WhyViewModel;
import sosad.app.viewmodel.history.LogViewModel;
import sosad.app.viewmodel.lesson.Announcements;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.app.viewmodel.lesson.EvidenceViewModel;
import sosad.app.viewmodel.lesson.FileReload;
import sosad.app.viewmodel.lesson.LessonLink;
import sosad.app.viewmodel.lesson.OpenerViewModel;
import sosad.app.viewmodel.lesson.SavedRunViewModel;
import sosad.app.viewmodel.lesson.ScenarioFiles;
import sosad.app.viewmodel.lesson.TakeAwayViewModel;
import sosad.app.viewmodel.measure.MeasureViewModel;

/** The window: the rail, its views, and what lies over all of them. */
public final class LabWindow implements WindowActions {
    private static final String PRODUCT = "SOSAD Lab";
    private static final String SCENARIOS = "Scenarios (YAML)";
    private static final String UNSAVED = "• ";
    private static final String PLANS = "Fault plans (YAML)";

    private final LabViewModel lab;
    private final OpenerViewModel opener;
    private final FileReload reload;
    private final SavedRunViewModel saved;
    private final TakeAwayViewModel takeAway;
    private FileDialogs.Dialog dialog = FileDialogs.OF_SYSTEM;
    private final SettingsViewModel settings;
    private final HelpOverlay help = new HelpOverlay();
    private final Appearance appearance = new Appearance();
    final LabView labView;
    final ChecksViewModel checks;
    final CompareViewModel compare;
    private final CompareView compareView;
    final MeasureViewModel measure;
    final ViewFrame frame;
    private final ChecksView checksView;
    private final SuiteRunner runner = new SuiteRunner();
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root, 1440, 900);

    /** Opens on the document's checks. */
    public LabWindow(
            Lab engine,
            FxLabListener listener,
            List<BundledScenario> bundled,
            ScenarioFiles files,
            Optional<SettingsFile> settingsFile,
            Executor background,
            Executor fx) {
        this(
                engine,
                listener,
                bundled,
                files,
                settingsFile,
                new ChecksSetup(CheckCatalogue.all(), new UsualTargets(engine)),
                background,
                fx);
    }

    /**
     * @param listener the listener of that lab
     * @param settingsFile keeps what the window remembers; empty: it remembers nothing
     * @param setup the checks, and what they run against
     * @param background reads and writes files
     * @param fx runs what it is given on the window's thread, in order
     */
    public LabWindow(
            Lab engine,
            FxLabListener listener,
            List<BundledScenario> bundled,
            ScenarioFiles files,
            Optional<SettingsFile> settingsFile,
            ChecksSetup setup,
            Executor background,
            Executor fx) {
        LogViewModel log = new LogViewModel();
        EarlyLayout layout = new EarlyLayout(scene);
        settings = new SettingsViewModel(settingsFile, log, background, fx);
        lab = new LabViewModel(engine, listener, log, task -> fx.execute(() -> layout.after(task)));
        opener = new OpenerViewModel(lab, bundled, files, background, fx);
        reload = new FileReload(lab, opener, files, fx);
        opener.fileProperty().addListener((property, old, file) -> file.ifPresent(settings::opened));
        saved = new SavedRunViewModel(lab, engine, log, background);
        saved.tellWritten(file -> {
            reload.written(file);
            settings.opened(file);
        });
        lab.askBeforeLeaving(next -> saved.leave("Another scenario is about to be opened", this::save, next));
        takeAway = new TakeAwayViewModel(lab, log, background);
        lab.offerOnDifference(new EvidenceViewModel(lab, log, this::chooseEvidence, background)::offer);
        labView = new LabView(engine, lab, opener, log, settings, appearance, this, this::follow, background, fx);
        compare = new CompareViewModel(background, fx);
        compareView = new CompareView(compare, this::chooseReport, appearance.unitProperty());
        checks = new ChecksViewModel(
                setup.checks(),
                new TargetViewModel(setup.targets(), lab.clocksRun(), () -> lab.scenarioProperty()
                        .get()
                        .cluster()),
                runner,
                background,
                fx,
                System::nanoTime);
        checksView = new ChecksView(checks, new ChecksRequests(this, opener, labView.live), appearance.unitProperty());
        measure = new MeasureViewModel(lab, background, fx);
        MeasureView measureView = new MeasureView(measure, new MeasureRequests(this), appearance.unitProperty());
        frame = new ViewFrame(List.of(labView, checksView, measureView, compareView), this::toggleHelp);
        Announcements announcements = new Announcements(lab, labView.playback);
        labView.why.saidProperty().addListener((property, old, words) -> announcements.say(words));
        root.getChildren().setAll(frame, help, new Announcer(announcements.textProperty(), labView.stage));
        root.getStyleClass().add("window");
        appear();
        listenToKeys();
        FileDrop.listenTo(scene, this::open);
        labView.home().requestFocus();
    }

    private void appear() {
        appearance.applyTo(scene);
        appearance.projectorProperty().addListener((property, old, on) -> frame.showRail(!on));
        appearance.textPercentProperty().bind(settings.textPercentProperty());
        appearance.unitProperty().subscribe(unit -> frame.setUnit(unit.doubleValue()));
        settings.darkProperty().subscribe(dark -> appearance.themeProperty().set(dark ? Theme.DARK : Theme.LIGHT));
    }

    private void listenToKeys() {
        Shortcuts keys = new Shortcuts(frame.shownProperty());
        keys.on(Keys.NOW, this::leave);
        keys.on(Keys.THEME, this::switchTheme);
        keys.on(Keys.LARGER, this::enlargeText);
        keys.on(Keys.SMALLER, settings::reduceText);
        keys.on(Keys.USUAL_SIZE, settings::resetText);
        keys.on(Keys.PROJECTOR, this::switchProjector);
        keys.on(Keys.HELP, this::toggleHelp);
        frame.views().forEach(view -> keys.on(view.key(), () -> goTo(view)));
        FocusHome home = FocusHome.of(scene, labView.home());
        frame.keepHome(home);
        keys.listenTo(scene, home);
    }

    /** A projector shows the Lab alone. */
    private void goTo(WindowView view) {
        if (appearance.projectorProperty().get()) {
            return;
        }
        if (help.isVisible()) {
            help.close();
        }
        frame.show(view);
    }

    private void leave() {
        if (help.isVisible()) {
            help.close();
        } else {
            frame.leave();
        }
    }

    /** Opens the first of the scenarios that come with the application. */
    public void openFirst() {
        opener.open(opener.bundled().get(0));
    }

    /** Shows a scenario that the lab began to open before there was a window. */
    void opening(Scenario scenario, String name, Optional<Path> file, CompletionStage<Void> opened) {
        opener.opening(scenario, name, file, opened);
    }

    /** Opens a scenario file in the Lab. */
    public void open(Path file) {
        frame.show(labView);
        opener.open(file);
    }

    private void follow(String address) {
        LessonLink.of(address).ifPresentOrElse(opener::follow, () -> Gui.openLink(address));
    }

    /** Looks whether the open file has changed on disk; to be called off the window's thread. */
    void lookAtFile() {
        reload.look();
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

    @Override
    public void switchTheme() {
        settings.darkProperty().set(!settings.darkProperty().get());
    }

    @Override
    public void switchProjector() {
        frame.show(labView);
        appearance.projectorProperty().set(!appearance.projectorProperty().get());
    }

    void toggleHelp() {
        help.toggle();
    }

    @Override
    public void newCluster() {
        labView.toggleNewCluster();
    }

    @Override
    public void openFile() {
        dialogs().open("Open a scenario", SCENARIOS).ifPresent(opener::open);
    }

    @Override
    public void saveRun() {
        save();
    }

    @Override
    public void saveRunAs() {
        saveAs();
    }

    private CompletionStage<Boolean> save() {
        return saved.target().map(saved::save).orElseGet(this::saveAs);
    }

    private CompletionStage<Boolean> saveAs() {
        return dialogs()
                .saveAs("Save what was done", saved.suggestedName() + ".yaml")
                .map(saved::save)
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    @Override
    public void takeAway(ExportKind kind) {
        if (takeAway.isPossible()) {
            PictureColours colours = settings.darkProperty().get() ? PictureColours.DARK : PictureColours.LIGHT;
            dialogs()
                    .saveAs("Save the " + kind.description(), saved.suggestedName() + "." + kind.extension())
                    .ifPresent(file -> takeAway.write(kind, colours, file));
        }
    }

    /**
     * Returns whether the window may be closed now. If something is unsaved the user is asked, once.
     *
     * @param close closes it
     */
    boolean mayClose(Runnable close) {
        boolean may = saved.mayClose(this::save, close);
        if (!may) {
            frame.show(labView);
        }
        return may;
    }

    /** From now on files are chosen by this. */
    void chooseBy(FileDialogs.Dialog other) {
        dialog = other;
    }

    @Override
    public void openPlan() {
        dialogs().open("Open a fault plan", PLANS).ifPresent(labView.live::openPlan);
    }

    @Override
    public void savePlan() {
        dialogs().save("Save what was done", PLANS).ifPresent(labView.live::savePlan);
    }

    private Optional<Path> chooseEvidence() {
        return dialogs().saveAs("Save the evidence", saved.suggestedName() + "-difference.json");
    }

    private Optional<Path> chooseReport(String what, String ending) {
        return dialogs().saveAs(what, "rules." + ending);
    }

    /** Shows the Lab. */
    void showLab() {
        frame.show(labView);
    }

    /** Returns what runs checks, to be closed before the lab is. */
    SuiteRunner runner() {
        return runner;
    }

    /** Returns what answers questions, to be closed with the window. */
    WhyViewModel why() {
        return labView.why;
    }

    /** Returns what computes the healing band, to be closed with the window. */
    HealingBandViewModel healing() {
        return labView.healing;
    }

    FileDialogs dialogs() {
        return new FileDialogs((Stage) scene.getWindow(), settings, dialog);
    }

    public Scene scene() {
        return scene;
    }

    /** Returns whether it is in projector mode, which wants the whole screen. */
    ReadOnlyBooleanProperty projectorProperty() {
        return appearance.projectorProperty();
    }

    /** Returns the window's title: what is shown, for those who look for it among others. */
    ObservableValue<String> titleProperty() {
        ObservableValue<String> lesson = labView.lessonProperty();
        return Bindings.createStringBinding(
                () -> {
                    WindowView shown = frame.shownProperty().get();
                    String what = shown.equals(labView) ? lesson.getValue() : shown.title();
                    String mark = saved.unsavedProperty().get() ? UNSAVED : "";
                    return mark + (what.isEmpty() ? PRODUCT : what + " · " + PRODUCT);
                },
                lesson,
                saved.unsavedProperty(),
                frame.shownProperty());
    }

    public LabViewModel lab() {
        return lab;
    }

    /** Returns what the window remembers. */
    public SettingsViewModel settings() {
        return settings;
    }

    public PlaybackViewModel playback() {
        return labView.playback;
    }
}
