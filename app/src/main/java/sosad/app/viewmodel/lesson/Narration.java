package sosad.app.viewmodel.lesson;

import java.util.List;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.app.viewmodel.Script;

/**
 * The narration of a moment.
 *
 * @param title the heading; may be empty
 * @param paragraphs the text; may be empty
 */
public record Narration(String title, List<Markdown.Paragraph> paragraphs) {
    /** The narration when nothing is open. */
    public static final Narration NONE = new Narration("", List.of());

    private static final String BY_HAND =
            "A step of your own. Its messages wait in flight: deliver, drop or hold them.";

    private static final String STOPPED =
            "What was on its way, if anything, is held: deliver it or drop it. Go on step by step, or let the clocks run again.";

    private static final String LIVE = """
            The nodes run by their own clocks: they push what clients write at once, sync every second, and messages \
            pass by themselves. Write something with the **Client**, or let something go wrong under **Faults**: a \
            link, a node, or everything by **Chaos**.

            **Stop clocks** holds what is on its way, and steps can be played again.""";

    public Narration {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The narration of the step that {@code snapshot} belongs to; at the start what the scenario is about. */
    public static Narration of(Scenario scenario, History history, Snapshot snapshot) {
        if (snapshot.step() == 0) {
            return new Narration(
                    scenario.title(), Markdown.parse(scenario.about().orElse("")));
        }
        return Script.step(scenario, history, snapshot)
                .map(Narration::of)
                .orElseGet(() -> offScript(history, snapshot));
    }

    private static Narration offScript(History history, Snapshot snapshot) {
        if (snapshot.phase() == Phase.LIVE) {
            return new Narration("Live", Markdown.parse(LIVE));
        }
        boolean clocksRan = history.before(snapshot)
                .filter(end -> end.phase() == Phase.LIVE)
                .isPresent();
        return clocksRan
                ? new Narration("The clocks have stopped", Markdown.parse(STOPPED))
                : new Narration("By hand", Markdown.parse(BY_HAND));
    }

    /** Returns the narration of a live cluster: that of its plan, or what can be done. */
    public static Narration of(LiveState live) {
        return live.plan()
                .map(plan -> new Narration(plan.title(), Markdown.parse(last(plan.said()))))
                .orElseGet(() -> new Narration("Live", Markdown.parse(LIVE)));
    }

    /** The Faults pane shows what was said before. */
    private static String last(List<String> said) {
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }

    /** The narration of every step. */
    public static List<Narration> ofSteps(Scenario scenario) {
        return scenario.steps().stream().map(Narration::of).toList();
    }

    private static Narration of(Step step) {
        return new Narration(step.title().orElse(""), Markdown.parse(step.say().orElse("")));
    }

    /** Returns whether there is nothing to tell. */
    public boolean isEmpty() {
        return title.isEmpty() && paragraphs.isEmpty();
    }
}
