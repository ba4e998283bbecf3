package sosad.app.view.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import sosad.app.history.Phase;
import sosad.app.viewmodel.NextStep;

/**
 * Measures how long a user waits: from Next to the messages standing on their links, and from delivering a message to
 * the changed cell. Both end after the layout of the pulse that shows it. Prints medians; not a test.
 */
public final class WindowBench {
    private static final int ROUNDS = 20;
    /** Nobody clicks while the window still paints what the click before has brought. */
    private static final int REST_MILLIS = 200;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final RealWindow open;
    private final List<Double> toLinks = new ArrayList<>();
    private final List<Double> toCell = new ArrayList<>();
    private final List<Double> work = new ArrayList<>();

    private WindowBench(RealWindow open) {
        this.open = open;
    }

    public static void main(String[] args) throws Exception {
        CompletableFuture<RealWindow> opened = new CompletableFuture<>();
        Platform.startup(() -> opened.complete(new RealWindow(new Stage(), 1280, 800)));
        try (RealWindow window = opened.get(60, TimeUnit.SECONDS)) {
            new WindowBench(window).run();
        } finally {
            Platform.exit();
        }
    }

    private void run() throws Exception {
        for (int round = 0; round <= ROUNDS; round++) {
            open.await(() -> next() == NextStep.BEGIN && open.shown().phase() == Phase.START);
            play();
            if (round == 0) { // warms up
                toLinks.clear();
                toCell.clear();
                work.clear();
            }
            Platform.runLater(open.window.playback()::restart);
        }
        print("Next to messages on their links", toLinks);
        print("delivery to the changed cell", toCell);
        print("of each, processor time of the window's thread", work);
    }

    private NextStep next() {
        return open.window.playback().nextStepProperty().getValue();
    }

    private void play() throws Exception {
        open.await(() -> next() != NextStep.WAIT);
        while (next() != NextStep.NOTHING) {
            switch (next()) {
                case BEGIN -> begin();
                case DELIVER -> deliver();
                default -> {
                    Platform.runLater(open.window.playback()::next);
                    open.await(() -> open.shown().phase() == Phase.DELIVERED);
                }
            }
            open.await(() -> next() != NextStep.WAIT);
        }
    }

    /** A step without messages has nothing to show on a link and ends by itself. */
    private void begin() throws Exception {
        int before = open.shown().step();
        double millis = millis(
                open.window.playback()::next,
                () -> open.shown().step() > before && open.shown().phase() != Phase.ACTING);
        if (!open.shown().queue().isEmpty()) {
            toLinks.add(millis);
        }
    }

    private void deliver() throws Exception {
        int waiting = open.shown().queue().size();
        toCell.add(millis(open::deliverNext, () -> open.shown().queue().size() < waiting));
    }

    /** From the start of the action, on the window's thread, to the end of the pulse in which the condition holds. */
    private double millis(Runnable action, BooleanSupplier shown) throws Exception {
        TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        CompletableFuture<Double> taken = new CompletableFuture<>();
        Platform.runLater(() -> {
            long begin = System.nanoTime();
            long beginWork = THREADS.getCurrentThreadCpuTime();
            Runnable afterPulse = new Runnable() {
                @Override
                public void run() {
                    if (shown.getAsBoolean()) {
                        open.window.scene().removePostLayoutPulseListener(this);
                        work.add((THREADS.getCurrentThreadCpuTime() - beginWork) / 1e6);
                        taken.complete((System.nanoTime() - begin) / 1e6);
                    }
                }
            };
            open.window.scene().addPostLayoutPulseListener(afterPulse);
            action.run();
        });
        return taken.get(30, TimeUnit.SECONDS);
    }

    private static void print(String what, List<Double> millis) {
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, 95th percentile %.1f ms, of %d%n",
                what,
                millis.get(millis.size() / 2),
                millis.get((int) (millis.size() * 0.95)),
                millis.size());
    }
}
