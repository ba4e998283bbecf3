package sosad.app.viewmodel.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.app.viewmodel.Script;

/**
 * The narration of a moment.
 *
 * @param title the heading; may be empty
 * @param blocks the text; may be empty
 * @param doubt why the text need not be true, if the run has left the lesson
 * @param outcome what has become of the lesson's expectations, at its end
 */
public record Narration(String title, List<Markdown.Block> blocks, Optional<String> doubt, Optional<Outcome> outcome) {
    /**
     * What has become of a lesson's expectations, at its end.
     *
     * @param sentence that, in a sentence
     * @param firstNotMet the index of the moment that shows the first one that is not met
     */
    public record Outcome(String sentence, OptionalInt firstNotMet) {
        /** As long as one gets that is to be found in one look. */
        private static final Outcome LONG =
                new Outcome("99 of 99 expectations are not met, the first at T = 999.", OptionalInt.of(0));

        private static Optional<Outcome> of(Scenario scenario, History history) {
            Judgements judgements = Judgements.of(scenario, history);
            OptionalInt moment = judgements.firstNotMet().map(Judgement::moment).orElse(OptionalInt.empty());
            return judgements.isEmpty() ? Optional.empty() : Optional.of(new Outcome(judgements.sentence(), moment));
        }
    }

    private static final String OFF_SCRIPT =
            "Off script: this is what the lesson says; since then something else has happened.";

    private static final String VOID =
            "Void: a step could not be carried out as the lesson says. Back or Restart makes it good.";

    private static final String BY_HAND =
            "A step of your own. Its messages wait in flight: deliver, drop or hold them.";

    private static final String RECORDED = """
            %s. This is what they recorded: every write, sending and arrival is a moment. Processes cannot begin in \
            the middle of it; what is done by hand goes on from its end.""";

    private static final String STOPPED =
            "What was on its way, if anything, is held: deliver it or drop it. Go on step by step, or let the clocks run again.";

    private static final String LIVE = """
            The nodes run by their own clocks: they push what clients write at once, sync every second, and messages \
            pass by themselves. Write something with the **Client**, or let something go wrong under **Faults**: a \
            link, a node, or everything by **Chaos**.

            **Stop clocks** holds what is on its way, and steps can be played again.""";

    public Narration {
        blocks = List.copyOf(blocks);
    }

    /** A narration that is true. */
    private Narration(String title, String text) {
        this(title, Markdown.parse(text), Optional.empty(), Optional.empty());
    }

    /**
     * The narration of the step that {@code snapshot} belongs to, as far as the step is; at the start what the scenario
     * is about.
     */
    public static Narration of(Scenario scenario, History history, Snapshot snapshot) {
        if (snapshot.step() == 0) {
            return new Narration(scenario.title(), scenario.about().orElse(""));
        }
        return Script.step(scenario, history, snapshot)
                .map(step -> of(step, snapshot).with(outcome(scenario, history, snapshot)))
                .orElseGet(() -> offScript(history, snapshot));
    }

    private static Optional<Outcome> outcome(Scenario scenario, History history, Snapshot snapshot) {
        boolean isEnd = snapshot.phase() == Phase.DELIVERED
                && snapshot.begun() == scenario.steps().size();
        return isEnd ? Outcome.of(scenario, history.first(snapshot.index() + 1)) : Optional.empty();
    }

    private Narration with(Optional<Outcome> newOutcome) {
        return new Narration(title, blocks, doubt, newOutcome);
    }

    private static Narration offScript(History history, Snapshot snapshot) {
        if (snapshot.isLive()) {
            return new Narration("Live", LIVE);
        }
        if (snapshot.isLived()) {
            return new Narration("Recorded", recorded(history, snapshot));
        }
        boolean clocksRan = history.before(snapshot)
                .filter(before -> before.isLive() || before.isLived())
                .isPresent();
        return clocksRan ? new Narration("The clocks have stopped", STOPPED) : new Narration("By hand", BY_HAND);
    }

    /** The title of the live step says from when on there is every message. */
    private static String recorded(History history, Snapshot snapshot) {
        int opened = snapshot.index();
        while (opened > 0 && !(history.at(opened).what() instanceof RunEvent.StepOpened)) {
            opened--;
        }
        return history.at(opened).what() instanceof RunEvent.StepOpened step
                ? RECORDED.formatted(step.title().orElse(""))
                : "";
    }

    /** Returns the narration of a live cluster: that of its plan, or what can be done. */
    public static Narration of(LiveState live) {
        return live.plan()
                .map(plan -> new Narration(plan.title(), last(plan.said())))
                .orElseGet(() -> new Narration("Live", LIVE));
    }

    /** The Faults pane shows what was said before. */
    private static String last(List<String> said) {
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }

    /** Returns every narration of every step, the last one's with an outcome as long as it gets, if it has one. */
    public static List<Narration> ofSteps(Scenario scenario) {
        return scenario.steps().stream()
                .flatMap(step -> Stream.of(of(step, step.said(false)), ended(scenario, step)))
                .distinct()
                .toList();
    }

    private static Narration ended(Scenario scenario, Step step) {
        boolean isLast = step.equals(scenario.steps().get(scenario.steps().size() - 1));
        boolean claims = scenario.steps().stream()
                .anyMatch(one -> !Judgements.claims(one).isEmpty());
        return of(step, step.said(true)).with(isLast && claims ? Optional.of(Outcome.LONG) : Optional.empty());
    }

    private static Narration of(Step step, Snapshot snapshot) {
        Narration said = of(step, step.said(snapshot.phase() == Phase.DELIVERED));
        return new Narration(said.title, said.blocks, doubt(snapshot.script()), Optional.empty());
    }

    private static Narration of(Step step, Optional<String> text) {
        return new Narration(step.title().orElse(""), text.orElse(""));
    }

    private static Optional<String> doubt(ScriptStatus script) {
        return switch (script) {
            case ON_SCRIPT -> Optional.empty();
            case OFF_SCRIPT -> Optional.of(OFF_SCRIPT);
            case VOID -> Optional.of(VOID);
        };
    }

    /** Returns whether there is nothing to tell. */
    public boolean isEmpty() {
        return title.isEmpty() && blocks.isEmpty() && outcome.isEmpty();
    }
}
