package sosad.app.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import sosad.app.settings.Settings;
import sosad.app.settings.SettingsFile;
import sosad.app.settings.WindowSize;
import sosad.app.viewmodel.history.LogViewModel;

/** The settings: what is chosen in this window is remembered, if there is a file to remember it in. */
public final class SettingsViewModel {
    private static final long FLUSH_SECONDS = 3;

    private final Optional<SettingsFile> file;
    private final LogViewModel log;
    private final Executor background;
    private final Executor fx;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final DoubleProperty textPercent = new SimpleDoubleProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty();
    private final BooleanProperty moving = new SimpleBooleanProperty();
    private final BooleanProperty timeDown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Optional<WindowSize>> size = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<Path>> folder = new ReadOnlyObjectWrapper<>();
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    private boolean silent;
    private boolean complained;

    /**
     * Reads the settings, at once.
     *
     * @param file keeps them; empty: nothing is read, and nothing remembered
     * @param background writes them
     * @param fx runs what it is given on the window's thread
     */
    public SettingsViewModel(Optional<SettingsFile> file, LogViewModel log, Executor background, Executor fx) {
        this.file = file;
        this.log = log;
        this.background = background;
        this.fx = fx;
        Settings first = file.map(SettingsFile::read)
                .map(contents -> {
                    contents.complaint().ifPresent(log::add);
                    return contents.settings();
                })
                .orElse(Settings.DEFAULT);
        show(first);
        dark.addListener((property, old, now) -> keep(settings -> settings.withDark(now)));
        textPercent.addListener((property, old, now) -> keep(settings -> settings.withTextPercent(now.doubleValue())));
        speed.addListener((property, old, now) -> keep(settings -> settings.withSpeed(now.doubleValue())));
        moving.addListener((property, old, now) -> keep(settings -> settings.withMoving(now)));
        timeDown.addListener((property, old, now) -> keep(settings -> settings.withTimeDown(now)));
        size.addListener((property, old, now) -> now.ifPresent(it -> keep(settings -> settings.withSize(it))));
    }

    private void show(Settings settings) {
        dark.set(settings.dark());
        textPercent.set(settings.textPercent());
        speed.set(settings.speed());
        moving.set(settings.moving());
        timeDown.set(settings.timeDown());
        size.set(settings.size());
        recent.set(settings.recent());
        folder.set(settings.folder());
    }

    /** Changes are written one after the other; what another window has changed meanwhile stays. */
    private void keep(UnaryOperator<Settings> change) {
        if (file.isPresent() && !silent) {
            written = written.thenRunAsync(() -> write(file.get(), change), background);
        }
    }

    private void write(SettingsFile target, UnaryOperator<Settings> change) {
        try {
            target.update(change);
        } catch (IOException | RuntimeException e) {
            fx.execute(() -> complain(e));
        }
    }

    private void complain(Exception why) {
        if (!complained) {
            complained = true;
            log.add("What is chosen in this window cannot be remembered: " + why.getMessage());
        }
    }

    /** Waits a moment until everything is written. */
    public void flush() {
        written.completeOnTimeout(null, FLUSH_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Forgets everything that was chosen. */
    public void reset() {
        silent = true;
        show(Settings.DEFAULT);
        silent = false;
        keep(settings -> Settings.DEFAULT);
        log.add("Settings are the usual ones again.");
    }

    /** Makes text a step larger, up to the largest. */
    public void enlargeText() {
        Settings.TEXT_PERCENTS.stream()
                .filter(percent -> percent > textPercent.get())
                .findFirst()
                .ifPresent(textPercent::set);
    }

    /** Makes text a step smaller, down to the usual size: no text is smaller than that can be read. */
    public void reduceText() {
        Settings.TEXT_PERCENTS.stream()
                .filter(percent -> percent < textPercent.get())
                .reduce((first, second) -> second)
                .ifPresent(textPercent::set);
    }

    /** Gives text its usual size. */
    public void resetText() {
        textPercent.set(Settings.DEFAULT.textPercent());
    }

    /** Remembers a scenario file that was opened. */
    public void opened(Path scenario) {
        Path whole = scenario.toAbsolutePath().normalize();
        changeRecent(settings -> settings.withRecent(whole));
    }

    /** Forgets a scenario file that is not there any more. */
    public void missed(Path scenario) {
        Path whole = scenario.toAbsolutePath().normalize();
        changeRecent(settings -> settings.withoutRecent(whole));
    }

    private void changeRecent(UnaryOperator<Settings> change) {
        Settings here = Settings.DEFAULT.withRecent(recent.get());
        recent.set(change.apply(here).recent());
        keep(change);
    }

    /** Remembers the folder that a file was chosen from. */
    public void choseFrom(Path chosenFolder) {
        folder.set(Optional.of(chosenFolder));
        keep(settings -> settings.withFolder(chosenFolder));
    }

    /** Returns whether the theme is the dark one. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The size of text, one of {@link Settings#TEXT_PERCENTS}. */
    public DoubleProperty textPercentProperty() {
        return textPercent;
    }

    /** The speed of playback, one of {@link Settings#SPEEDS}. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Returns whether messages are seen moving. */
    public BooleanProperty movingProperty() {
        return moving;
    }

    /** Returns whether time goes down in the time line, and not to the right. */
    public BooleanProperty timeDownProperty() {
        return timeDown;
    }

    /** The window's size that was chosen last; empty: the usual one. */
    public ObjectProperty<Optional<WindowSize>> sizeProperty() {
        return size;
    }

    /** Returns the scenario files that were opened last, newest first. */
    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    /** Returns the folder that a file was last chosen from. */
    public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
        return folder.getReadOnlyProperty();
    }
}
