package sosad.app.viewmodel;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;

/** The position in a scenario; steps opened by hand do not count. */
public final class Script {
    private Script() {}

    /** The scenario's step that {@code snapshot} belongs to; empty at the start and in a step opened by hand. */
    public static Optional<Step> step(Scenario scenario, History history, Snapshot snapshot) {
        int before = history.before(snapshot).map(Snapshot::begun).orElse(0);
        return snapshot.begun() > before ? Optional.of(scenario.steps().get(snapshot.begun() - 1)) : Optional.empty();
    }

    /** Such as "of 5 · in flight". */
    static String position(Scenario scenario, Snapshot snapshot, boolean atEnd) {
        long last = scenario.steps().isEmpty()
                ? scenario.cluster().rules().startTime()
                : scenario.steps().get(scenario.steps().size() - 1).time();
        String phase =
                switch (snapshot.phase()) {
                    case START -> "the start";
                    case ACTING -> "acting";
                    case IN_FLIGHT -> "in flight";
                    case DELIVERED -> atEnd ? "the end" : "delivered";
                    case LIVE -> "ms · live";
                };
        return snapshot.time() > last ? phase : format("of %d · %s", last, phase);
    }
}
