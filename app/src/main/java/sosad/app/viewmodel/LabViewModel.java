package sosad.app.viewmodel;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.BranchId;
import sosad.app.lab.Lab;
import sosad.app.lab.LabEvent;
import sosad.app.lab.RunDifference;
import sosad.app.lab.RunTree;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.app.viewmodel.history.LogViewModel;
import sosad.app.viewmodel.history.RecentSnapshots;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointState;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/** The cluster that the window shows: its history, and the moment of it that every pane shows. */
public final class LabViewModel {
    private final Lab lab;
    private final FxLabListener listener;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<Scenario> wanted = new ReadOnlyObjectWrapper<>();
    private final LogViewModel log;
    private Consumer<Runnable> leaving = Runnable::run;
    private final ReadOnlyObjectWrapper<LabStatus> status = new ReadOnlyObjectWrapper<>(LabStatus.NONE);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Scenario> scenario = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>();
    private final ObservableBooleanValue clocksRun = Bindings.createBooleanBinding(
            () -> history.get() != null && history.get().present().isLive(), history);
    private final ObjectProperty<Snapshot> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Snapshot> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Snapshot> baseline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<RunTree> tree = new ReadOnlyObjectWrapper<>();
    private Runnable beforeLeaving = () -> {};
    private Function<RunDifference, Optional<Banner.Offer>> offerOnDifference = difference -> Optional.empty();
    private final ReadOnlyObjectWrapper<LiveState> live = new ReadOnlyObjectWrapper<>();
    private final RecentSnapshots recent = new RecentSnapshots();
    private final ReadOnlyObjectWrapper<Map<NodeId, Health>> healths = new ReadOnlyObjectWrapper<>(Map.of());
    private final BooleanProperty restarts = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<BreakpointState>> breakpoints = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<BreakpointHit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Banner> banner = new ReadOnlyObjectWrapper<>();

    /** @param fx runs what it is given on the window's thread, in order */
    public LabViewModel(Lab lab, FxLabListener listener, LogViewModel log, Executor fx) {
        this.lab = lab;
        this.listener = listener;
        this.fx = fx;
        this.log = log;
        selected.addListener((property, old, snapshot) -> show());
        restarts.addListener((property, old, on) -> {
            log.add("Processes that are down are %s automatically."
                    .formatted(on ? "now restarted" : "no longer restarted"));
            outcome(lab.restartAutomatically(on));
        });
        listener.readBy(this::take);
    }

    /** From now on the banner that says that a repetition differs offers this. */
    public void offerOnDifference(Function<RunDifference, Banner.Offer> offer) {
        offerOnDifference = offer.andThen(Optional::of);
    }

    /** From now on this is asked before the run on stage is left for another one; it runs what it is given, or not. */
    public void askBeforeLeaving(Consumer<Runnable> question) {
        leaving = question;
    }

    /** Does what leaves the run on stage, when nothing speaks against that; otherwise the result never completes. */
    public CompletionStage<Void> leave(Supplier<CompletionStage<Void>> next) {
        CompletableFuture<Void> left = new CompletableFuture<>();
        leaving.accept(() -> next.get().whenComplete((done, failure) -> {
            if (failure == null) {
                left.complete(done);
            } else {
                left.completeExceptionally(failure);
            }
        }));
        return left;
    }

    /** Starts a cluster for {@code next}. */
    public CompletionStage<Void> open(Scenario next) {
        setOpening(next);
        return failing(lab.open(next));
    }

    /** Shows a scenario that the lab is opening already. */
    public CompletionStage<Void> opening(Scenario next, CompletionStage<Void> opened) {
        setOpening(next);
        return failing(opened);
    }

    private void setOpening(Scenario next) {
        wanted.set(next);
        status.set(LabStatus.OPENING);
        progress.set("Starting %s…".formatted(Counted.of(next.cluster().nodes().size(), "node")));
    }

    /** Starts the same scenario again; one that could not be started before, too. */
    public CompletionStage<Void> restart() {
        return status.get() == LabStatus.FAILED ? open(wanted.get()) : failing(lab.restart());
    }

    /** Plays the same once more under other rules, on fresh nodes. */
    CompletionStage<Void> playUnder(Rules rules) {
        return failing(lab.playUnder(rules));
    }

    /** Shows the present again. */
    public void showPresent() {
        selected.set(null);
    }

