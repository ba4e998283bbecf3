package sosad.app.viewmodel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.lab.BranchId;
import sosad.app.lab.BreakpointLab.RunOnEnd;
import sosad.app.lab.Lab;
import sosad.app.lab.RunTree;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointState;
import sosad.protocol.Rules;

/** Plays the scenario: Next, Back, Restart and Play. */
public final class PlaybackViewModel {
    /** Controls that say "wait" for less than this would only flicker. */
    private static final Duration BRIEF = Duration.ofMillis(150);

    private static final Duration PAUSE_IN_FLIGHT = Duration.ofMillis(1_500);
    private static final Duration PAUSE_AFTER_STEP = Duration.ofMillis(2_500);
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Four words a second: an unhurried reader, who looks at the stage meanwhile. */
    private static final long MILLIS_A_WORD = 250;

    private final LabViewModel state;
    private final Lab lab;
    private final Motion motion;
    private final BooleanProperty stopInFlight = new SimpleBooleanProperty(true);
    private final BooleanProperty stepReads = new SimpleBooleanProperty();
    private final BooleanProperty animated = new SimpleBooleanProperty(true);
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busyForLong = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper delivering = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper runningOn = new ReadOnlyBooleanWrapper();
    private final ObjectBinding<NextStep> nextStep;
    private final ObjectBinding<NextStep> nextLabel;
    private final StringBinding position;
    private final BooleanBinding atStart;
    private int deliveryRound;
    private int playRound;
    private String read = "";
    private int busyRound;
    private int stops;
    private AtomicBoolean runsOn = new AtomicBoolean();

    public PlaybackViewModel(LabViewModel state, Lab lab, Motion motion) {
        this.state = state;
        this.lab = lab;
        this.motion = motion;
        state.beforeLeaving(this::halt);
        state.hitsProperty().addListener((property, old, hits) -> {
            stops++;
            halt();
        });
        nextStep = next(busy);
        nextLabel = next(busyForLong);
        atStart = Bindings.createBooleanBinding(
                () -> nextStep.get().isPossible()
                        && state.historyProperty().get().present().phase() == Phase.START,
                nextStep,
                state.historyProperty());
        position = Bindings.createStringBinding(this::describePosition, state.shownProperty(), state.statusProperty());
    }

    private ObjectBinding<NextStep> next(ReadOnlyBooleanWrapper waits) {
        return Bindings.createObjectBinding(
                () -> decideNext(waits.get()),
                state.statusProperty(),
                state.historyProperty(),
                state.pastProperty(),
                waits,
                delivering);
    }

    /** Does what {@link #nextStepProperty} says. */
    public void next() {
        playing.set(false);
        advance();
    }

    private CompletionStage<Void> advance() {
        state.dismissNote();
        return switch (nextStep.get()) {
            case BEGIN -> beginStep();
            case DELIVER -> deliverAll();
            case HURRY, END_STEP -> finishStep();
            case SHOW_PRESENT -> {
                state.showPresent();
                yield done();
            }
            case WAIT, NOT_OPEN, NOTHING, LIVE -> done();
        };
    }

    /** Goes back to the stop before. */
    public void back() {
        halt();
        if (!busy.get() && canGoBack()) {
            whileBusy(lab.back(stopInFlight.get()));
        }
    }

    /** Goes forward to the next stop of the present branch, where Back has left one behind. */
    public void forward() {
        halt();
        if (!busy.get() && canGoForward()) {
            whileBusy(lab.forward(stopInFlight.get()));
        }
    }

    /** Goes to an event of a branch, on fresh nodes. */
    public void jump(BranchId branch, int event) {
        halt();
        if (!busy.get() && state.statusProperty().get() == LabStatus.READY) {
            setBusy();
            state.jump(branch, event).whenComplete((nothing, failure) -> setIdle());
        }
    }

    /** Goes to the moment shown, which is past. */
    public void standHere() {
        if (state.pastProperty().get() && !state.lockedProperty().get()) {
            jump(state.treeProperty().get().at(), state.shownProperty().get().index());
        }
    }

    /** Starts the scenario again on a fresh cluster. */
    public void restart() {
        halt();
        if (!busy.get() && state.statusProperty().get() != LabStatus.NONE) {
            setBusy();
            state.restart().whenComplete((nothing, failure) -> setIdle());
        }
    }

