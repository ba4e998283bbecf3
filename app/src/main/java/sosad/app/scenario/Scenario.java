package sosad.app.scenario;

import java.util.List;
import java.util.Optional;

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
}
