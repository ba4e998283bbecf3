package sosad.app.explain.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sosad.app.lab.FairEnd;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;

/** Plays a run in plain words in memory and writes it down: each message by its place, without what fails. */
final class Replay {
    private static final int NONE = -1;

    private final SimulatedRun run;
    private final MessagePlaces places;
    private final List<Step> written;
    private final Set<Integer> done = new HashSet<>();
    private int followed;

    /** A replay that has not begun. */
    Replay(PlainRun plain) {
        this.run = SimulatedRun.of(plain.empty());
        this.places = new MessagePlaces();
        this.written = new ArrayList<>();
    }

    private Replay(Replay same) {
        this.run = same.run.copy();
        this.places = same.places.copy();
        this.written = new ArrayList<>(same.written);
        this.followed = same.followed;
    }

    /** Returns a replay that goes on from here by itself. */
    Replay copy() {
        return new Replay(this);
    }

    /** Plays the next step to its end. */
    void play(PlainStep step) {
        done.clear();
        run.run().beginStep();
        follow(NONE);
        List<Action> actions = perform(step.actions());
        List<Action> inFlight = perform(step.inFlight());
        while (run.run().deliverNext()) {
            // deliverNext does the work
        }
        follow(NONE);
        written.add(new Step(step.time(), step.title(), Optional.empty(), Optional.empty(), actions, inFlight));
    }

    private List<Action> perform(List<PlainAction> plain) {
        List<Action> performed = new ArrayList<>();
        for (PlainAction action : plain) {
            place(action).filter(this::act).ifPresent(placed -> {
                performed.add(placed);
                done.add(action.id());
            });
            follow(action.id());
        }
        return performed;
    }

    /** Returns the action with the present place of its message; empty if that is not there. */
    private Optional<Action> place(PlainAction plain) {
        if (plain.message().isEmpty()) {
            return Optional.of(plain.action());
        }
        OptionalInt nth =
                places.nth(run.present(), plain.action(), plain.message().get());
        return nth.isEmpty() ? Optional.empty() : Optional.of(PlainAction.at(plain.action(), nth.getAsInt()));
    }

    private boolean act(Action action) {
        try {
            run.run().act(action);
            return true;
        } catch (ActionFailure e) {
            return false; // and it has changed nothing
        }
    }

    private void follow(int action) {
        for (int size = run.history().size(); followed < size; followed++) {
            places.follow(run.history().at(followed), action);
        }
    }

    /** Returns whether this action was carried out in the last step. */
    boolean hasDone(int action) {
        return done.contains(action);
    }

    /** Returns the standing at the end of a step, see {@link Standing}. */
    long standing(int step) {
        return Standing.of(step, run, places);
    }

    /** How much has happened. */
    int events() {
        return run.history().size();
    }

    /** How many entries the nodes hold. */
    int entries() {
        return run.present().nodes().stream()
                .mapToInt(node -> node.entries().size())
                .sum();
    }

    /** Returns what the fair continuation leads to; this replay is of no use afterwards. */
    FairEnd end() {
        return run.continueFairly();
    }

    /** The steps played so far, in the words of a file. */
    Scenario written(String title, PlainRun plain) {
        return new Scenario(title, Optional.empty(), plain.cluster(), written);
    }
}
