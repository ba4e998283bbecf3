package sosad.app.history;

import java.util.List;
import java.util.Optional;

/**
 * A step at its end: what {@code run} prints.
 *
 * @param time T
 * @param title the step's heading
 * @param nodes every node, in alphabetical order
 * @param messages those composed in this step and older ones whose fate has changed in it, in the order in which they
 *     were composed, with their fate now
 * @param failures the actions that could not be carried out, in words
 * @param expectations what was checked
 */
public record StepResult(
        long time,
        Optional<String> title,
        List<NodeState> nodes,
        List<Message> messages,
        List<String> failures,
        List<Happening.Checked> expectations) {
    public StepResult {
        nodes = List.copyOf(nodes);
        messages = List.copyOf(messages);
        failures = List.copyOf(failures);
        expectations = List.copyOf(expectations);
    }
}
