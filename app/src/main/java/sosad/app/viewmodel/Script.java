package sosad.app.viewmodel;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;

/** The position in a scenario; steps opened by hand do not count. */
public final class Script {
    /** The words beside the T of a live cluster, which is in milliseconds. */
    public static final String LIVE = "ms · live";

    private Script() {}

    /** The scenario's step that {@code snapshot} belongs to; empty at the start and in a step opened by hand. */
    public static Optional<Step> step(Scenario scenario, History history, Snapshot snapshot) {
        int before = history.before(snapshot).map(Snapshot::begun).orElse(0);
        return snapshot.begun() > before ? Optional.of(scenario.steps().get(snapshot.begun() - 1)) : Optional.empty();
    }

    /** Returns T at the end of the scenario. */
    public static long last(Scenario scenario) {
        return scenario.steps().isEmpty()
                ? scenario.cluster().rules().startTime()
                : scenario.steps().get(scenario.steps().size() - 1).time();
    }

    /** Returns everything that can be said of the position in a scenario that ends at {@code last}. */
    public static List<String> positions(long last) {
        return Stream.of("the start", "acting", "in flight", "the end", "delivered")
                .map(phase -> of(last, phase))
                .toList();
    }

    private static String of(long last, String phase) {
        return format("of %d · %s", last, phase);
    }

    /** Returns all that is to be read with {@code snapshot}, in one step of the scenario; nothing elsewhere. */
    static String text(Scenario scenario, History history, Snapshot snapshot) {
        return step(scenario, history, snapshot)
                .map(step -> step.title().orElse("") + " "
                        + step.said(snapshot.phase() == Phase.DELIVERED).orElse(""))
                .orElse("");
    }

    /** Such as "of 5 · in flight". */
    static String position(Scenario scenario, Snapshot snapshot, boolean atEnd) {
        long last = last(scenario);
        String phase =
                switch (snapshot.phase()) {
                    case START -> "the start";
                    case ACTING -> "acting";
                    case IN_FLIGHT -> "in flight";
                    case DELIVERED -> atEnd ? "the end" : "delivered";
                    case LIVE -> LIVE;
                    case LIVED -> "recorded";
                };
        return snapshot.time() > last ? phase : of(last, phase);
    }
}
