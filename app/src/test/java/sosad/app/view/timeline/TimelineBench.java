package sosad.app.view.timeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import sosad.app.history.History;
import sosad.app.view.Theme;

/**
 * Measures the time line of a long run drawn in software: the time from one frame to the next while it moves, at its
 * usual size, with a tenth of it in sight, and with a hundredth; and how long it takes to lay it out, to go on by an
 * event, and to show another moment. Prints figures; not a test. Arguments: events, seconds of each.
 */
public final class TimelineBench {
    private static final double[] SHARES = {0, 0.01, 0.1, 0.6};
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final TimelinePane pane = new TimelinePane();
    private final int seconds;
    private final CountDownLatch done;
    private final List<Double> frames = new ArrayList<>();
    private int phase;
    private long begin;
    private long last;
    private long busyBefore;
    private long allBefore;
    private double direction = -1;

    private TimelineBench(int seconds, CountDownLatch done) {
        this.seconds = seconds;
        this.done = done;
    }

    public static void main(String[] args) throws InterruptedException {
        History history = LongRun.of(Integer.parseInt(args[0]));
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            Application.setUserAgentStylesheet(Theme.LIGHT.base());
            TimelineBench bench = new TimelineBench(Integer.parseInt(args[1]), done);
            StackPane root = new StackPane(bench.pane);
            root.setStyle("-fx-background-color: -sosad-pane; -fx-padding: 16px;");
            Scene scene = new Scene(root, 1440, 260);
            scene.getStylesheets().addAll(Theme.sheet("sosad.css"), Theme.LIGHT.colours());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            bench.layOut(history);
        });
        done.await();
        Platform.exit();
    }

    private void layOut(History history) {
        History before = history.first(history.size() - 200);
        long heap = heap();
        long start = System.nanoTime();
        pane.historyProperty().set(before);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (((TimelineView) pane.lookup(".timeline-view")).history() == before) {
                    stop();
                    say(
                            "%,d events laid out, a piece a frame, in %.0f ms",
                            before.size(), (System.nanoTime() - start) / 1e6);
                    say("%.0f bytes of heap for each", (double) (heap() - heap) / before.size());
                    goOn(before, history);
                }
            }
        }.start();
    }

    private void goOn(History before, History history) {
        List<Double> steps = new ArrayList<>();
        for (int size = before.size() + 1; size <= history.size(); size++) {
            History next = history.first(size);
            steps.add(millis(() -> show(next)));
        }
        say("going on by an event: median %.2f ms", median(steps));
        List<Double> looks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int moment = (int) ((i * 7919L) % history.size());
            looks.add(millis(() -> {
                pane.selectedProperty().set(history.at(moment));
                settle();
            }));
        }
        say("another moment, far away: median %.2f ms, longest %.2f ms", median(looks), Collections.max(looks));
        pane.selectedProperty().set(null);
        settle();
        pressed(KeyCode.UP); // builds the order
        say("what led to an event and followed, lit: %.1f ms", millis(() -> pressed(KeyCode.UP)));
        pressed(KeyCode.ESCAPE);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                frame(this);
            }
        }.start();
    }

    private void show(History history) {
        pane.historyProperty().set(history);
        settle();
    }

    private void settle() {
        pane.applyCss();
        pane.layout();
    }

    private void pressed(KeyCode key) {
        Event.fireEvent(
                pane.lookup(".timeline-view"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        settle();
    }

    private Optional<ScrollBar> bar() {
        return pane.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(ScrollBar::isVisible)
                .findFirst();
    }

    /** Less close until so much of it is in sight. */
    private void look(double share) {
        pressed(KeyCode.DIGIT0);
        double length = pane.getWidth();
        while (bar().map(bar -> length / (bar.getMax() + length)).orElse(1.0) > Math.max(share, 1e-9)) {
            double before = bar().map(ScrollBar::getMax).orElse(0.0);
            pressed(KeyCode.PLUS);
            if (share == 0
                    && bar().isPresent()
                    && bar().get().getMax()
                            > 30 * (double) pane.historyProperty().get().size()) {
                return; // as laid out
            }
            if (before == bar().map(ScrollBar::getMax).orElse(0.0)) {
                return;
            }
        }
    }

    private void frame(AnimationTimer timer) {
        long now = System.nanoTime();
        if (begin == 0) {
            begin = now;
            busyBefore = 0;
            look(SHARES[phase]);
        } else if (now - begin > 1_000_000_000L) { // the first second warms up
            busyBefore = busyBefore == 0 ? THREADS.getCurrentThreadCpuTime() : busyBefore;
            allBefore = frames.isEmpty() ? MACHINE.getProcessCpuTime() : allBefore;
            frames.add((now - last) / 1e6);
        }
        last = now;
        bar().ifPresent(this::move);
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
    private void move(ScrollBar bar) {
        double next = bar.getValue() + direction * 23;
        if (next < 0 || next > bar.getMax()) {
            direction = -direction;
        }
        bar.setValue(Math.max(0, Math.min(bar.getMax(), next)));
    }

    private void print() {
        Collections.sort(frames);
        say(
                "1:%.0f in sight, moving: %.0f frames/s, median %.1f ms, 95th percentile %.1f ms, "
                        + "processor time of a frame %.1f ms, of which the window's thread %.1f ms",
                bar().map(bar -> (bar.getMax() + pane.getWidth()) / pane.getWidth())
                        .orElse(1.0),
                1_000
                        * frames.size()
                        / frames.stream().mapToDouble(Double::doubleValue).sum(),
                frames.get(frames.size() / 2),
                frames.get((int) (0.95 * frames.size())),
                (MACHINE.getProcessCpuTime() - allBefore) / 1e6 / frames.size(),
                (THREADS.getCurrentThreadCpuTime() - busyBefore) / 1e6 / frames.size());
        frames.clear();
    }

    private static double millis(Runnable work) {
        long before = System.nanoTime();
        work.run();
        return (System.nanoTime() - before) / 1e6;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void say(String format, Object... figures) {
        System.out.println(String.format(Locale.ROOT, format, figures));
    }
}
