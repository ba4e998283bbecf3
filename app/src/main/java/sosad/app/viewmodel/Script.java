package sosad.app.viewmodel;

import java.util.List;
import java.util.Optional;
import sosad.app.history.Happening;
import sosad.app.history.History;
import sosad.app.history.Moment;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Step;

/** How far a scenario has been played; steps opened by hand do not count. */
final class Script {
    private Script() {}

    /** The scenario's step that {@code moment} belongs to; empty at the start and in a step opened by hand. */
    static Optional<Step> step(Scenario scenario, History history, Moment moment) {
        int begun = 0;
        Optional<Step> step = Optional.empty();
        for (Moment each : history.moments().subList(0, moment.index() + 1)) {
            if (each.cause() instanceof Happening.StepOpened opened) {
                step = isNext(scenario.steps(), begun, opened)
                        ? Optional.of(scenario.steps().get(begun++))
                        : Optional.empty();
            }
        }
        return step;
    }

    /** How many of the scenario's steps have begun. */
    static int begun(Scenario scenario, History history) {
        int begun = 0;
        for (Moment each : history.moments()) {
            if (each.cause() instanceof Happening.StepOpened opened && isNext(scenario.steps(), begun, opened)) {
                begun++;
            }
        }
        return begun;
    }

    private static boolean isNext(List<Step> steps, int begun, Happening.StepOpened opened) {
        return begun < steps.size() && steps.get(begun).title().equals(opened.title());
    }

    /** Such as "of 5 · in flight". */
    static String position(Scenario scenario, Moment moment, boolean atEnd) {
        long last = scenario.steps().isEmpty()
                ? scenario.cluster().rules().startTime()
                : scenario.steps().get(scenario.steps().size() - 1).time();
        String phase =
                switch (moment.phase()) {
                    case START -> "the start";
                    case ACTING -> "acting";
                    case IN_FLIGHT -> "in flight";
                    case DELIVERED -> atEnd ? "the end" : "delivered";
                };
        return moment.time() > last ? phase : "of %d · %s".formatted(last, phase);
    }
}
