package sosad.app.lab;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.history.PersistentList;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Scenario;

/**
 * A run in steps as a value, which can be repeated anywhere: see {@link SimulatedRun}.
 *
 * @param scenario the scenario that is played
 * @param inputs everything that was done, by the scenario and by hand, in order
 * @param history what came of it
 * @param lived the stretches in which the nodes ran by their own clocks, in order; these no one can repeat
 */
public record PlayedRun(Scenario scenario, List<RunRecord.Done> inputs, History history, List<LivedStretch> lived) {
    public PlayedRun {
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(history);
        inputs = PersistentList.copyOf(inputs);
        lived = List.copyOf(lived);
    }

    /** A run that was played in steps throughout. */
    public PlayedRun(Scenario scenario, List<RunRecord.Done> inputs, History history) {
        this(scenario, inputs, history, List.of());
    }

    /**
     * Returns the run up to an event: its history, and the inputs that were over by then.
     *
     * @throws IndexOutOfBoundsException if there is no such event
     */
    public PlayedRun upTo(int event) {
        Objects.checkIndex(event, history.size());
        return new PlayedRun(
                scenario,
                inputs.stream().filter(done -> done.after().index() <= event).toList(),
                history.first(event + 1),
                lived.stream().filter(stretch -> stretch.begin() <= event).toList());
    }

    /** Returns the last event of a step, by its number; empty if the run has no such step. */
    public Optional<Integer> endOfStep(int step) {
        int last = -1;
        for (int event = 0; event < history.size(); event++) {
            if (history.at(event).step() == step) {
                last = event;
            }
        }
        return last < 0 ? Optional.empty() : Optional.of(last);
    }

    /** Returns what was done as a scenario that does it again. */
    public RecordedScenario.Recorded recorded() {
        return RecordedScenario.of(scenario, history, inputs);
    }
}