    /**
     * Plays the same under other rules, up to the same moment.
     *
     * @param rules makes the rules; throws {@link IllegalArgumentException} with words for the user if the protocol
     *     forbids them
     */
    public void playUnder(Supplier<Rules> rules) {
        if (busy.get() || state.statusProperty().get() != LabStatus.READY) {
            return;
        }
        halt();
        try {
            Rules wanted = rules.get();
            if (state.historyProperty().get().hasLived()) {
                state.report(new Banner(
                        "The nodes ran by their own clocks, which cannot be repeated.",
                        "Restart, then choose the rule."));
            } else if (!wanted.equals(state.scenarioProperty().get().cluster().rules())) {
                setBusy();
                state.playUnder(wanted).whenComplete((nothing, failure) -> setIdle());
            }
        } catch (IllegalArgumentException e) {
            state.report(
                    new Banner("These rules do not go together: " + e.getMessage() + ".", "Change the other first."));
        }
    }

    /** Presses Next again and again, or stops doing so. */
    public void togglePlay() {
        if (playing.get()) {
            playing.set(false);
        } else if (nextStep.get().isPossible()) {
            playing.set(true);
            playOn(++playRound);
        }
    }

    /** Plays on without motion until a breakpoint is hit or the scenario is over, or stops doing so. */
    public void toggleRunOn() {
        if (runningOn.get()) {
            runsOn.set(false);
        } else {
            runOn(Optional.empty());
        }
    }

    /**
     * Plays on without motion until a breakpoint is hit or the scenario is over.
     *
     * @param until one more breakpoint, for this time alone
     */
    public void runOn(Optional<Breakpoint> until) {
        if (busy.get() || !(nextStep.get().isPossible() || until.isPresent())) {
            return;
        }
        halt();
        state.dismissNote();
        state.showPresent();
        AtomicBoolean own = new AtomicBoolean(true);
        runsOn = own;
        runningOn.set(true);
        whileBusy(lab.runOn(until, own::get)).whenComplete((end, failure) -> {
            runningOn.set(false);
            if (failure == null && end.reason() == RunOnEnd.Reason.END) {
                tellEnd(until);
            }
        });
    }

    private void tellEnd(Optional<Breakpoint> until) {
        boolean isWatched = state.breakpointsProperty().get().stream().anyMatch(BreakpointState::on);
        if (until.isPresent() || isWatched) {
            String what = until.map(one -> "“%s” was not hit.".formatted(one)).orElse("No breakpoint was hit.");
            state.report(Banner.note("Played to the end. " + what, Optional.empty()));
        }
    }

    /** Stops playing, playing on and delivering. */
    public void halt() {
        runsOn.set(false);
        playing.set(false);
        deliveryRound++;
        delivering.set(false);
    }

    /** Pausing, or pausing and playing again, begins another round of playing. */
    private void playOn(int round) {
        advance().thenCompose(nothing -> motion.pause(pauseNow())).whenComplete((nothing, failure) -> {
            if (!playing.get() || round != playRound) {
                return;
            }
            if (failure == null && nextStep.get().isPossible()) {
                playOn(round);
            } else {
                playing.set(false);
            }
        });
    }

    /** Returns how long what is shown now is to be seen: as long as its text takes to read, if that is new. */
    private Duration pauseNow() {
        Duration least = present().phase() == Phase.IN_FLIGHT ? PAUSE_IN_FLIGHT : PAUSE_AFTER_STEP;
        String text = Script.text(
                state.scenarioProperty().get(), state.historyProperty().get(), present());
        long reading = text.equals(read) ? 0 : WORD.matcher(text).results().count() * MILLIS_A_WORD;
        read = text;
        return Duration.ofMillis(Math.round(Math.max(least.toMillis(), reading) / speed.get()));
    }

    private CompletionStage<Void> beginStep() {
        int before = stops;
        return whileBusy(lab.beginStep()).thenCompose(begun -> {
            if (present().phase() != Phase.IN_FLIGHT || stops != before) {
                return done();
            }
            if (!isInFlight() && !(stopInFlight.get() && present().hasLost())) {
                return finishStep();
            }
            return stopInFlight.get() ? done() : deliverAll();
        });
    }

    private CompletionStage<Void> finishStep() {
        deliveryRound++;
        delivering.set(false);
        return whileBusy(lab.finishStep());
    }

    private CompletionStage<Void> deliverAll() {
        delivering.set(true);
        int round = ++deliveryRound;
        return state.outcome(lab.finishStep(() -> pace(round))).whenComplete((nothing, failure) -> {
            if (round == deliveryRound) {
                delivering.set(false);
            }
        });
    }

    /** Each message travels on screen first; hurrying, going back or restarting meanwhile begins another round. */
    private CompletionStage<Boolean> pace(int round) {
        return state.outcome(done())
                .thenCompose(shown -> round == deliveryRound ? travel() : done())
                .thenApply(arrived -> round == deliveryRound);
    }

    private CompletionStage<Void> travel() {
        List<Long> queue = present().queue();
        return present().actionsLeft() > 0 || queue.isEmpty() ? done() : motion.travel(queue.get(0));
    }

    private <T> CompletionStage<T> whileBusy(CompletableFuture<T> command) {
        setBusy();
        return state.outcome(command).whenComplete((nothing, failure) -> setIdle());
    }

