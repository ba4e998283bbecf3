package sosad.app.view.timeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import sosad.app.history.History;
import sosad.app.lab.LabEvent;
import sosad.app.testing.FakeLab;
import sosad.app.testing.InventedSuite;
import sosad.app.testing.Scenarios;
import sosad.app.view.FxThread;
import sosad.app.view.window.LabWindow;
import sosad.app.viewmodel.FxLabListener;
import sosad.app.viewmodel.LabStatus;

/**
 * Measures how long the whole window takes to show another moment of a long run: from the choice of the moment until
 * the stage, the tables and the diagram are laid out for the next frame. Prints figures; not a test. Argument: events.
 */
public final class MomentBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MOMENTS = 100;
    private static final int WARM_UP = 30;

    private MomentBench() {}

    public static void main(String[] args) throws InterruptedException {
        LongRun run = LongRun.played(Integer.parseInt(args[0]));
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> open(run, done));
        if (!done.await(5, TimeUnit.MINUTES)) {
            System.out.println("the run did not come into the window");
        }
        Platform.exit();
    }

    private static void open(LongRun run, CountDownLatch done) {
        History history = run.history();
        FxThread fx = new FxThread();
        FxLabListener listener = new FxLabListener(fx);
        LabWindow window = new LabWindow(
                new FakeLab(listener),
                listener,
                Scenarios.bundled(),
                file -> Scenarios.sample(),
                Optional.empty(),
                new InventedSuite().setup(),
                Runnable::run,
                fx);
        window.playback().animatedProperty().set(false);
        Stage stage = new Stage();
        stage.setScene(window.scene());
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
        listener.accept(new LabEvent.Opened(run.scenario(), history));
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                boolean isThere = window.lab().statusProperty().get() == LabStatus.READY
                        && window.lab().historyProperty().get() == history;
                frames = isThere ? frames + 1 : 0;
                if (frames > 60) {
                    stop();
                    measure(window, history, done::countDown);
                }
            }
        }.start();
    }

    /** One moment after the other; of each, until the pulse that shows it has laid out everything. */
    private static void measure(LabWindow window, History history, Runnable then) {
        List<Double> waited = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        long[] begin = new long[2];
        int[] moments = new int[1];
        Runnable next = () -> {
            int moment = (int) ((moments[0]++ * 7919L) % history.size());
            begin[0] = System.nanoTime();
            begin[1] = THREADS.getCurrentThreadCpuTime();
            window.lab().selectedProperty().set(history.at(moment));
        };
        window.scene().addPostLayoutPulseListener(() -> {
            if (moments[0] > WARM_UP && begin[1] != Long.MAX_VALUE) {
                waited.add((System.nanoTime() - begin[0]) / 1e6);
                busy.add((THREADS.getCurrentThreadCpuTime() - begin[1]) / 1e6);
            }
        });
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (frames++ % 6 == 0 && moments[0] < MOMENTS) {
                    next.run();
                } else if (moments[0] == MOMENTS && frames % 6 == 5) {
                    stop();
                    print(
                            "another moment of %,d events: laid out after median %.1f ms, 95th percentile %.1f ms",
                            history, waited);
                    print(
                            "processor time of the window's thread for it, %,d events: median %.1f ms, 95th percentile %.1f ms",
                            history, busy);
                    then.run();
                } else {
                    begin[1] = Long.MAX_VALUE; // has been seen
                }
            }
        }.start();
    }

    private static void print(String format, History history, List<Double> millis) {
        Collections.sort(millis);
        System.out.println(
                String.format(Locale.ROOT, format, history.size(), millis.get(millis.size() / 2), millis.get((int)
                        (0.95 * millis.size()))));
    }
}
