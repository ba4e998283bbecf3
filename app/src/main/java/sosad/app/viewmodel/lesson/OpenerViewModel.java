package sosad.app.viewmodel.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import sosad.app.scenario.Scenario;
import sosad.app.viewmodel.Banner;
import sosad.app.viewmodel.LabViewModel;

/** The scenario that is played: one of those that come with the application, or one from a file. */
public final class OpenerViewModel {
    private final LabViewModel lab;
    private final List<BundledScenario> bundled;
    private final ScenarioFiles files;
    private final Executor background;
    private final Executor fx;
    private final Map<String, Scenario> read = new ConcurrentHashMap<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private Optional<BundledScenario> lesson = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<FromFile> fromFile = Optional.empty();

    /** What was last read from a file. */
    private record FromFile(Path file, Scenario scenario) {}

    /**
     * @param background reads files
     * @param fx runs what it is given on the window's thread, in order
     */
    public OpenerViewModel(
            LabViewModel lab, List<BundledScenario> bundled, ScenarioFiles files, Executor background, Executor fx) {
        this.lab = lab;
        this.bundled = List.copyOf(bundled);
        this.files = files;
        this.background = background;
        this.fx = fx;
        lab.wantedProperty().addListener((property, old, wanted) -> {
            title.set(wanted.title());
            lesson = lessonOf(wanted);
            name.set(lesson.filter(one -> read(one).equals(wanted))
                    .map(BundledScenario::name)
                    .orElse(""));
            showFile();
        });
    }

    /** Returns the bundled lesson with this content, under whatever rules; how it was opened does not matter. */
    private Optional<BundledScenario> lessonOf(Scenario scenario) {
        return bundled.stream()
                .filter(one -> one.title().equals(scenario.title()))
                .filter(one -> read(one).under(scenario.cluster().rules()).equals(scenario))
                .findFirst();
    }

    private Scenario read(BundledScenario one) {
        return read.computeIfAbsent(one.name(), name -> one.loader().get());
    }

    /** The file is the open one as long as what was read from it is: another program may have opened something else. */
    private void showFile() {
        file.set(fromFile.filter(
                        read -> read.scenario().equals(lab.wantedProperty().get()))
                .map(FromFile::file));
    }

    private void remember(Path path, Scenario scenario) {
        fromFile = Optional.of(new FromFile(path, scenario));
        showFile();
    }

    /** Returns what comes with the application. */
    public List<BundledScenario> bundled() {
        return bundled;
    }

    /** Opens a scenario that comes with the application. */
    public CompletionStage<Void> open(BundledScenario scenario) {
        CompletableFuture<Scenario> reading = CompletableFuture.supplyAsync(
                () -> read.computeIfAbsent(
                        scenario.name(), name -> scenario.loader().get()),
                background);
        return lab.outcome(reading).thenComposeAsync(next -> lab.leave(() -> lab.open(next)), fx);
    }

    /**
     * Opens the lesson that comes so many places after the one that is open, or before it; nothing where the list ends.
     * Where a file is open it is the first.
     */
    public void openBeside(int shift) {
        int wanted = lesson.isEmpty() ? 0 : place() + shift;
        if (wanted >= 0 && wanted < bundled.size()) {
            open(bundled.get(wanted));
        }
    }

    /** Returns whether a bundled lesson is open, and the list has one so many places after it, or before it. */
    boolean hasBeside(int shift) {
        int wanted = place() + shift;
        return lesson.isPresent() && wanted >= 0 && wanted < bundled.size();
    }

    private int place() {
        return lesson.map(bundled::indexOf).orElse(-1);
    }

    /** Opens the lesson or the file that a link in the open one leads to. */
    public void follow(LessonLink link) {
        if (link.isFile()) {
            Path beside = Path.of(link.name());
            file.get()
                    .ifPresentOrElse(
                            here -> open(here.resolveSibling(beside)),
                            () -> lab.report(new Banner(
                                    "This link leads to the file %s, and no file is open that it could be beside."
                                            .formatted(link.name()),
                                    "Open it by Open file….")));
            return;
        }
        bundled.stream()
                .filter(lesson -> lesson.name().equals(link.name()))
                .findFirst()
                .ifPresentOrElse(
                        this::open,
                        () -> lab.report(new Banner(
                                "There is no lesson %s.".formatted(link.name()),
                                "There are: "
                                        + bundled.stream()
                                                .map(BundledScenario::name)
                                                .collect(Collectors.joining(", "))
                                        + ".")));
    }

    /** Opens a scenario from a file. */
    public CompletionStage<Void> open(Path path) {
        CompletableFuture<Scenario> reading = CompletableFuture.supplyAsync(() -> scenario(path), background);
        return lab.outcome(reading).thenComposeAsync(scenario -> lab.leave(() -> reload(path, scenario)), fx);
    }

    /** Opens what was read from a file. */
    CompletionStage<Void> reload(Path path, Scenario scenario) {
        CompletionStage<Void> opened = lab.open(scenario);
        remember(path, scenario);
        return opened;
    }

    /**
     * Shows a scenario that the lab began to open before there was a window.
     *
     * @param itsName its name if it comes with the application, else empty
     * @param itsFile the file that it was read from, if it was
     * @param opened completes when it is open
     */
    public CompletionStage<Void> opening(
            Scenario scenario, String itsName, Optional<Path> itsFile, CompletionStage<Void> opened) {
        if (!itsName.isEmpty()) {
            read.put(itsName, scenario);
        }
        CompletionStage<Void> outcome = lab.opening(scenario, opened);
        itsFile.ifPresent(path -> remember(path, scenario));
        return outcome;
    }

    private Scenario scenario(Path path) {
        try {
            return files.read(path);
        } catch (IOException e) {
            throw new CompletionException(new IOException("The file could not be read: " + e.getMessage(), e));
        }
    }

    /** The title of the scenario that was opened last. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Returns the file that the scenario was read from; empty if it comes from elsewhere. */
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Its name if it comes with the application, else empty. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }
}
