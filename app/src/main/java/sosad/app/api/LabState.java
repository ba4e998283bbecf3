package sosad.app.api;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sosad.app.history.Snapshot;
import sosad.app.lab.LabEvent;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.model.NodeId;

/**
 * The latest state of a lab, for the API. Updated on the lab's thread, read on any. While a cluster is being started
 * those who ask wait for it: what was before is no more, and an error would only make them ask again.
 */
public final class LabState implements Consumer<LabEvent> {
    private static final long MAX_WAIT_SECONDS = 20;

    private final long maxWaitNanos;
    private Optional<Seen> seen = Optional.empty();
    private String whyNothing = "no scenario is open";
    private boolean coming;
    private boolean shown = true;

    public LabState() {
        this(Duration.ofSeconds(MAX_WAIT_SECONDS));
    }

    /** @param maxWait the longest that somebody waits for a cluster */
    LabState(Duration maxWait) {
        maxWaitNanos = maxWait.toNanos();
    }

    /** Returns a state that nobody sees before {@link #show}, which the window calls when it shows it itself. */
    public static LabState behindWindow() {
        LabState state = new LabState();
        state.shown = false;
        state.whyNothing = "the window is being opened";
        return state;
    }

    /** Lets it be seen from now on. */
    public synchronized void show() {
        if (!shown && seen.isEmpty() && !coming) {
            whyNothing = "no scenario is open";
        }
        shown = true;
        notifyAll();
    }

    /**
     * The state of an open scenario.
     *
     * @param scenario the scenario that is open
     * @param present the present moment
     * @param live the live state; empty in step mode and right after going live
     * @param healths what the supervisor thinks of every process
     */
    record Seen(Scenario scenario, Snapshot present, Optional<LiveState> live, Map<NodeId, Health> healths) {
        private Seen after(LabEvent event) {
            if (event instanceof LabEvent.Happened happened) {
                return new Seen(scenario, happened.history().present(), Optional.empty(), healths);
            } else if (event instanceof LabEvent.LiveUpdate lived) {
                return new Seen(scenario, lived.history().present(), Optional.of(lived.state()), healths);
            }
            return event instanceof LabEvent.HealthChanged changed
                    ? new Seen(scenario, present, live, changed.healths())
                    : this;
        }
    }

    /** @throws ApiError if no cluster stands ready */
    synchronized Seen seen() {
        long end = System.nanoTime() + maxWaitNanos;
        for (long left = maxWaitNanos; (coming || !shown) && left > 0; left = end - System.nanoTime()) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiError(ApiError.UNAVAILABLE, "the API is closing");
            }
        }
        return seen.filter(it -> shown).orElseThrow(() -> new ApiError(ApiError.UNAVAILABLE, whyNothing));
    }

    @Override
    public synchronized void accept(LabEvent event) {
        if (event instanceof LabEvent.Opening opening) {
            coming = true;
            whyNothing = opening.what();
            seen = Optional.empty();
        } else if (event instanceof LabEvent.Opened opened) {
            coming = false;
            seen = Optional.of(new Seen(opened.scenario(), opened.history().present(), Optional.empty(), Map.of()));
        } else if (event instanceof LabEvent.Failed failed && seen.isEmpty()) {
            coming = false;
            whyNothing = failed.what();
        } else if (!(event instanceof LabEvent.Logged)) { // which comes on any thread
            seen = seen.map(before -> before.after(event));
        }
        if (!coming) {
            notifyAll();
        }
    }
}
