package sosad.app.view.plot;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import sosad.app.diagram.plot.TimeWindow;
import sosad.app.load.OperationLog;
import sosad.app.testing.SampleOperations;
import sosad.app.view.Theme;

/**
 * Measures the operation plot drawn in software: the time from one frame to the next while it moves, with all
 * operations, half of them and a hundredth in sight, and how long it takes to read the log. Prints figures; not a test.
 * Arguments: operations, seconds of each.
 */
public final class PlotBench {
    private static final double[] SHARES = {0.999, 0.5, 0.01};

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final OperationPlotPane pane;
    private final int seconds;
    private final CountDownLatch done;
    private final List<Double> frames = new ArrayList<>();
    private int phase;
    private long begin;
    private long last;
    private long busyBefore;
    private long allBefore;
    private boolean isForward = true;

    private PlotBench(OperationPlotPane pane, int seconds, CountDownLatch done) {
        this.pane = pane;
        this.seconds = seconds;
        this.done = done;
    }

    public static void main(String[] args) throws InterruptedException {
        int operations = Integer.parseInt(args[0]);
        OperationLog log = SampleOperations.log(operations, 60);
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.base());
            OperationPlotPane pane = new OperationPlotPane();
            StackPane root = new StackPane(pane);
            root.setStyle("-fx-background-color: -sosad-pane; -fx-padding: 16px;");
            Scene scene = new Scene(root, 1280, 800);
            scene.getStylesheets().addAll(Theme.sheet("sosad.css"), Theme.LIGHT.colours());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            new PlotBench(pane, Integer.parseInt(args[1]), done).read(log);
        });
        done.await();
        Platform.exit();
    }

    private void read(OperationLog log) {
        long before = System.nanoTime();
        pane.show(log, SampleOperations.bands(60), 0);
        while (pane.model().isLoading()) {
            pane.model().take();
        }
        System.out.printf(
                Locale.ROOT, "%,d operations read in %.0f ms%n", log.size(), (System.nanoTime() - before) / 1e6);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame(this);
            }
        }.start();
    }

    private void frame(AnimationTimer timer) {
        long now = System.nanoTime();
        if (begin == 0) {
            begin = now;
            busyBefore = 0;
            TimeWindow whole = pane.model().whole();
            long part = (long) (SHARES[phase] * whole.nanos());
            pane.model().look(whole.nanos() / 2 - part / 2, whole.nanos() / 2 + part / 2);
        } else if (now - begin > 1_000_000_000L) { // the first second warms up
            busyBefore = busyBefore == 0 ? THREADS.getCurrentThreadCpuTime() : busyBefore;
            allBefore = frames.isEmpty() ? MACHINE.getProcessCpuTime() : allBefore;
            frames.add((now - last) / 1e6);
        }
        last = now;
        move();
        if (now - begin > (seconds + 1) * 1_000_000_000L) {
            print();
            phase++;
            begin = 0;
            if (phase == SHARES.length) {
                timer.stop();
                done.countDown();
            }
        }
    }

    /** Back and forth, so that every frame shows something else. */
    private void move() {
        TimeWindow before = pane.model().windowProperty().get();
        pane.model().pan(isForward ? 0.0013 : -0.0013);
        if (before.equals(pane.model().windowProperty().get())) {
            isForward = !isForward;
            pane.requestLayout();
        }
    }

    private void print() {
        Collections.sort(frames);
        System.out.printf(
                Locale.ROOT,
                "%.1f %% in sight, moving: %.0f frames/s, median %.1f ms, 95th percentile %.1f ms, "
                        + "processor time of a frame %.1f ms, of which the window's thread %.1f ms%n",
                100 * SHARES[phase],
                1_000
                        * frames.size()
                        / frames.stream().mapToDouble(Double::doubleValue).sum(),
                frames.get(frames.size() / 2),
                frames.get((int) (0.95 * frames.size())),
                (MACHINE.getProcessCpuTime() - allBefore) / 1e6 / frames.size(),
                (THREADS.getCurrentThreadCpuTime() - busyBefore) / 1e6 / frames.size());
        frames.clear();
    }
}
