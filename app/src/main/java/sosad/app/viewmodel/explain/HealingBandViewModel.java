package sosad.app.viewmodel.explain;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import sosad.app.explain.Question;
import sosad.app.explain.healing.HealingBand;
import sosad.app.explain.healing.HealingOutlook;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.lab.Lab;
import sosad.app.lab.PlayedRun;
import sosad.app.viewmodel.LabStatus;
import sosad.app.viewmodel.LabViewModel;
import sosad.model.Key;

/**
 * From which moments on the run still heals, for all keys or the one that is asked about. It is computed on a thread of
 * its own, anew whenever the run has gone on; the band before stays until then.
 */
public final class HealingBandViewModel implements AutoCloseable {
    /** Which ways are tried where there are too many; the same each time, so that the band does not flicker. */
    private static final long SEED = 1;

    private final LabViewModel lab;
    private final Lab engine;
    private final ReadOnlyObjectProperty<Question> question;
    private final Executor fx;
    private final LatestTask work = new LatestTask("healing band");
    private final ObjectProperty<BandChoice> choice = new SimpleObjectProperty<>(BandChoice.ASKED);
    private final ReadOnlyObjectWrapper<HealingBand> band = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private int round;

    /**
     * @param question what is asked; null: nothing
     * @param fx runs what it is given on the window's thread, in order
     */
    public HealingBandViewModel(LabViewModel lab, Lab engine, ReadOnlyObjectProperty<Question> question, Executor fx) {
        this.lab = lab;
        this.engine = engine;
        this.question = question;
        this.fx = fx;
        question.addListener((property, old, now) -> follow());
        choice.addListener((property, old, now) -> follow());
        lab.historyProperty().addListener((property, old, history) -> follow());
        lab.statusProperty().addListener((property, old, now) -> follow());
    }

    /** Returns the key that is wanted, none for all of them; empty: no band is wanted. */
    private Optional<Optional<Key>> wanted() {
        return switch (choice.get()) {
            case OFF -> Optional.empty();
            case ALL -> Optional.of(Optional.empty());
            case ASKED ->
                question.get() instanceof Question.OfEntry entry
                        ? Optional.of(Optional.of(entry.key()))
                        : Optional.empty();
        };
    }

    private void follow() {
        History history = lab.historyProperty().get();
        boolean isReady = lab.statusProperty().get() == LabStatus.READY && history != null;
        Optional<Optional<Key>> key = wanted();
        if (key.isEmpty() || !isReady || history.hasLived()) {
            stop();
        } else if (history.present().phase() != Phase.ACTING) {
            begin(key.get());
        }
    }

    private void stop() {
        round++;
        work.cancel();
        band.set(null);
        note.set("");
    }

    private void begin(Optional<Key> key) {
        int own = ++round;
        work.cancel();
        if (band.get() != null && !band.get().key().equals(key)) {
            band.set(null);
        }
        engine.played().whenComplete((run, failure) -> {
            if (failure == null && run.lived().isEmpty()) {
                work.run(outdated -> compute(own, run, key, outdated));
            } else {
                fx.execute(this::stop);
            }
        });
    }

    private void compute(int own, PlayedRun run, Optional<Key> key, BooleanSupplier outdated) {
        try {
            HealingBand found = HealingOutlook.of(run, key, SEED, share -> tell(own, share, outdated));
            fx.execute(() -> show(own, found, ""));
        } catch (InterruptedException given) {
            // The run has gone on, and the band is computed of what it is now.
        }
    }

    private void tell(int own, double share, BooleanSupplier outdated) {
        if (!outdated.getAsBoolean()) {
            fx.execute(() -> {
                if (own == round && band.get() == null) {
                    note.set(format("%.0f %%", 100 * share));
                }
            });
        }
    }

    private void show(int own, HealingBand found, String words) {
        if (own == round) {
            band.set(found);
            note.set(words);
        }
    }

    /** Chooses the keys that come after those that are chosen. */
    public void chooseNext() {
        choice.set(choice.get().next());
    }

    /** Ends the thread that computes. */
    @Override
    public void close() {
        work.close();
    }

    /** Returns of which keys it is. */
    public ObjectProperty<BandChoice> choiceProperty() {
        return choice;
    }

    /** Returns the band; null: there is none, or none yet. */
    public ReadOnlyObjectProperty<HealingBand> bandProperty() {
        return band.getReadOnlyProperty();
    }

    /** Returns how much of it is computed, while there is none yet; empty otherwise. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }
}