    /** Shows a moment of the run, by its index. */
    public void showMoment(int index) {
        if (history.get() != null && index < history.get().size()) {
            selected.set(history.get().at(index));
        }
    }

    /**
     * Does something at the moment shown. If that is past the run goes there first, on fresh nodes: what is done begins
     * a branch, unless it was done there before.
     */
    public <T> CompletionStage<T> here(Supplier<CompletableFuture<T>> command) {
        if (!past.get() || locked.get()) {
            return outcome(command.get());
        }
        return outcome(leaveFor(tree.get().at(), shown.get().index()).thenCompose(there -> command.get()));
    }

    /** Goes to an event of a branch, on fresh nodes. */
    public CompletionStage<Void> jump(BranchId branch, int event) {
        return outcome(leaveFor(branch, event));
    }

    private CompletableFuture<Void> leaveFor(BranchId branch, int event) {
        beforeLeaving.run();
        return lab.jump(branch, event);
    }

    /** Sets what is to be stopped before the run goes elsewhere. */
    void beforeLeaving(Runnable stop) {
        beforeLeaving = stop;
    }

    /** Shows a failure to the user. If the same one is shown with a remedy already, that stays. */
    public void report(Banner failure) {
        Banner current = banner.get();
        if (current == null
                || !current.what().equals(failure.what())
                || !failure.remedy().isEmpty()) {
            banner.set(failure);
            log.add(failure.what());
        }
    }

    /** Takes the banner away if it is a note, which belongs to the moment in which it was made. */
    void dismissNote() {
        if (banner.get() != null && banner.get().kind() == Banner.Kind.NOTE) {
            dismiss();
        }
    }

    /** Takes the banner away. */
    public void dismiss() {
        banner.set(null);
    }

    /**
     * Returns the outcome of a command, on the window's thread and after all its effects are shown. A failure is shown
     * to the user.
     */
    public <T> CompletionStage<T> outcome(CompletionStage<T> command) {
        return command.whenCompleteAsync(
                (done, failure) -> {
                    listener.handOver();
                    if (failure != null) {
                        report(new Banner(words(failure), ""));
                    }
                },
                fx);
    }

