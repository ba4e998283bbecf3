package sosad.app.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import sosad.app.fault.Fault;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.app.fault.plan.FaultPlanWriter;
import sosad.app.fault.plan.Members;
import sosad.app.history.GatewayState;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Scenario;
import sosad.app.yaml.YamlFileException;
import sosad.message.Launch.StoreKind;

/** The clocks of the nodes, and what is done to a cluster while they run. */
public final class LiveViewModel {
    /** The plan that does everything at once, by chance. */
    public static final String CHAOS = "chaos";

    /** Seeds are short enough to be read out in a lecture. */
    private static final int SEEDS = 1_000_000;

    private final LabViewModel state;
    private final Lab lab;
    private final Random chance = new Random();
    private final PlaybackViewModel playback;
    private final ReadOnlyBooleanWrapper switching = new ReadOnlyBooleanWrapper();

    /** @param playback stops playing and delivering when the nodes go by their own clocks */
    public LiveViewModel(LabViewModel state, Lab lab, PlaybackViewModel playback) {
        this.state = state;
        this.lab = lab;
        this.playback = playback;
    }

    /** Lets the nodes run by their own clocks, or stops the clocks. */
    public void toggle() {
        if (switching.get() || state.statusProperty().get() != LabStatus.READY) {
            return;
        }
        switching.set(true);
        playback.halt();
        state.showPresent();
        state.outcome(clocksRun().get() ? lab.stopClocks() : lab.goLive())
                .whenComplete((nothing, failure) -> switching.set(false));
    }

    /** Returns whether the nodes run by their own clocks. */
    public ObservableBooleanValue clocksRun() {
        return state.clocksRun();
    }

    /** Does something to the cluster. */
    public void inject(Fault fault) {
        live(() -> lab.inject(fault));
    }

    /** Ends a fault. */
    public void heal(long number) {
        live(() -> lab.heal(number));
    }

    /** Ends the plan and all faults, and starts what is down. */
    public void healEverything() {
        live(lab::heal);
    }

    /** Begins one of the plans that come with the application, by a seed of chance, which is shown. */
    public void runPlan(String name) {
        live(() -> lab.runPlan(BundledPlans.load(name, members()), chance.nextInt(SEEDS)));
    }

    /** Begins a plan of the user's, by a seed of chance. */
    public void openPlan(Path file) {
        live(() -> {
            try {
                return lab.runPlan(FaultPlanReader.read(file, members()), chance.nextInt(SEEDS));
            } catch (YamlFileException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }

    /** Writes what was done to the cluster so far into a file, as a plan that does it again. */
    public void savePlan(Path file) {
        live(() -> lab.faultsSoFar().thenAccept(plan -> {
            try {
                Files.writeString(file, FaultPlanWriter.write(plan));
            } catch (IOException e) {
                throw new ActionFailure(
                        "%s cannot be written: %s; choose another place".formatted(file, e.getMessage()));
            }
        }));
    }

    /** No plan decides any more. */
    public void endPlan() {
        live(lab::endPlan);
    }

    private void live(Supplier<? extends CompletableFuture<?>> command) {
        if (!clocksRun().get()) {
            state.report(new Banner("The clocks are stopped.", "Press Go live first."));
        } else {
            state.outcome(command.get());
        }
    }

    /** Returns the possible targets of faults. */
    public Members members() {
        Snapshot snapshot = state.shownProperty().get();
        return new Members(
                snapshot.nodes().stream().map(NodeState::id).toList(),
                snapshot.gateways().stream().map(GatewayState::id).toList());
    }

    /** Returns whether the nodes keep their stores on disk. */
    public boolean hasDisks() {
        Scenario scenario = state.scenarioProperty().get();
        return scenario != null && scenario.cluster().store() == StoreKind.DISK;
    }

    /** The names of the plans that come with the application. */
    public List<String> plans() {
        return BundledPlans.names();
    }

    /** Returns what a live cluster shows; null: the clocks stand still, or it was not looked at yet. */
    public ReadOnlyObjectProperty<LiveState> stateProperty() {
        return state.liveProperty();
    }

    /** Returns whether the clocks are being let go or stopped. */
    public ReadOnlyBooleanProperty switchingProperty() {
        return switching.getReadOnlyProperty();
    }

    /** The clusters' own state, for what has to know whether one stands. */
    public ReadOnlyObjectProperty<LabStatus> statusProperty() {
        return state.statusProperty();
    }
}
