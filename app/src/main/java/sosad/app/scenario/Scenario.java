package sosad.app.scenario;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;
import java.util.Optional;
import sosad.protocol.Rules;

/**
 * One lesson, one test, one recorded run ({@code docs/scenarios.md}).
 *
 * @param title its name
 * @param about narration shown before the first step, Markdown
 * @param cluster the nodes and the rules they run under
 * @param steps the steps, their times strictly increasing
 */
public record Scenario(String title, Optional<String> about, ClusterPlan cluster, List<Step> steps) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /** Returns the same steps on a cluster under other rules. */
    public Scenario under(Rules others) {
        return new Scenario(title, about, cluster.under(others), steps);
    }

    /**
     * One step of a scenario.
     *
     * @param time the time T to which the clocks are set
     * @param title its heading
     * @param before narration while its messages are in flight, if it is another one, Markdown
     * @param say narration, Markdown
     * @param actions what is done, in order
     * @param inFlight what is done after that, in order, while the messages stand on their links
     */
    public record Step(
            long time,
            Optional<String> title,
            Optional<String> before,
            Optional<String> say,
            List<Action> actions,
            List<Action> inFlight) {
        /** @throws IllegalArgumentException if a message is handled before it is in flight */
        public Step {
            actions = List.copyOf(actions);
            inFlight = List.copyOf(inFlight);
            refuseIf(actions.stream().anyMatch(Action.Handle.class::isInstance), "no message is in flight yet");
        }

        /** Returns the narration that is true when the step is over, or until then. */
        public Optional<String> said(boolean isOver) {
            return isOver ? say : before.or(() -> say);
        }
    }
}