    /** Returns a failure in words that are fit for the user. */
    public static String words(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    private CompletionStage<Void> failing(CompletionStage<Void> start) {
        return start.whenCompleteAsync(
                (done, failure) -> {
                    listener.handOver();
                    if (failure != null) {
                        status.set(LabStatus.FAILED);
                        progress.set(words(failure));
                        log.add(words(failure));
                        dismiss();
                    }
                },
                fx);
    }

    private void take(LabEvent event) {
        if (event instanceof LabEvent.Opening opening) {
            status.set(opening.meanwhile().isPresent() ? LabStatus.GOING_BACK : LabStatus.OPENING);
            progress.set(opening.what());
            wanted.set(opening.scenario());
            selected.set(null);
            dismiss(); // fresh processes are the remedy of whatever it said
            opening.meanwhile().ifPresent(run -> {
                scenario.set(opening.scenario());
                follow(run);
            });
        } else if (event instanceof LabEvent.Opened opened) {
            live.set(null);
            showReady(opened.scenario(), opened.history());
        } else if (event instanceof LabEvent.Happened happened) {
            follow(happened.history(), null);
        } else if (event instanceof LabEvent.LiveUpdate lived) {
            follow(lived.history(), lived.state());
        } else if (event instanceof LabEvent.BranchesChanged changed) {
            tree.set(changed.tree());
            show();
        } else if (event instanceof LabEvent.HealthChanged changed) {
            healths.set(changed.healths());
        } else if (event instanceof LabEvent.BreakpointsChanged changed) {
            breakpoints.set(changed.all());
        } else if (event instanceof LabEvent.BreakpointsHit stopped) {
            hits.set(stopped.hits());
            reportHit(stopped.hits());
        } else if (event instanceof LabEvent.Differed differed) {
            RunDifference difference = differed.difference();
            report(new Banner(
                    difference.sentence(),
                    "What differs begins a branch. Go on from here, or press Restart.",
                    offerOnDifference.apply(difference)));
        } else if (event instanceof LabEvent.Failed failed) {
            report(new Banner(failed.what(), failed.remedy()));
        } else if (event instanceof LabEvent.Logged logged) {
            log.add(logged.line());
        }
    }

    private void reportHit(List<BreakpointHit> stopped) {
        BreakpointHit first = stopped.get(0);
        int more = stopped.size() - 1;
        report(Banner.note(
                first.sentence() + (more == 0 ? "" : format(" %d more %s hit.", more, more == 1 ? "was" : "were")),
                Optional.of(new Banner.Offer("Show it", () -> showMoment(first.event())))));
    }

    /** Shows the history, unless the cluster is not ready: then it is shown when it is. */
    private void follow(History newHistory, LiveState state) {
        if (status.get() == LabStatus.READY) {
            live.set(state);
            follow(newHistory);
        }
    }

    /** The status is set last: only then do scenario, history and moment belong together. */
    private void showReady(Scenario newScenario, History newHistory) {
        status.set(LabStatus.OPENING);
        scenario.set(newScenario);
        history.set(newHistory);
        selected.set(null);
        follow(newHistory);
        progress.set("");
        status.set(LabStatus.READY);
    }

    /** While the cluster is live its present moment alone changes, many times a second. */
    private void follow(History newHistory) {
        Snapshot present = newHistory.present();
        boolean isSame = history.get() != null && recent.isSameLiveRun(history.get(), newHistory);
        recent.add(present);
        if (!isSame) {
            history.set(newHistory);
            log.follow(newHistory);
        }
        show();
    }

    private void show() {
        if (history.get() == null) {
            return;
        }
        Snapshot present = recent.newest(history.get());
        Snapshot snapshot = Optional.ofNullable(selected.get()).orElse(present);
        past.set(snapshot.index() != present.index() || status.get() == LabStatus.GOING_BACK);
        locked.set(past.get() && !canBranch(snapshot));
        baseline.set(recent.baseline(snapshot)
                .or(() -> history.get().before(snapshot))
                .orElse(null));
        shown.set(snapshot);
        log.show(snapshot);
    }

    /** Nodes that have run by their own clocks cannot repeat that, and those that do cannot be left. */
    private boolean canBranch(Snapshot snapshot) {
        return status.get() == LabStatus.READY
                && tree.get() != null
                && !clocksRun.get()
                && snapshot.index() < history.get().size()
                && !history.get().first(snapshot.index() + 1).hasLived();
    }

    public ReadOnlyObjectProperty<LabStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Returns what is being started, or why it could not be. */
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Returns the scenario that was opened last; its cluster may not be up yet, or may have failed to start. */
    public ReadOnlyObjectProperty<Scenario> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Returns the scenario of the cluster that stands. */
    public ReadOnlyObjectProperty<Scenario> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** The moment of the past that was chosen; null: the present. */
    public ObjectProperty<Snapshot> selectedProperty() {
        return selected;
    }

    /** The moment that every pane shows. */
    public ReadOnlyObjectProperty<Snapshot> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The end of the step before the one shown: what differs from it is changed. Null in the first step. */
    public ReadOnlyObjectProperty<Snapshot> baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    /** Returns whether the nodes run by their own clocks. */
    public ObservableBooleanValue clocksRun() {
        return clocksRun;
    }

    /**
     * Returns what a live cluster shows besides its moments; null: the cluster is not live, or was not looked at yet.
     */
    public ReadOnlyObjectProperty<LiveState> liveProperty() {
        return live.getReadOnlyProperty();
    }

    /** Returns whether the moment shown is not the present one. */
    public ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    /** Returns whether nothing can be done at the moment shown: it is past, and the nodes cannot go back there. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /** Returns the branches of the lesson, and where the run stands on them; null: nothing is open. */
    public ReadOnlyObjectProperty<RunTree> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /** Returns what the supervisor thinks of the processes; one that is not named is up. */
    public ReadOnlyObjectProperty<Map<NodeId, Health>> healthsProperty() {
        return healths.getReadOnlyProperty();
    }

    /** Returns whether processes that are down are started again by themselves. */
    public BooleanProperty restartsProperty() {
        return restarts;
    }

    /** Returns the breakpoints of the lesson. */
    public ReadOnlyObjectProperty<List<BreakpointState>> breakpointsProperty() {
        return breakpoints.getReadOnlyProperty();
    }

    /** Returns the breakpoints that were hit last, together. */
    public ReadOnlyObjectProperty<List<BreakpointHit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** Returns the present moment, of a live cluster the last look at it. */
    public Snapshot present() {
        return recent.newest(history.get());
    }

    public ReadOnlyObjectProperty<Banner> bannerProperty() {
        return banner.getReadOnlyProperty();
    }
}
