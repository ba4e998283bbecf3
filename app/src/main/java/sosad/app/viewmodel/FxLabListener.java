package sosad.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import sosad.app.lab.LabEvent;
import sosad.app.lab.LabEvent.BranchesChanged;
import sosad.app.lab.LabEvent.BreakpointsChanged;
import sosad.app.lab.LabEvent.BreakpointsHit;
import sosad.app.lab.LabEvent.Differed;
import sosad.app.lab.LabEvent.Failed;
import sosad.app.lab.LabEvent.Happened;
import sosad.app.lab.LabEvent.HealthChanged;
import sosad.app.lab.LabEvent.LiveUpdate;
import sosad.app.lab.LabEvent.Logged;
import sosad.app.lab.LabEvent.Opened;
import sosad.app.lab.LabEvent.Opening;
import sosad.app.viewmodel.history.LogViewModel;

/**
 * Brings what the lab tells on its own thread to the thread of the window: however much happens between two looks, what
 * is out of date by then is left out, and the lab never waits.
 */
public final class FxLabListener implements Consumer<LabEvent> {
    private final Executor pulse;
    private Consumer<LabEvent> reader = event -> {};
    private final List<LabEvent> unseen = new ArrayList<>();
    private boolean scheduled;

    /** @param pulse runs what it is given on the window's thread, once it is worth looking */
    public FxLabListener(Executor pulse) {
        this.pulse = pulse;
    }

    synchronized void readBy(Consumer<LabEvent> newReader) {
        reader = newReader;
    }

    @Override
    public void accept(LabEvent event) {
        boolean first;
        synchronized (this) {
            note(event);
            first = !scheduled;
            scheduled = true;
        }
        if (first) {
            pulse.execute(this::handOver);
        }
    }

    private void note(LabEvent event) {
        LabEvent noted = event;
        if (event instanceof Opening) {
            drop(Set.of(
                    Opening.class,
                    Opened.class,
                    Happened.class,
                    LiveUpdate.class,
                    HealthChanged.class,
                    Differed.class,
                    BreakpointsHit.class));
            unseen.add(new HealthChanged(Map.of()));
        } else if (event instanceof Opened) {
            drop(Set.of(Opening.class, Opened.class, Happened.class, LiveUpdate.class));
        } else if (event instanceof Happened) {
            drop(Set.of(Happened.class, LiveUpdate.class));
        } else if (event instanceof LiveUpdate lived) {
            noted = unseen.stream()
                    .filter(LiveUpdate.class::isInstance)
                    .map(earlier -> lived.after((LiveUpdate) earlier))
                    .findFirst()
                    .orElse(lived);
            drop(Set.of(Happened.class, LiveUpdate.class));
        } else if (event instanceof HealthChanged
                || event instanceof BranchesChanged
                || event instanceof BreakpointsChanged) {
            drop(Set.of(event.getClass()));
        } else if (event instanceof BreakpointsHit && unseen.stream().anyMatch(BreakpointsHit.class::isInstance)) {
            return; // of a flood of hits the first one is told
        } else if (event instanceof Failed || event instanceof Logged) {
            dropFirstOfMany(event.getClass());
        }
        unseen.add(noted);
    }

    private void drop(Set<Class<?>> outOfDate) {
        unseen.removeIf(event -> outOfDate.contains(event.getClass()));
    }

    /** The end of a long list is what is looked at; a flood of lines is cut off here already. */
    private void dropFirstOfMany(Class<?> kind) {
        if (unseen.stream().filter(kind::isInstance).count() == LogViewModel.MAX_LINES) {
            unseen.remove(unseen.stream().filter(kind::isInstance).findFirst().orElseThrow());
        }
    }

    /** Hands over what there is, now. Called on the window's thread. */
    void handOver() {
        List<LabEvent> events;
        Consumer<LabEvent> to;
        synchronized (this) {
            events = List.copyOf(unseen);
            unseen.clear();
            scheduled = false;
            to = reader;
        }
        events.forEach(to);
    }
}
