package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.watch.BreakpointHit;

/** Remembers what a lab tells, for tests to wait for. */
final class RecordedEvents implements Consumer<LabEvent> {
    private final BlockingQueue<Snapshot> snapshots = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiveState> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<BreakpointHit> hits = new LinkedBlockingQueue<>();
    private volatile History history;
    private volatile Scenario scenario;
    private volatile RunTree tree;

    @Override
    public void accept(LabEvent event) {
        if (event instanceof LabEvent.Opening) {
            snapshots.clear();
        } else if (event instanceof LabEvent.Opened opened) {
            scenario = opened.scenario();
            history = opened.history();
        } else if (event instanceof LabEvent.Happened happened) {
            history = happened.history();
            snapshots.add(history.present());
        } else if (event instanceof LabEvent.BranchesChanged changed) {
            tree = changed.tree();
        } else if (event instanceof LabEvent.LiveUpdate lived) {
            history = lived.history();
            snapshots.add(history.present());
            states.add(lived.state());
        } else if (event instanceof LabEvent.BreakpointsHit stopped) {
            hits.addAll(stopped.hits());
        } else if (event instanceof LabEvent.Differed differed) {
            failures.add(differed.difference().sentence());
        } else if (event instanceof LabEvent.Failed failed) {
            failures.add(failed.what());
        } else if (event instanceof LabEvent.Logged logged) {
            lines.add(logged.line());
        }
    }

    /** Waits for a look at a live cluster that shows this, among those told and not looked at. */
    LiveState awaitLive(Predicate<LiveState> wanted) throws InterruptedException {
        while (true) {
            LiveState state = states.poll(20, TimeUnit.SECONDS);
            if (state == null) {
                throw new AssertionError("the state waited for did not come");
            }
            if (wanted.test(state)) {
                return state;
            }
        }
    }

    /** Waits for a breakpoint to be hit. */
    BreakpointHit awaitHit() throws InterruptedException {
        BreakpointHit hit = hits.poll(20, TimeUnit.SECONDS);
        if (hit == null) {
            throw new AssertionError("no breakpoint was hit");
        }
        return hit;
    }

    /** Returns whether a line of the log, among those told and not looked at, contains these words. */
    boolean hasLine(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    /** Waits for a line of the log that begins so, among those told and not looked at. */
    String awaitLine(String beginning) throws InterruptedException {
        String line = "";
        List<String> others = new ArrayList<>();
        while (!line.startsWith(beginning)) {
            line = lines.poll(20, TimeUnit.SECONDS);
            others.add(line);
            if (line == null) {
                throw new AssertionError("no line begins with \"" + beginning + "\", but there are: " + others);
            }
        }
        return line;
    }

    History history() {
        return history;
    }

    /** Returns the branches as they were told last. */
    RunTree tree() {
        return tree;
    }

    Snapshot present() {
        return history.present();
    }

    /** Waits for a moment of this kind among those that are told from now on or were told and not looked at. */
    Snapshot await(Predicate<Snapshot> wanted) throws InterruptedException {
        while (true) {
            Snapshot snapshot = snapshots.poll(20, TimeUnit.SECONDS);
            if (snapshot == null) {
                throw new AssertionError("the moment waited for did not come; the last was " + present());
            }
            if (wanted.test(snapshot)) {
                return snapshot;
            }
        }
    }

    String nextFailure() throws InterruptedException {
        return failures.poll(20, TimeUnit.SECONDS);
    }

    /** Returns the failures that were told and not waited for. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns the scenario that is open. */
    Scenario scenario() {
        return scenario;
    }

    boolean hasFailure() {
        return !failures.isEmpty();
    }

    /** Returns what was told and not waited for. */
    List<Snapshot> told() {
        return List.copyOf(snapshots);
    }
}
