package sosad.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import sosad.app.history.History;
import sosad.app.play.Lab;
import sosad.app.play.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervise.Health;
import sosad.model.NodeId;

/**
 * Brings what the lab tells on its own thread to the thread of the window: however much happens between two looks, one
 * piece of news is handed over, and the lab never waits.
 */
public final class LabFeed implements Lab.Listener {
    private final Executor looks;
    private Consumer<News> reader = news -> {};
    private News pending = News.NONE;
    private boolean scheduled;

    /** @param looks runs what it is given on the window's thread, once it is worth looking */
    public LabFeed(Executor looks) {
        this.looks = looks;
    }

    synchronized void readBy(Consumer<News> newReader) {
        reader = newReader;
    }

    @Override
    public void opening(Scenario scenario, String what, Optional<History> meanwhile) {
        merge(old -> new News(
                Optional.of(what),
                meanwhile,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Map.of()),
                old.failures(),
                old.lines()));
    }

    @Override
    public void opened(Scenario scenario, History history) {
        merge(old -> new News(
                Optional.empty(),
                Optional.empty(),
                Optional.of(scenario),
                Optional.of(history),
                Optional.empty(),
                old.healths(),
                old.failures(),
                old.lines()));
    }

    @Override
    public void happened(History history) {
        merge(old -> new News(
                old.opening(),
                old.meanwhile(),
                old.opened(),
                Optional.of(history),
                Optional.empty(),
                old.healths(),
                old.failures(),
                old.lines()));
    }

    @Override
    public void lived(History history, LiveState state) {
        merge(old -> new News(
                old.opening(),
                old.meanwhile(),
                old.opened(),
                Optional.of(history),
                Optional.of(state.after(old.live())),
                old.healths(),
                old.failures(),
                old.lines()));
    }

    @Override
    public void judged(Map<NodeId, Health> healths) {
        merge(old -> new News(
                old.opening(),
                old.meanwhile(),
                old.opened(),
                old.history(),
                old.live(),
                Optional.of(healths),
                old.failures(),
                old.lines()));
    }

    @Override
    public void failed(String what, String remedy) {
        merge(old -> new News(
                old.opening(),
                old.meanwhile(),
                old.opened(),
                old.history(),
                old.live(),
                old.healths(),
                plus(old.failures(), new Banner(what, remedy)),
                old.lines()));
    }

    @Override
    public void logged(String line) {
        merge(old -> new News(
                old.opening(),
                old.meanwhile(),
                old.opened(),
                old.history(),
                old.live(),
                old.healths(),
                old.failures(),
                plus(old.lines(), line)));
    }

    private void merge(java.util.function.UnaryOperator<News> change) {
        boolean first;
        synchronized (this) {
            pending = change.apply(pending);
            first = !scheduled;
            scheduled = true;
        }
        if (first) {
            looks.execute(this::handOver);
        }
    }

    /** Hands over what there is, now. Called on the window's thread. */
    void handOver() {
        News news;
        Consumer<News> to;
        synchronized (this) {
            news = pending;
            pending = News.NONE;
            scheduled = false;
            to = reader;
        }
        to.accept(news);
    }

    /** The end of a long list is what is looked at; a flood of lines is cut off here already. */
    private static <T> List<T> plus(List<T> old, T added) {
        int from = Math.max(0, old.size() - LogViewModel.MOST_LINES + 1);
        List<T> longer = new ArrayList<>(old.subList(from, old.size()));
        longer.add(added);
        return longer;
    }
}
