package sosad.app.viewmodel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import sosad.app.history.History;
import sosad.app.lab.Lab;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.model.NodeId;

/**
 * Brings what the lab tells on its own thread to the thread of the window: however much happens between two looks, one
 * piece of news is handed over, and the lab never waits.
 */
public final class FxLabListener implements Lab.Listener {
    private final Executor looks;
    private Consumer<LabUpdate> reader = news -> {};
    private Optional<String> opening = Optional.empty();
    private Optional<History> meanwhile = Optional.empty();
    private Optional<Scenario> opened = Optional.empty();
    private Optional<History> history = Optional.empty();
    private Optional<LiveState> live = Optional.empty();
    private Optional<Map<NodeId, Health>> healths = Optional.empty();
    private final Deque<Banner> failures = new ArrayDeque<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private boolean scheduled;

    /** @param looks runs what it is given on the window's thread, once it is worth looking */
    public FxLabListener(Executor looks) {
        this.looks = looks;
    }

    synchronized void readBy(Consumer<LabUpdate> newReader) {
        reader = newReader;
    }

    @Override
    public void opening(Scenario scenario, String what, Optional<History> record) {
        note(() -> {
            opening = Optional.of(what);
            meanwhile = record;
            opened = Optional.empty();
            history = Optional.empty();
            live = Optional.empty();
            healths = Optional.of(Map.of());
        });
    }

    @Override
    public void opened(Scenario scenario, History newHistory) {
        note(() -> {
            opening = Optional.empty();
            meanwhile = Optional.empty();
            opened = Optional.of(scenario);
            history = Optional.of(newHistory);
            live = Optional.empty();
        });
    }

    @Override
    public void happened(History newHistory) {
        note(() -> {
            history = Optional.of(newHistory);
            live = Optional.empty();
        });
    }

    @Override
    public void lived(History newHistory, LiveState state) {
        note(() -> {
            history = Optional.of(newHistory);
            live = Optional.of(state.after(live));
        });
    }

    @Override
    public void healthChanged(Map<NodeId, Health> newHealths) {
        note(() -> healths = Optional.of(newHealths));
    }

    @Override
    public void failed(String what, String remedy) {
        note(() -> add(failures, new Banner(what, remedy)));
    }

    @Override
    public void logged(String line) {
        note(() -> add(lines, line));
    }

    private void note(Runnable change) {
        boolean first;
        synchronized (this) {
            change.run();
            first = !scheduled;
            scheduled = true;
        }
        if (first) {
            looks.execute(this::handOver);
        }
    }

    /** Hands over what there is, now. Called on the window's thread. */
    void handOver() {
        LabUpdate news;
        Consumer<LabUpdate> to;
        synchronized (this) {
            news = take();
            scheduled = false;
            to = reader;
        }
        to.accept(news);
    }

    private LabUpdate take() {
        LabUpdate news = new LabUpdate(
                opening, meanwhile, opened, history, live, healths, List.copyOf(failures), List.copyOf(lines));
        opening = Optional.empty();
        meanwhile = Optional.empty();
        opened = Optional.empty();
        history = Optional.empty();
        live = Optional.empty();
        healths = Optional.empty();
        failures.clear();
        lines.clear();
        return news;
    }

    /** The end of a long list is what is looked at; a flood of lines is cut off here already. */
    private static <T> void add(Deque<T> list, T added) {
        if (list.size() == LogViewModel.MAX_LINES) {
            list.removeFirst();
        }
        list.addLast(added);
    }
}
