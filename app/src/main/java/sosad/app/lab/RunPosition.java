package sosad.app.lab;

import java.util.List;
import sosad.app.history.History;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.RunRecord.Done;
import sosad.app.scenario.ActionFailure;

/**
 * A place of a run at which one can stand: after some of its inputs, or between the actions of the step that the next
 * one begins.
 *
 * @param inputs how many inputs have been done
 * @param event the last event; if it comes after those of the inputs, the actions of the next step up to it are done
 */
record RunPosition(int inputs, int event) {
    static final RunPosition START = new RunPosition(0, 0);

    /** Returns the place after some of the inputs. */
    static RunPosition after(PlayedRun run, int inputs) {
        return new RunPosition(inputs, last(run, inputs));
    }

    private static int last(PlayedRun run, int inputs) {
        return inputs == 0 ? 0 : run.inputs().get(inputs - 1).after().index();
    }

    /**
     * Returns the first place at which an event has happened.
     *
     * @throws ActionFailure if there is no such event, or no way to stand there
     */
    static RunPosition of(Branch branch, int event) {
        PlayedRun run = branch.run();
        History history = run.history();
        if (event < 0 || event >= history.size()) {
            throw new ActionFailure("“%s” has the events 0 to %s; there is no event %s"
                    .formatted(branch.title(), history.size() - 1, event));
        }
        if (history.first(event + 1).hasLived()) {
            throw new ActionFailure(
                    "The nodes ran by their own clocks before that moment, which cannot be repeated; go to a moment before");
        }
        List<Done> inputs = run.inputs();
        int before = before(inputs, event);
        if (last(run, before) == event || before == inputs.size()) {
            return after(run, before);
        }
        Input next = inputs.get(before).input();
        boolean isInActions = next == Input.StepCommand.BEGIN_STEP || next instanceof Input.BeginPart;
        return isInActions ? new RunPosition(before, event) : after(run, before + 1);
    }

    /** Returns how many inputs were over when an event had happened. */
    private static int before(List<Done> inputs, int event) {
        int low = 0;
        for (int high = inputs.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (inputs.get(middle).after().index() <= event) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
