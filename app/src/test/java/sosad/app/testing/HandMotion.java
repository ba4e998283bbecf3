package sosad.app.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import sosad.app.viewmodel.Motion;

/** Motion that takes no time, or as long as the test wants. */
public final class HandMotion implements Motion {
    private final List<Long> travelled = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<CompletableFuture<Void>> heldUp = new ArrayList<>();
    private boolean holding;

    /** From now on nothing arrives until {@link #advance}. */
    public void holdUp() {
        holding = true;
    }

    /** Lets everything that was held up arrive. */
    public void advance() {
        holding = false;
        List<CompletableFuture<Void>> waiting = List.copyOf(heldUp);
        heldUp.clear();
        waiting.forEach(motion -> motion.complete(null));
    }

    /** The messages that travelled, in order. */
    public List<Long> travelled() {
        return List.copyOf(travelled);
    }

    /** Returns how long was waited. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public CompletionStage<Void> travel(long message) {
        travelled.add(message);
        return motion();
    }

    @Override
    public CompletionStage<Void> pause(Duration duration) {
        pauses.add(duration);
        return motion();
    }

    private CompletionStage<Void> motion() {
        CompletableFuture<Void> motion = new CompletableFuture<>();
        if (holding) {
            heldUp.add(motion);
        } else {
            motion.complete(null);
        }
        return motion;
    }
}
