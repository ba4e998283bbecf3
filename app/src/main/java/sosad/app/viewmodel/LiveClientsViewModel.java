package sosad.app.viewmodel;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import sosad.app.lab.live.LiveLab;
import sosad.app.lab.live.LiveLoad;
import sosad.app.lab.live.LiveState;
import sosad.app.load.KeyDistribution.Zipf;
import sosad.app.load.LoadSettings;

/** The built-in clients of a live cluster: their rate, and how well they are served. */
public final class LiveClientsViewModel {
    /** The rates that can be chosen, in writes per second; so many reads come with them. */
    private static final List<Integer> RATES = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000);

    private static final int WRITES_PER_READ = 4;
    private static final int KEYS = 100;
    private static final Zipf ZIPF = new Zipf(Zipf.YCSB_THETA);

    /** A rate that is missed by no more than this is as wanted. */
    private static final double TOLERANCE = 0.1;

    private final LabViewModel state;
    private final LiveLab lab;
    private final ReadOnlyObjectWrapper<LoadSettings> wanted =
            new ReadOnlyObjectWrapper<>(settings(RATES.indexOf(100)));

    public LiveClientsViewModel(LabViewModel state, LiveLab lab) {
        this.state = state;
        this.lab = lab;
        state.liveProperty()
                .addListener((property, old, now) -> load().settings().ifPresent(wanted::set));
    }

    private static LoadSettings settings(int rate) {
        int writes = RATES.get(rate);
        return new LoadSettings(writes, writes / WRITES_PER_READ, KEYS);
    }

    private LiveLoad load() {
        return Optional.ofNullable(state.liveProperty().get())
                .map(LiveState::load)
                .orElse(LiveLoad.NONE);
    }

    /** Lets clients begin at a live cluster, or ends them. */
    public void toggle() {
        if (!state.clocksRun().get()) {
            state.report(new Banner("The clocks are stopped.", "Press Go live first: clients write at live nodes."));
        } else if (load().isRunning()) {
            state.outcome(lab.stopClients());
        } else {
            state.outcome(lab.setClients(wanted.get()));
        }
    }

    /** Chooses the next rate above or below the present one. */
    public void changeRate(boolean up) {
        int now = wanted.get().writesPerSecond();
        int next = up
                ? (int) RATES.stream().filter(rate -> rate <= now).count()
                : (int) RATES.stream().filter(rate -> rate < now).count() - 1;
        if (next < 0 || next >= RATES.size()) {
            return;
        }
        LoadSettings step = settings(next);
        want(new LoadSettings(
                step.writesPerSecond(),
                step.readsPerSecond(),
                wanted.get().keys(),
                wanted.get().zipf()));
    }

    /** Lets clients ask for a few keys most often, by Zipf's law, or for all alike. */
    public void toggleZipf() {
        LoadSettings now = wanted.get();
        Optional<Zipf> other = now.zipf().isPresent() ? Optional.empty() : Optional.of(ZIPF);
        want(new LoadSettings(now.writesPerSecond(), now.readsPerSecond(), now.keys(), other));
    }

    private void want(LoadSettings settings) {
        wanted.set(settings);
        if (load().isRunning()) {
            state.outcome(lab.setClients(settings));
        }
    }

    /** What clients do, or will when they are started. */
    public ReadOnlyObjectProperty<LoadSettings> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Returns whether there is a faster rate, or a slower one. */
    public ObservableBooleanValue canChange(boolean up) {
        int last = RATES.get(up ? RATES.size() - 1 : 0);
        return Bindings.createBooleanBinding(
                () -> up ? wanted.get().writesPerSecond() < last : wanted.get().writesPerSecond() > last, wanted);
    }

    /** Returns whether clients write and read. */
    public ObservableBooleanValue running() {
        return Bindings.createBooleanBinding(() -> load().isRunning(), state.liveProperty());
    }

    /** Returns whether the nodes run by their own clocks, so that there can be clients. */
    public ObservableBooleanValue clocksRun() {
        return state.clocksRun();
    }

    /**
     * Returns such as "100 writes/s · 25 reads/s · 100 keys, Zipf 0.99", or "62 of 100 writes/s · …" if the nodes do
     * not keep up; the number of failed requests, if there are any, stands last.
     */
    public ObservableValue<String> words() {
        return Bindings.createStringBinding(() -> words(wanted.get(), load()), wanted, state.liveProperty());
    }

    private static String words(LoadSettings wanted, LiveLoad load) {
        boolean isOn = load.isRunning();
        String text = format(
                "%s %s/s · %s %s/s · %s",
                rate(wanted.writesPerSecond(), isOn ? load.writesPerSecond() : wanted.writesPerSecond()),
                wanted.writesPerSecond() == 1 ? "write" : "writes",
                rate(wanted.readsPerSecond(), isOn ? load.readsPerSecond() : wanted.readsPerSecond()),
                wanted.readsPerSecond() == 1 ? "read" : "reads",
                format(wanted.keys() == 1 ? "%,d key" : "%,d keys", wanted.keys())
                        + wanted.zipf().map(zipf -> ", " + zipf).orElse(""));
        String errors = load.errors() == 0 ? "" : " · " + Counted.of(load.errors(), "error");
        return (isOn ? "" : "off · ") + text + errors;
    }

    private static String rate(int wanted, long measured) {
        return Math.abs(wanted - measured) <= Math.max(1, TOLERANCE * wanted)
                ? format("%,d", wanted)
                : format("%,d of %,d", measured, wanted);
    }
}
