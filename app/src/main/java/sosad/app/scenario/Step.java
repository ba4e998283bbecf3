package sosad.app.scenario;

import java.util.List;
import java.util.Optional;

/**
 * One step of a scenario.
 *
 * @param time the time T to which the clocks are set
 * @param title its heading
 * @param say narration, Markdown
 * @param actions what is done, in order
 */
public record Step(long time, Optional<String> title, Optional<String> say, List<Action> actions) {
    public Step {
        actions = List.copyOf(actions);
    }
}
