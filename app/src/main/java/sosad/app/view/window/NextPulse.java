package sosad.app.view.window;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/** Runs what it is given on the window's thread at the beginning of the next pulse, before the window is laid out. */
final class NextPulse implements Executor {
    private final Executor fx;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            // Nothing beats while nothing happens.
            stop();
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
            }
        }
    };

    NextPulse(Executor fx) {
        this.fx = fx;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        fx.execute(timer::start);
    }
}