    private void setBusy() {
        busy.set(true);
        int round = ++busyRound;
        motion.pause(BRIEF).thenRun(() -> busyForLong.set(busy.get() && round == busyRound));
    }

    private void setIdle() {
        busy.set(false);
        busyForLong.set(false);
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private Snapshot present() {
        return state.historyProperty().get().present();
    }

    private NextStep decideNext(boolean waits) {
        if (state.statusProperty().get() == LabStatus.OPENING || waits) {
            return NextStep.WAIT;
        } else if (state.statusProperty().get() != LabStatus.READY) {
            return NextStep.NOT_OPEN;
        } else if (state.pastProperty().get()) {
            return NextStep.SHOW_PRESENT;
        } else if (present().isLive()) {
            return NextStep.LIVE;
        } else if (delivering.get()) {
            return NextStep.HURRY;
        } else if (isInFlight()) {
            return NextStep.DELIVER;
        } else if (present().phase() == Phase.ACTING || (hasNextStep() && !isOnlyLost())) {
            return NextStep.BEGIN;
        }
        return present().phase() == Phase.IN_FLIGHT ? NextStep.END_STEP : NextStep.NOTHING;
    }

    /** Returns whether something is in flight, or the scenario does something there. */
    private boolean isInFlight() {
        return !present().queue().isEmpty() || present().actionsLeft() > 0;
    }

    /** Returns whether all that is left of the step can be delivered after all, but goes nowhere by itself. */
    private boolean isOnlyLost() {
        return present().phase() == Phase.IN_FLIGHT && present().hasLost();
    }

    private boolean hasNextStep() {
        return state.historyProperty().get().present().begun()
                < state.scenarioProperty().get().steps().size();
    }

    private boolean canGoBack() {
        return state.statusProperty().get() == LabStatus.READY
                && !state.historyProperty().get().hasLived()
                && present().phase() != Phase.START;
    }

    private boolean canGoForward() {
        RunTree tree = state.treeProperty().get();
        return state.statusProperty().get() == LabStatus.READY
                && tree != null
                && !present().isLive()
                && tree.inputs() < tree.present().run().inputs().size();
    }

    private String describePosition() {
        if (state.statusProperty().get() != LabStatus.READY) {
            return switch (state.statusProperty().get()) {
                case OPENING -> "starting";
                case GOING_BACK -> "going back";
                default -> "";
            };
        }
        return Script.position(
                state.scenarioProperty().get(), state.shownProperty().get(), !hasNextStep());
    }

    /** Returns what Next would do now. */
    public ObservableValue<NextStep> nextStepProperty() {
        return nextStep;
    }

    /**
     * Returns what the controls say that Next does: like {@link #nextStepProperty}, but a short wait is not worth a
     * word.
     */
    public ObservableValue<NextStep> nextLabelProperty() {
        return nextLabel;
    }

    /** Returns whether Back does anything, or will as soon as the cluster has done what it is doing. */
    public ObservableValue<Boolean> canGoBackProperty() {
        return Bindings.createBooleanBinding(
                () -> !busyForLong.get() && canGoBack(), state.statusProperty(), state.historyProperty(), busyForLong);
    }

    /** Returns whether there is something to go forward to. */
    public ObservableValue<Boolean> canGoForwardProperty() {
        return Bindings.createBooleanBinding(
                () -> !busyForLong.get() && canGoForward(), state.statusProperty(), state.treeProperty(), busyForLong);
    }

    /** Returns whether the scenario stands at its start, and nothing is being done. */
    public ObservableValue<Boolean> isAtStartProperty() {
        return atStart;
    }

    /** Returns whether Play does anything, or will in a moment: there is something to play, or to pause. */
    public ObservableValue<Boolean> canPlayProperty() {
        return Bindings.createBooleanBinding(
                () -> playing.get() || nextLabel.get().isPossible(), playing, nextLabel);
    }

    /** Returns where the moment shown is in the scenario, such as "of 5 · in flight". */
    public ObservableValue<String> positionProperty() {
        return position;
    }

    /** Returns whether the scenario is played on without motion. */
    public ReadOnlyBooleanProperty runningOnProperty() {
        return runningOn.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Returns whether a step stops with its messages in flight. */
    public BooleanProperty stopInFlightProperty() {
        return stopInFlight;
    }

    /**
     * Returns whether reads by hand are stepped through: their questions, answers and repairs are messages in flight.
     */
    public BooleanProperty stepReadsProperty() {
        return stepReads;
    }

    /** Returns whether messages are seen travelling. */
    public BooleanProperty animatedProperty() {
        return animated;
    }

    /** 1 as measured, 2 twice as fast. */
    public DoubleProperty speedProperty() {
        return speed;
    }
}
